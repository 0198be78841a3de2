// What an event says of the people whom a ticket's mails concern: who is copied, and whose address mail comes back from.
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { Plan } from "../plan.ts";

interface Where {
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
}

/** Adds the rows and statements to the plan. A person is marked only by a bounce of a mail that the ticket sends them, and free again once they write. */
export function mailPeople(event: Event, found: Case, { desk, ticket, at }: Where, plan: Plan): void {
  if ((event.kind === "ask" || event.kind === "message") && event.copied?.length) {
    plan.writes.push({
      table: "participants",
      rows: event.copied.map(({ name, address }) => ({ desk, ticket, address: address.toLowerCase(), name: name || address, since: at })),
      conflict: { columns: ["desk", "ticket", "address"], update: [] }, // who was removed stays so
    });
  }
  if (event.kind === "participant") {
    plan.statements.push([
      `insert into participants (desk, ticket, address, name, copied, since, removed_at) values ($1, $2, $3, $4, $5, at_ms($6), case when $7 then at_ms($6) end)
       on conflict (desk, ticket, address) do update set copied = excluded.copied, removed_at = excluded.removed_at`,
      [desk, ticket, event.address.toLowerCase(), event.name ?? event.address, event.state === "copied", at, event.state === "removed"],
    ]);
  }
  const hard = event.kind === "automatic" ? (event.said.robot?.failed ?? []).filter((f) => f.hard) : [];
  for (const { address, status } of hard) {
    plan.statements.push([
      `update people p set bounced_at = at_ms($3), bounced_why = $4 where p.desk = troth_desk() and (
         (p.email = $2 and (exists (select 1 from tickets t where t.desk = p.desk and t.id = $1 and t.requester = p.id)
           or exists (select 1 from participants a where a.desk = p.desk and a.ticket = $1 and a.address = $2)))
         or exists (select 1 from tickets t where t.desk = p.desk and t.id = $1 and t.requester = p.id and t.answer_to = $2))`,
      [ticket, address, at, status],
    ]);
  }
  const person = found.customer?.person;
  if (person?.bounced_at && (event.kind === "ask" || event.kind === "message") && event.by.kind === "person" && event.by.id === person.id && event.said.channel === "mail") {
    plan.statements.push(["update people set bounced_at = null, bounced_why = null where desk = troth_desk() and id = $1", [person.id]]);
  }
}
