// The promises on a ticket: what, by when, how it stands, and the clause that makes it.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { named, phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Clause } from "./clause.tsx";

type Promised = TicketView["promises"][number];

export function Promises({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang } = visit;
  return (
    <section className="promises">
      <h2>{phrase(lang, "ticket.promises")}</h2>
      {ticket.promises.length === 0 ? (
        <p className="empty">{phrase(lang, "ticket.promises-empty")}</p>
      ) : (
        ticket.promises.map((p) => (
          <div className={`promise ${p.state}`} key={p.id}>
            <p className="head">
              <strong>{p.label}</strong>
              <span className={`state ${p.state}`}>{named(lang, "promise.state", p.state)}</span>
            </p>
            {timesOf(p, visit).map((line) => (
              <p key={line} className="time">
                {line}
              </p>
            ))}
            {p.clause ? <Clause clause={p.clause} /> : null}
          </div>
        ))
      )}
    </section>
  );
}

/** Since when and why its clock stands still. */
function stopped(p: Promised, { lang, zone }: Pick<Visit, "lang" | "zone">): string[] {
  const open = p.pauses.find((pause) => pause.to === null);
  return open ? [phrase(lang, `promise.paused.${open.reason}`, { at: instantText(Date.parse(open.from), lang, zone) })] : [];
}

/** When it is due or aimed at while it runs; afterwards when it was kept, or when it should have been. */
function timesOf(p: Promised, { lang, zone }: Visit): string[] {
  if (p.state === "kept" && p.endedAt) return [phrase(lang, "promise.kept-at", { at: instantText(Date.parse(p.endedAt), lang, zone) })];
  if (p.state === "broken" && p.dueText) return [phrase(lang, "promise.broken-at", { at: p.dueText })];
  if (p.state === "withdrawn") return [];
  if (p.state === "paused") return stopped(p, { lang, zone }); // its time is not known until the clock runs again
  return [
    ...(p.dueText && p.strength !== "goal" ? [phrase(lang, "ticket.due", { at: p.dueText })] : []),
    ...(p.goalText ? [phrase(lang, "ticket.aim", { at: p.goalText })] : p.strength === "goal" && p.dueText ? [phrase(lang, "ticket.aim", { at: p.dueText })] : []),
  ];
}
