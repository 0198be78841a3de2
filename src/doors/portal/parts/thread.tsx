// The conversation: who wrote what and when, as plain text; files as downloads. HTML of mails is never put into the page.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { sizeText } from "../../../words/numbers.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Linked } from "./linked.tsx";

export function Thread({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang, zone, viewer } = visit;
  if (ticket.messages.length === 0) return <p className="empty">{phrase(lang, "ticket.thread-empty")}</p>;
  return ticket.messages.map((m) => (
    <article key={m.id} className={m.kind === "answer" ? "message ours" : "message"} id={`m-${m.id}`}>
      <header>
        <strong>{m.author.name}</strong>
        {m.author.id !== null && m.author.id === viewer?.id ? <span>{phrase(lang, "who.you")}</span> : null}
        {m.id === ticket.solution ? <span className="state kept">{phrase(lang, "ticket.solution")}</span> : null}
        {m.pieceOf === null ? null : <a href={`${visit.base}/tickets/${m.pieceOf.number}#m-${m.pieceOf.message}`}>{phrase(lang, "ticket.piece-of", { number: m.pieceOf.number })}</a>}
        {m.writtenTo === null ? null : <span>{phrase(lang, "ticket.written-to", { number: m.writtenTo })}</span>}
        <time dateTime={m.at}>{instantText(Date.parse(m.at), lang, zone)}</time>
      </header>
      <div className="text" dir="auto">
        <Linked text={m.text} />
      </div>
      {m.files.length ? (
        <ul className="files">
          {m.files.map((f) => (
            <li key={f.id}>
              <a href={f.url} download>
                {phrase(lang, "ticket.download", { name: f.name, size: sizeText(f.size, lang) })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  ));
}
