// The conversation, oldest first, at its end when it is opened; long ones fold their middle.
import { useEffect, useRef, useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { useOutgoing } from "../../data/outgoing.ts";
import { ReasonShown } from "../../parts/clause.tsx";
import { useWords } from "../../words/words.tsx";
import { MessageShown } from "./message-shown.tsx";
import { PendingMessage } from "./pending-message.tsx";

const SHOWN = 30; // of a longer conversation, the first and the newest

export function Thread({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const waiting = useOutgoing().filter((each) => each.number === ticket.number);
  const end = useRef<HTMLDivElement>(null);
  const { messages } = ticket;
  const count = messages.length + waiting.length;
  useEffect(() => end.current?.scrollIntoView({ block: "end" }), [count]);
  const folded = all ? 0 : Math.max(0, messages.length - SHOWN);
  const shown = folded > 0 ? [...messages.slice(0, 1), ...messages.slice(folded + 1)] : messages;
  const refusal = ticket.refused ? ticket.decisions.flatMap((each) => each.reasons).find((each) => each.section === "scope" || each.section === "entitlement") : undefined;
  return (
    <div className="thread" tabIndex={0} role="region" aria-label={say("ticket.thread")}>
      <div className="thread-in">
        {refusal ? (
          <section className="refused">
            <h2 className="heading">{say("ticket.refused-by")}</h2>
            <ReasonShown reason={refusal} />
          </section>
        ) : null}
        {messages.length === 0 ? <p className="quiet">{say("ticket.thread-empty")}</p> : null}
        <ol className="messages">
          {shown.map((each, at) => [
            folded > 0 && at === 1 ? (
              <li key="folded" className="folded">
                <button type="button" className="link-button" onClick={() => setAll(true)}>
                  {say("message.earlier", { n: folded })}
                </button>
              </li>
            ) : null,
            <li key={each.id}>
              <MessageShown message={each} number={ticket.number} solves={each.id === ticket.solution} />
            </li>,
          ])}
          {waiting.map((each) => (
            <li key={each.key}>
              <PendingMessage answer={each} />
            </li>
          ))}
        </ol>
        <div ref={end} />
      </div>
    </div>
  );
}
