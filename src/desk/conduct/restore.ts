// A lifted measure puts back what it took from a ticket, before anything is decided about it: promises with their times and pauses, and their timers.
import type { Tx } from "../../database/tx.ts";
import type { Event } from "../event.ts";
import { timerOf } from "./about.ts";

const KEPT = "k.desk = troth_desk() and k.measure = $1 and k.ticket = $2";

/** Before the ticket of this event is looked at, where it is the one by which it hears that a measure is lifted. */
export async function restored(tx: Tx, event: Event): Promise<void> {
  const measure = timerOf(event, "lifted");
  if (measure !== null && event.kind === "timer") await restoreTicket(tx, measure, event.ticket, event.key);
}

/** Once, and only while the event of this timer is yet to come. What came due meanwhile comes due at its own time. */
async function restoreTicket(tx: Tx, measure: string, ticket: string, timer: string): Promise<void> {
  await tx.query("select 1 from tickets where desk = troth_desk() and id = $1 for update", [ticket]);
  const [waits] = await tx.query("select 1 from timers where desk = troth_desk() and ticket = $1 and key = $2", [ticket, timer]);
  if (!waits) return;
  await tx.run(
    `update promises p set state = h.state, ended_at = null, pauses = h.pauses, due = h.due, goal = h.goal
     from measure_tickets k, jsonb_populate_recordset(null::promises, k.kept->'promises') h where ${KEPT} and p.desk = k.desk and p.id = h.id and p.state = 'withdrawn'`,
    [measure, ticket],
  );
  await tx.run(
    `insert into timers (desk, ticket, key, at, moment, about) select k.desk, x.ticket, x.key, x.at, x.moment, x.about
     from measure_tickets k, jsonb_populate_recordset(null::timers, k.kept->'timers') x where ${KEPT} and x.about not like 'conduct/%' on conflict (desk, ticket, key) do nothing`,
    [measure, ticket],
  );
  await tx.run(`delete from measure_tickets k where ${KEPT}`, [measure, ticket]);
}
