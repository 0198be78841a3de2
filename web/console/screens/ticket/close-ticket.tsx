// Closing a ticket: how it ends, the very words that the customer will read, the promises that end with it; then once more, yes.
import { Button, Modal, Radio, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { phrase } from "../../../../src/words/phrase.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Clock } from "../../parts/clock.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";

const ENDS = ["solved", "unresolved"] as const;

export function CloseTicket({ ticket, done }: { readonly ticket: Ticket; readonly done: () => void }) {
  const { say } = useWords();
  const { number, requester, language } = ticket;
  const [as, setAs] = useState<(typeof ENDS)[number]>("solved");
  const change = useTicketChange(number);
  const me = useMe();
  const [text, setText] = useState("");
  const answers = ticket.messages.filter((each) => each.kind === "answer");
  const [solution, setSolution] = useState<string | null>(answers.at(-1)?.id ?? null);
  // Solved is what a solution was given to: one of the answers, or words of one's own.
  const missing = as === "solved" && solution === null && text.trim() === "";
  const said = text.trim() === "" ? (as === "solved" && solution !== null ? { solution } : {}) : { text: text.trim() };
  // Where the policy asks the customer first, nothing closes now: what is read here is the question.
  const asks = ticket.closes?.[as] ?? null;
  const close = (): void => change.mutate({ part: "closure", body: { outcome: as, ...said }, done: say(asks ? "close.done-ask" : "close.done", { number }) }, { onSettled: done });
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
        {as === "solved" && answers.length > 0 ? (
          <Select
            label={say("close.solution")}
            value={text.trim() === "" ? solution : null}
            disabled={text.trim() !== ""}
            onChange={setSolution}
            comboboxProps={{ withinPortal: true }}
            data={answers.toReversed().map((each) => ({ value: each.id, label: `${each.author.name}: ${each.text.replaceAll(/\s+/g, " ").slice(0, 80)}` }))}
          />
        ) : null}
        <Textarea
          label={say(as === "solved" ? "close.words-solved" : "close.words-unresolved")}
          description={missing ? say("close.words-needed") : say("close.words-hint")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={8}
        />
        {asks || (missing && ticket.closes?.needsSolution) ? (
          <div className="stack-tight">
            {asks ? <p className="small">{say("close.asks")}</p> : null}
            {missing && ticket.closes?.needsSolution ? <ClauseShown clause={ticket.closes.needsSolution} /> : null}
            {asks ? <ClauseShown clause={asks} /> : null}
          </div>
        ) : null}
        <section className="told" aria-live="polite">
          <h2 className="heading row">
            <Icon name="mail" />
            {requester.email ? say(asks ? "close.asked" : "close.told", { name: requester.name }) : say("close.told-nowhere", { name: requester.name })}
          </h2>
          {/* The mail's own phrases, in the customer's language: what is read here is what is sent. */}
          <blockquote lang={language}>
            {asks ? (
              <>
                <p className="strong">{phrase(language, `mail.closing.${as}.title`)}</p>
                <p>{phrase(language, `mail.closing.${as}.intro`, { number, expert: me.name })}</p>
                <p className="pre-line">{text.trim() || answers.find((each) => each.id === solution)?.text}</p>
                <p>{phrase(language, "mail.closing.how", { yes: phrase(language, "closing.word-yes") })}</p>
                <p>{phrase(language, "mail.closing.how-not", { no: phrase(language, "closing.word-no") })}</p>
              </>
            ) : (
              <>
                <p className="strong">{phrase(language, `mail.closed.${as}.title`)}</p>
                <p>{phrase(language, `mail.closed.${as}.intro`, { number })}</p>
                {text.trim() === "" ? null : <p className="pre-line">{text.trim()}</p>}
                <p>{phrase(language, "mail.closed.reopen")}</p>
              </>
            )}
          </blockquote>
          <p className="quiet small">{say("close.told-note")}</p>
        </section>
        {running.length > 0 && !asks ? (
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
          <Button onClick={close} disabled={missing} loading={change.isPending}>
            {say(asks ? "close.go-ask" : "close.go")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
