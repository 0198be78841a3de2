// What an event tells other systems: the ticket opened or closed, a price asked and answered, what was charged, given back or corrected.
import type { ChargesNew, ChargesRow } from "../../database/rows.gen.ts";
import { type HookEvent, toldToEndpoints } from "../endpoints/hook-events.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { Offered } from "../offers/offered.ts";
import type { Plan } from "../plan.ts";

interface Around {
  readonly found: Case;
  readonly offered: Offered | null;
  readonly ticket: string;
  readonly number: string;
  readonly requester: string;
  readonly at: number;
  readonly now: number;
}

/** Adds the messages to the plan. All amounts are whole cents; below zero is given back. */
export function tellHooks(event: Event, { found, offered, ticket, number, requester, at, now }: Around, plan: Plan): void {
  if (!found.hooked) return;
  const person = found.customer?.person;
  const organisation = found.customer?.organisation;
  const customer = {
    person: {
      id: requester,
      name: person?.name ?? (event.kind === "ask" && "email" in event.asker ? event.asker.name : null),
      email: person?.email ?? (event.kind === "ask" && "email" in event.asker ? event.asker.email : null),
    },
    organisation: organisation ? { id: organisation.id, name: organisation.name, country: organisation.country, vatNumber: organisation.vat_number, attributes: organisation.attributes } : null,
  };
  const tell = (type: HookEvent, data: object): void => void plan.statements.push(toldToEndpoints(type, ticket, at, now, { ticket: number, customer, ...data }));
  if (event.kind === "ask") tell("ticket.opened", { subject: event.subject, channel: event.said.channel, topic: event.topic ?? null });
  if (plan.ticket.status === "closed" && found.ticket?.status !== "closed") tell("ticket.closed", { outcome: plan.ticket.outcome ?? null });
  if (offered) tell(({ asked: "offer.made", accepted: "offer.accepted", declined: "offer.refused" } as const)[offered.is], { offer: offerData(offered, event) });
  for (const write of plan.writes) if (write.table === "charges") for (const row of write.rows as ChargesNew[]) if (row.kind === "charge") tell("charge.booked", { charge: chargeData(row) });
  if (event.kind === "adjust-decided" && event.approved) {
    const row = found.charges.find((each) => each.id === event.charge);
    if (row) tell("charge.adjusted", { charge: chargeData(row) });
  }
}

const offerData = ({ row }: Offered, event: Event): object => ({
  id: row.id,
  key: row.key,
  clause: row.clause,
  policy: row.policy,
  net: row.net,
  taxes: row.taxes,
  gross: row.gross,
  currency: row.currency,
  channel: "channel" in event ? event.channel : null,
});

const chargeData = (row: ChargesNew | ChargesRow): object => ({
  id: row.id,
  kind: row.kind,
  offer: row.offer ?? null,
  clause: row.clause ?? null,
  reason: row.reason ?? null,
  net: row.net,
  taxes: row.taxes,
  gross: row.gross,
  currency: row.currency,
});
