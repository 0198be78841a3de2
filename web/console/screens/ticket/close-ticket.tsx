// Closing a ticket: how it ends, the very words that the customer will read, the promises that end with it; then once more, yes.
import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import { phrase } from "../../../../src/words/phrase.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { Clock } from "../../parts/clock.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

const ENDS = ["solved", "unresolved"] as const;

export function CloseTicket({ ticket, done }: { readonly ticket: Ticket; readonly done: () => void }) {
  const { say } = useWords();
  const { number, requester, language } = ticket;
  const [as, setAs] = useState<(typeof ENDS)[number]>("solved");
  const change = useTicketChange(number);
  const close = (): void => change.mutate({ part: "closure", body: { outcome: as }, done: say("close.done", { number }) }, { onSettled: done });
  const running = ticket.promises.filter((each) => each.state === "running" || each.state === "paused");
  return (
    <Modal opened onClose={done} size={560} title={say("close.title", { number })} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <Radio.Group label={say("close.as")} value={as} onChange={(to) => setAs(to as typeof as)}>
          <div className="stack close-ends">
            {ENDS.map((each, at) => (
              <Radio key={each} value={each} label={say(`close.${each}`)} description={say(`close.${each}-hint`)} {...(at === 0 ? { "data-autofocus": true } : {})} />
            ))}
          </div>
        </Radio.Group>
        <section className="told" aria-live="polite">
          <h2 className="heading row">
            <Icon name="mail" />
            {requester.email ? say("close.told", { name: requester.name }) : say("close.told-nowhere", { name: requester.name })}
          </h2>
          {/* The mail's own phrases, in the customer's language: what is read here is what is sent. */}
          <blockquote lang={language}>
            <p className="strong">{phrase(language, `mail.closed.${as}.title`)}</p>
            <p>{phrase(language, `mail.closed.${as}.intro`, { number })}</p>
            <p>{phrase(language, "mail.closed.reopen")}</p>
          </blockquote>
          <p className="quiet small">{say("close.told-note")}</p>
        </section>
        {running.length > 0 ? (
          <section className="stack-tight">
            <p>{say("close.promises", { n: running.length })}</p>
            <ul className="stack-tight">
              {running.map((each) => (
                <li key={each.id} className="row">
                  <span>{each.label}</span>
                  <Clock state={each.state} due={each.due} starts={each.starts} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={close} loading={change.isPending}>
            {say("close.go")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
