// What follows from a changed record: the customer's open tickets are asked anew, the next day that counts is noted, and who is to be told is told. SPEC 19.
import type { RecordEvent } from "./record-event.ts";
import type { Tx } from "../../../database/tx.ts";
import { nextOfRecord, standingAt } from "../../../policy/index.ts";
import { tellOfRecord } from "./tell-of-record.ts";

/** The names of the facts that stand otherwise now than before. */
export function changedFacts(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((fact) => before[fact] !== now[fact]);
}

/** Within the transaction that wrote the record. */
export async function recordChanged(tx: Tx, e: RecordEvent): Promise<void> {
  const { desk, policy, before, next, at } = e;
  const zone = before.zone ?? policy.desk.zone;
  const changed = changedFacts(before.attributes, standingAt(policy, next, at, zone));
  if (changed.length) await askTickets(tx, desk, [before.id], at, e.clock);
  await noteNext(tx, desk, before.id, nextOfRecord(policy, next, at, zone));
  if (!e.quiet && policy.clauses.some((c) => c.at.includes("record"))) await tellOfRecord(tx, e, changed);
}

/** When the record is to be looked at again; null: never. */
async function noteNext(tx: Tx, desk: string, organisation: string, at: number | null): Promise<void> {
  if (at === null) return void (await tx.run("delete from record_timers where desk = troth_desk() and organisation = $1", [organisation]));
  await tx.run(
    `insert into record_timers (desk, organisation, at) values ($1, $2, at_ms($3))
     on conflict (desk, organisation) do update set at = excluded.at, claimed_until = null, tries = 0 where record_timers.at <> excluded.at`,
    [desk, organisation, at],
  );
}

/** The customers' open tickets come to it on the road, each by a timer of its own. SPEC 19.6. */
export async function askTickets(tx: Tx, desk: string, organisations: readonly string[], at: number, clock: boolean): Promise<void> {
  await tx.run(
    `insert into timers (desk, ticket, key, at, moment, about)
     select t.desk, t.id, 'record', at_ms($2), case when t.refused or not $3 then 'finding' else 'timer' end, 'record'
     from tickets t where t.desk = $4 and t.organisation = any ($1::uuid[]) and t.status <> 'closed' and t.joined_into is null
     on conflict (desk, ticket, key) do update set at = excluded.at, moment = excluded.moment, claimed_until = null, tries = 0`,
    [organisations, at, clock, desk],
  );
}

/** What somebody has open from before it was known whose they are goes to their organisation, and is asked anew: the promise counts from the first asking. */
export async function bringTickets(tx: Tx, desk: string, people: readonly string[], at: number): Promise<void> {
  await tx.run(
    `with brought as (
       update tickets t set organisation = p.organisation from people p
       where t.desk = $3 and p.desk = t.desk and p.id = any ($1::uuid[]) and t.requester = p.id and t.organisation is null and p.organisation is not null and t.status <> 'closed'
       returning t.desk, t.id, t.joined_into)
     insert into timers (desk, ticket, key, at, moment, about)
     select desk, id, 'record', at_ms($2), 'finding', 'record' from brought where joined_into is null
     on conflict (desk, ticket, key) do update set at = excluded.at, moment = excluded.moment, claimed_until = null, tries = 0`,
    [people, at, desk],
  );
}
