// The first page: ask, follow, read the policy, and the other ways to reach the desk.
import type { ReactNode } from "react";
import type { ShownWindow } from "../../../desk/views/status.ts";
import type { TicketSummary } from "../../../desk/views/ticket-lines.ts";
import { openHours } from "../../../policy/index.ts";
import { clauseText } from "../../../words/clause.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import { Clause } from "../parts/clause.tsx";
import { ComingNote } from "../parts/coming-note.tsx";
import { TicketRows } from "../parts/ticket-rows.tsx";
import type { Visit } from "../visit.ts";

interface HomeProps {
  readonly visit: Visit;
  readonly open: readonly TicketSummary[];
  readonly window: ShownWindow | null; // of maintenance: that under way, else the next
}

export function Home({ visit, open, window }: HomeProps): ReactNode {
  const { lang, policy, base } = visit;
  const channels = policy.clauses.filter((c) => c.section === "channels" && c.audience !== "agent");
  return (
    <>
      <h1>{phrase(lang, "portal.welcome")}</h1>
      <p className="lead">{policy.intro[lang] ?? policy.intro[policy.desk.languages[0] ?? "en"] ?? ""}</p>
      <ComingNote visit={visit} />
      {window ? (
        <p className="note">
          {window.is === "running"
            ? phrase(lang, "status.now", { until: instantText(window.ends, lang, visit.zone) })
            : phrase(lang, "status.next", { from: instantText(window.starts, lang, visit.zone) })}{" "}
          <a href={`${base}/status`}>{window.words}</a>
        </p>
      ) : null}
      <div className="cards">
        <a className="card main" href={`${base}/ask`}>
          <strong>{phrase(lang, "portal.ask")}</strong>
          <span>{phrase(lang, "ask.intro")}</span>
        </a>
        <a className="card" href={`${base}/tickets`}>
          <strong>{phrase(lang, "portal.tickets")}</strong>
          <span>{visit.person ? phrase(lang, "signin.signed-in-as", { name: visit.person.name }) : phrase(lang, "signin.intro")}</span>
        </a>
        {visit.person && policy.clauses.some((c) => c.section === "charges") ? (
          <a className="card" href={`${base}/statements`}>
            <strong>{phrase(lang, "portal.statements")}</strong>
            <span>{phrase(lang, "statements.intro")}</span>
          </a>
        ) : null}
        <a className="card" href={`${base}/policy`}>
          <strong>{phrase(lang, "portal.policy")}</strong>
          <span>{phrase(lang, "page.made-from")}</span>
        </a>
      </div>
      {open.length ? (
        <section>
          <h2>{phrase(lang, "portal.tickets")}</h2>
          <TicketRows tickets={open} visit={visit} />
        </section>
      ) : null}
      {channels.length ? (
        <section>
          <h2>{phrase(lang, "portal.reach-us")}</h2>
          {channels.map((c) => (
            <div key={c.id}>
              <Clause clause={clauseText(policy, c, lang, { base })} />
              <OpenNow visit={visit} calendar={c.outcome["calendar"]} />
            </div>
          ))}
        </section>
      ) : null}
    </>
  );
}

/** Whether the calendar of a channel is open at this moment, else when it opens. S1. */
function OpenNow({ visit, calendar }: { readonly visit: Visit; readonly calendar: unknown }): ReactNode {
  const found = typeof calendar === "string" ? visit.policy.calendars[calendar] : undefined;
  if (!found || found.always) return null;
  const hours = openHours(found);
  if (hours.isOpen(visit.now)) return <p className="state open">{phrase(visit.lang, "hours.open-now")}</p>;
  const opens = hours.nextOpening(visit.now);
  return opens === null ? null : <p className="state shut">{phrase(visit.lang, "hours.opens-at", { at: instantText(opens, visit.lang, visit.zone) })}</p>;
}
