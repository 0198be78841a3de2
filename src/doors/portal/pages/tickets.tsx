// The customer's tickets: theirs, or their office's; all, the open or the closed ones, or those that hold some words.
import type { ReactNode } from "react";
import type { TicketSummary } from "../../../desk/views/ticket-lines.ts";
import { phrase } from "../../../words/phrase.ts";
import { type CaseNote, CaseNotes } from "../parts/case-notes.tsx";
import { ComingNote } from "../parts/coming-note.tsx";
import { TicketRows } from "../parts/ticket-rows.tsx";
import type { Visit } from "../visit.ts";

export const STATES = ["all", "open", "closed"] as const;
export type State = (typeof STATES)[number];
interface TicketsProps {
  readonly visit: Visit;
  readonly tickets: readonly TicketSummary[];
  readonly next: string | null;
  readonly state: State;
  readonly words: string;
  readonly cases: readonly CaseNote[];
}

export function Tickets({ visit, tickets, next, state, words, cases }: TicketsProps): ReactNode {
  const { lang, base } = visit;
  const label = { all: "tickets.all", open: "tickets.open", closed: "tickets.closed" } as const;
  const searched = words !== "";
  return (
    <>
      <h1>{phrase(lang, "tickets.title")}</h1>
      <ComingNote visit={visit} />
      <CaseNotes visit={visit} cases={cases} />
      <form className="search" role="search" action={`${base}/tickets`}>
        <input name="q" type="search" defaultValue={words} aria-label={phrase(lang, "portal.search")} placeholder={phrase(lang, "portal.search")} maxLength={200} />
        <button className="secondary">{phrase(lang, "portal.search")}</button>
      </form>
      <nav className="tabs" aria-label={phrase(lang, "tickets.status")}>
        {STATES.map((s) => (
          <a key={s} href={`${base}/tickets?state=${s}`} aria-current={s === state && !searched ? "page" : undefined}>
            {phrase(lang, label[s])}
          </a>
        ))}
      </nav>
      {searched ? <p role="status">{phrase(lang, "portal.search-results", { n: tickets.length })}</p> : null}
      {tickets.length ? (
        <TicketRows tickets={tickets} visit={visit} />
      ) : (
        <div className="empty">
          <p>{phrase(lang, searched ? "portal.search-nothing" : state === "closed" ? "tickets.empty-closed" : "tickets.empty")}</p>
          <p>
            <a className="button" href={`${base}/ask`}>
              {phrase(lang, "portal.ask")}
            </a>
          </p>
        </div>
      )}
      {next ? (
        <p>
          <a className="button secondary" href={`${base}/tickets?state=${state}&cursor=${encodeURIComponent(next)}`}>
            {phrase(lang, "portal.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}
