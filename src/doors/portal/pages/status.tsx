// Maintenance for everybody: what is under way, announced and past, in the reader's zone, and how to be told.
import type { ReactNode } from "react";
import type { ShownWindow, Status } from "../../../desk/views/status.ts";
import { type ClauseText, clauseText } from "../../../words/clause.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import { Clause } from "../parts/clause.tsx";
import { Field } from "../parts/field.tsx";
import { ZoneChoice } from "../parts/zone-choice.tsx";
import type { Visit } from "../visit.ts";

interface StatusProps {
  readonly visit: Visit;
  readonly status: Status;
  readonly zone: string;
  /** Clauses of the policy that speak of announcing maintenance. */
  readonly clauses: readonly string[];
  readonly subscribes: boolean; // the policy writes to subscribers
  readonly asks: boolean; // the reader's zone is not known: a script may tell it
  readonly note?: string;
  readonly email?: string;
  readonly fault?: string;
}

export function StatusPage({ visit, status, zone, clauses, subscribes, asks, note, email, fault }: StatusProps): ReactNode {
  const { lang, base, policy } = visit;
  const shown = clauses.flatMap((id): ClauseText[] => policy.clauses.filter((c) => c.id === id).map((c) => clauseText(policy, c, lang, { base })));
  const groups = [["running", status.running] as const, ["announced", status.announced] as const, ["past", status.past] as const];
  return (
    <>
      <h1>{phrase(lang, "status.title")}</h1>
      {note ? (
        <p className="note" role="status">
          {note}
        </p>
      ) : null}
      {shown.map((c) => (
        <Clause key={c.id} clause={c} />
      ))}
      {status.running.length + status.announced.length === 0 ? (
        <div className="empty">
          <p>
            <strong>{phrase(lang, "status.none")}</strong>
          </p>
          <p>{phrase(lang, "status.none-hint")}</p>
        </div>
      ) : null}
      {groups.map(([group, windows]) =>
        windows.length ? (
          <section key={group}>
            <h2>{phrase(lang, `status.${group}`)}</h2>
            <ul className="list">
              {windows.map((w) => (
                <li key={w.id} className="window">
                  <Window of={w} lang={lang} zone={zone} />
                </li>
              ))}
            </ul>
          </section>
        ) : null,
      )}
      <ZoneChoice visit={visit} zone={zone} asks={asks} />
      <p className="policy-also plain">
        <a href={`${base}/status.ics?lang=${lang}`}>{phrase(lang, "status.calendar")}</a>
        <a href={`${base}/status.atom?lang=${lang}`}>{phrase(lang, "status.feed")}</a>
      </p>
      {subscribes ? (
        <section>
          <h2>{phrase(lang, "status.subscribe")}</h2>
          <p>{phrase(lang, "status.subscribe-hint")}</p>
          <form method="post" action={`${base}/status`} className="narrow">
            <input type="hidden" name="zone" value={zone} />
            <Field id="email" label={phrase(lang, "signin.email")} fault={fault}>
              <input id="email" name="email" type="email" required autoComplete="email" maxLength={254} defaultValue={email ?? visit.person?.email} />
            </Field>
            <button>{phrase(lang, "status.subscribe-go")}</button>
          </form>
        </section>
      ) : null}
    </>
  );
}

const LOOKS = { running: "waiting", announced: "open", "called-off": "withdrawn", ended: "closed", over: "closed" } as const;
const SAYS = { running: "status.running-one", announced: "status.announced-one", "called-off": "status.called-off", ended: "status.over", over: "status.over" } as const;

function Window({ of: w, lang, zone }: { readonly of: ShownWindow; readonly lang: string; readonly zone: string }): ReactNode {
  const said = (at: number): string => instantText(at, lang, zone);
  const ended = w.is === "ended" && w.calledOffAt !== null ? phrase(lang, "status.ended", { at: said(w.calledOffAt) }) : null;
  return (
    <>
      <strong className="wrap">{w.words}</strong>
      <p className={`state ${LOOKS[w.is]}`}>{ended ?? phrase(lang, SAYS[w.is])}</p>
      <p>
        {phrase(lang, "status.from")} <time dateTime={new Date(w.starts).toISOString()}>{said(w.starts)}</time>
        <br />
        {phrase(lang, "status.until")} <time dateTime={new Date(w.ends).toISOString()}>{said(w.ends)}</time>
      </p>
      <p className="small quiet">{phrase(lang, "status.since", { at: said(w.announcedAt) })}</p>
    </>
  );
}
