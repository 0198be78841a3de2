// Days on which a calendar opens otherwise than its policy says: made, taken back, and known to every process within a second.
import { newId } from "../../database/new-id.ts";
import type { ClosuresRow, PromisesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Interval } from "../../policy/index.ts";
import { type Closure, datesOf } from "../../policy/time/with-closures.ts";

/** How long what is known of a desk's closures holds, in ms of the machine: another process may have made one. */
const FRESH = 1_000;
const known = new Map<string, { readonly until: number; readonly closures: readonly Closure[]; readonly key: string }>();

/** The closures that stand, in the order in which they were made, and a key that changes with them. */
export async function closuresNow(tx: Tx, desk: string): Promise<{ readonly closures: readonly Closure[]; readonly key: string }> {
  const found = known.get(desk);
  if (found && found.until > performance.now()) return found;
  const rows = await tx.query<ClosuresRow>("select * from closures where desk = troth_desk() and ended_at is null order by made_at, id");
  const fresh = { until: performance.now() + FRESH, closures: rows.map((r): Closure => ({ calendar: r.calendar, first: r.first, last: r.last, hours: r.hours as Interval[] })), key: rows.map((r) => r.id).join() };
  known.set(desk, fresh);
  return fresh;
}

export const allClosures = (tx: Tx): Promise<ClosuresRow[]> => tx.query<ClosuresRow>("select * from closures where desk = troth_desk() order by first desc, made_at desc limit 500");

/** Makes a closure; its id. */
export async function closeOn(tx: Tx, desk: string, closure: Closure, why: { readonly reason: string; readonly by: string; readonly announceBy: number | null }, at: number): Promise<string> {
  const id = newId(at);
  await tx.run("insert into closures (desk, id, calendar, first, last, hours, reason, made_at, made_by, announce_by) values (troth_desk(), $1, $2, $3, $4, $5::jsonb, $6, at_ms($7), $8, at_ms($9))",
    [id, closure.calendar, closure.first, closure.last, JSON.stringify(closure.hours), why.reason, at, why.by, why.announceBy]);
  tx.afterCommit(() => void known.delete(desk));
  return id;
}

/** True if there was such a closure to take back. */
export async function openAgain(tx: Tx, desk: string, id: string, at: number): Promise<boolean> {
  const ended = await tx.run("update closures set ended_at = at_ms($2) where desk = troth_desk() and id = $1 and ended_at is null", [id, at]);
  tx.afterCommit(() => void known.delete(desk));
  return ended === 1;
}

export type Standing = Pick<PromisesRow, "id" | "kind" | "due"> & { readonly number: string };

/** Promises on that calendar whose limits lie on those dates: they stand as they were told, and somebody has to see to them. */
export function fallingInto(tx: Tx, closure: Closure, zone: string): Promise<Standing[]> {
  return tx.query<Standing>(
    `select p.id, p.kind, p.due, t.number from promises p join tickets t on t.desk = p.desk and t.id = p.ticket
     where p.desk = troth_desk() and p.state = 'running' and p.calendar = $1 and to_char(p.due at time zone $2, 'YYYY-MM-DD') = any ($3::text[]) order by p.due limit 200`,
    [closure.calendar, zone, datesOf(closure)],
  );
}
