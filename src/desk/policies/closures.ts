// Days on which a calendar opens otherwise than its policy says: made, taken back, and kept as they were when something was promised.
import { newId } from "../../database/new-id.ts";
import type { ClosuresRow, PromisesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Interval } from "../../policy/index.ts";
import { type Closure, datesOf } from "../../policy/time/with-closures.ts";

/** The closures that held at a state of the desk's hours, in the order in which they were made. */
export async function closuresAt(tx: Tx, hours: number): Promise<readonly Closure[]> {
  const rows = await tx.query<ClosuresRow>("select * from closures where desk = troth_desk() and since <= $1 and (until is null or until > $1) order by made_at, id", [hours]);
  return rows.map((r) => ({ calendar: r.calendar, first: r.first, last: r.last, hours: r.hours as Interval[] }));
}

/** Those that stand and end on `from` ("YYYY-MM-DD") or later. */
export const closuresFrom = (tx: Tx, from: string): Promise<ClosuresRow[]> =>
  tx.query<ClosuresRow>("select * from closures where desk = troth_desk() and until is null and last >= $1 order by first, made_at", [from]);

/** The next state of the hours, in a statement of its own so that the next one sees every ticket decided by the old ones; others who change them wait. */
async function nextState(tx: Tx): Promise<number> {
  await tx.run("select change_hours()");
  const [row] = await tx.query<{ hours: number }>("update desks set hours = hours + 1 where desk = troth_desk() returning hours");
  if (!row) throw new Error("a desk has one row");
  return row.hours;
}

/** Every ticket to which something is promised hears of the new hours on the road: how many. The timers are rows, so none is forgotten. */
async function tellTickets(tx: Tx, state: number, at: number): Promise<number> {
  return tx.run(
    `insert into timers (desk, ticket, key, at, moment, about)
     select distinct p.desk, p.ticket, 'hours/' || $1::text, at_ms($2), 'timer', 'hours/' || $1::text from promises p where p.desk = troth_desk() and p.state in ('running', 'paused')`,
    [state, at],
  );
}

export const allClosures = (tx: Tx): Promise<ClosuresRow[]> => tx.query<ClosuresRow>("select * from closures where desk = troth_desk() order by first desc, made_at desc limit 500");

/** Makes a closure: its id, and how many tickets hear of it. */
export async function closeOn(
  tx: Tx,
  closure: Closure,
  why: { readonly reason: string; readonly by: string; readonly announceBy: number | null },
  at: number,
): Promise<{ readonly id: string; readonly tickets: number }> {
  const id = newId(at);
  const state = await nextState(tx);
  await tx.run(
    "insert into closures (desk, id, calendar, first, last, hours, reason, made_at, made_by, announce_by, since) values (troth_desk(), $1, $2, $3, $4, $5::jsonb, $6, at_ms($7), $8, at_ms($9), $10)",
    [id, closure.calendar, closure.first, closure.last, JSON.stringify(closure.hours), why.reason, at, why.by, why.announceBy, state],
  );
  return { id, tickets: await tellTickets(tx, state, at) };
}

/** True if there was such a closure to take back. */
export async function openAgain(tx: Tx, id: string, at: number): Promise<boolean> {
  const state = await nextState(tx);
  if ((await tx.run("update closures set ended_at = at_ms($2), until = $3 where desk = troth_desk() and id = $1 and ended_at is null", [id, at, state])) !== 1) return false;
  await tellTickets(tx, state, at);
  return true;
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
