// Every decision on a ticket, with its clauses, the facts that each rested on and what a person said to it; and what the last one changed.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";
import { Tried } from "./tried.tsx";

type Decided = TicketView["decisions"][number];
type Reason = Decided["reasons"][number];

export function Decisions({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang, zone } = visit;
  // Who was refused need not look for the reason.
  const why = ticket.refused ? ticket.decisions.findLast((d) => d.reasons.some((r) => r.section === "scope" || r.section === "entitlement")) : undefined;
  return (
    <section id="decisions">
      <h2>{phrase(lang, "ticket.decisions")}</h2>
      <p className="lead">{phrase(lang, "ticket.decisions-intro")}</p>
      {ticket.decisions.length === 0 ? (
        <p className="empty">{phrase(lang, "ticket.decisions-empty")}</p>
      ) : (
        ticket.decisions.map((d) => (
          <details key={d.id} open={d === why}>
            <summary>{phrase(lang, "ticket.decided-at", { at: instantText(Date.parse(d.at), lang, zone) })}</summary>
            {d.reasons.map((r) => (
              <div key={`${r.section}/${r.key}/${r.id}`}>
                <Clause clause={r} />
                {Object.keys(r.shown).length ? (
                  <p className="rests">
                    {phrase(lang, "mail.row", {
                      label: phrase(lang, "says.rests-on"),
                      value: Object.values(r.shown)
                        .map((f) => phrase(lang, "mail.row", { label: f.label, value: f.text }))
                        .join("; "),
                    })}
                  </p>
                ) : null}
                <Tried tried={r.tried} lang={lang} />
                <Ruled ticket={ticket} decided={d} clause={r.id} lang={lang} />
              </div>
            ))}
          </details>
        ))
      )}
    </section>
  );
}

/** Where a person decided: who, and why in their own words. */
function Ruled({ ticket, decided, clause, lang }: { readonly ticket: TicketView; readonly decided: Decided; readonly clause: string; readonly lang: string }): ReactNode {
  const ruling = ticket.timeline.find((e) => e.kind === "ruling" && e.at === decided.at && e.detail["clause"] === clause);
  if (!ruling) return null;
  return <p className="rests">{phrase(lang, "mail.row", { label: phrase(lang, "ruling.reason", { name: ruling.by.name }), value: String(ruling.detail["reason"]) })}</p>;
}

/** What the newest decision answers otherwise than the ones before it, question by question. */
export function Changes({ decisions, lang }: { readonly decisions: readonly Decided[]; readonly lang: string }): ReactNode {
  const newest = decisions.at(-1);
  const changes = newest ? changesOf(newest, decisions.slice(0, -1)) : [];
  if (changes.length === 0) return <p>{phrase(lang, "ticket.nothing-changed")}</p>;
  return (
    <div className="changes">
      <h2 className="small">{phrase(lang, "ticket.changed")}</h2>
      {changes.map(({ before }) =>
        before ? (
          <div key={before.id}>
            <p className="small">{phrase(lang, "ticket.applied-before")}</p>
            <Clause clause={before} />
          </div>
        ) : null,
      )}
      <p className="small">{phrase(lang, "ticket.applies-now")}</p>
      {changes.map(({ now }) => (
        <Clause key={now.id} clause={now} />
      ))}
    </div>
  );
}

function changesOf(newest: Decided, earlier: readonly Decided[]): { now: Reason; before: Reason | null }[] {
  const last = new Map(earlier.flatMap((d) => d.reasons).map((r) => [`${r.section}/${r.key}`, r]));
  return newest.reasons.flatMap((now) => {
    const before = last.get(`${now.section}/${now.key}`) ?? null;
    return before?.id === now.id ? [] : [{ now, before }];
  });
}
