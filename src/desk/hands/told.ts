// What a customer was told of a promise's time is kept beside it; a time that changes without a word is a drift, and a drift is an alarm.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Effect } from "../../policy/index.ts";
import type { MailToWrite } from "../../words/mails/compose.ts";
import type { MailPromise } from "../../words/mails/model.ts";
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import { PAGE } from "../promises/shown.ts";
import { drifts, tells } from "../promises/writes.ts";
import type { Reasoned } from "../reasoned.ts";
import { promisesIn } from "./tell.ts";

/** A time that was told: by which mail of the outbox or by a `page`, when, and which due time it said. Epoch ms. */
export interface Told {
  readonly at: number;
  readonly due: number | null;
  readonly by: string;
}

/** The promises whose times a mail says. */
const saidIn = (what: MailToWrite | null): readonly MailPromise[] => (what?.mail === "confirmation" || what?.mail === "notice" || what?.mail === "late-answer" ? (what.input.promises ?? []) : []);

/** What this event tells the customer: in its mail, and on the page that answers an asking. */
export interface Telling {
  readonly mail: { readonly id: string; readonly what: MailToWrite } | null;
  readonly page: readonly MailPromise[];
  readonly at: number;
}

/** The promises that the page after an asking shows to whoever is signed in there. */
export const shownAfter = (event: Event, effects: readonly Effect[], reasons: readonly Reasoned[]): readonly MailPromise[] =>
  event.kind === "ask" && event.by.kind === "person" && "id" in event.asker && event.said.channel === "portal" ? promisesIn(effects, reasons) : [];

/** Adds to the plan what this event told, and where a time changed that had been told before and was not told now. */
export function keepTold(plan: Plan, effects: readonly Effect[], promises: readonly PromisesRow[], { mail, page, at }: Telling): void {
  const says = (said: readonly MailPromise[], clause: string, due: number | null): boolean => said.some((p) => p.clause.id === clause && p.due === due);
  const written = saidIn(mail?.what ?? null);
  const toldOf = (clause: string, due: number | null): Told | null => {
    if (mail && says(written, clause, due)) return { at, due, by: mail.id };
    return says(page, clause, due) ? { at, due, by: PAGE } : null;
  };
  for (const write of plan.writes) {
    if (write.table !== "promises") continue;
    for (const row of write.rows) {
      const told = toldOf(row.clause, row.due ?? null);
      if (told) row.told = [told];
    }
  }
  for (const e of effects) {
    if (e.do !== "move-promise" && e.do !== "resume-promise") continue;
    const told = toldOf(e.clause, e.due);
    const row = promises.find((p) => p.id === e.id);
    const before = ((row?.told ?? []) as readonly Told[]).at(-1);
    if (told) plan.statements.push(tells(e.id, told));
    else if (before && before.due !== e.due) plan.statements.push(drifts(e.id, { at, told: before.due, due: e.due }));
    else if (row?.drift) plan.statements.push(drifts(e.id, null)); // it is what was told again
  }
}
