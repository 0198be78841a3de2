// What a customer was told of a promise's time is kept beside it; a time that changes without a word is a drift, and a drift is an alarm.
import type { PromisesRow } from "../database/rows.gen.ts";
import type { Effect } from "../policy/index.ts";
import type { MailToWrite } from "../words/mails/compose.ts";
import type { MailPromise } from "../words/mails/model.ts";
import type { Plan } from "./plan.ts";
import { drifts, tells } from "./promises/writes.ts";

/** A time that was told: of which mail of the outbox, when, and which due time it said. Epoch ms. */
export interface Told {
  readonly at: number;
  readonly due: number | null;
  readonly by: string;
}

/** The promises whose times a mail says. */
const saidIn = (what: MailToWrite | null): readonly MailPromise[] => (what?.mail === "confirmation" || what?.mail === "notice" ? (what.input.promises ?? []) : []);

/** Adds to the plan what this event's mail told, and where a time changed that had been told before and was not told now. */
export function keepTold(plan: Plan, effects: readonly Effect[], what: MailToWrite | null, promises: readonly PromisesRow[], mail: string | null, at: number): void {
  const said = saidIn(what);
  const toldOf = (clause: string, due: number | null): Told | null => (mail !== null && said.some((p) => p.clause.id === clause && p.due === due) ? { at, due, by: mail } : null);
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
    const before = ((promises.find((p) => p.id === e.id)?.told ?? []) as readonly Told[]).at(-1);
    if (told) plan.statements.push(tells(e.id, told));
    else if (before && before.due !== e.due) plan.statements.push(drifts(e.id, { at, told: before.due, due: e.due }));
  }
}
