// Splitting a ticket into one for each problem, undoing it, and what the customer would read of either.
import { actorOf } from "../../../desk/actor.ts";
import { checkFacts } from "../../../desk/acts/records/check-facts.ts";
import type { Claims } from "../../../desk/event.ts";
import { policyVersion } from "../../../desk/policies/running.ts";
import type { Fault } from "../../../desk/problem.ts";
import { type SplitDone, splitTicket, type SplitWanted, unsplitTicket } from "../../../desk/acts/splitting/split.ts";
import { findTicket } from "../../../desk/views/find-ticket.ts";
import type { Policy } from "../../../policy/index.ts";
import { composeMail } from "../../../words/mails/compose.ts";
import type { z } from "zod";
import { type AnyAsk, reading, refuse, wholeTicket } from "../at-ticket.ts";
import { route } from "../route.ts";
import { SplitInput, SplitPreview } from "../shapes/splits.ts";
import { Ticket } from "../shapes/ticket.ts";
import { NumberParam } from "../shapes/ticket-input.ts";

const split = {
  tag: "tickets",
  path: "/tickets/{number}/split",
  may: { staff: "agent", key: "tickets:write" },
  params: NumberParam,
  problems: ["invalid-input", "not-found", "not-allowed", "changed-meanwhile", "not-splittable"],
} as const;

export const SPLIT_ROUTES = [
  route({
    ...split,
    id: "previewSplit",
    title: "What the customer would read if the ticket were split so; nothing happens",
    method: "POST",
    path: "/tickets/{number}/split/preview",
    body: SplitInput,
    output: SplitPreview,
    run: async (ask) => shown(await splitTicket(ask.house, ask.desk, { ...(await acting(ask)), wanted: await wantedOf(ask) }, { preview: true })),
  }),
  route({
    ...split,
    id: "split",
    title: "Make several tickets of it, one for each problem; the customer is told in one mail before anything is charged",
    method: "POST",
    body: SplitInput,
    output: Ticket,
    status: 201,
    async run(ask) {
      const { ticket } = await splitTicket(ask.house, ask.desk, { ...(await acting(ask)), wanted: await wantedOf(ask) });
      return wholeTicket(ask, { id: ticket.id });
    },
  }),
  route({
    ...split,
    id: "previewUnsplit",
    title: "What the customer would read if the split were undone",
    method: "GET",
    output: SplitPreview,
    run: async (ask) => shown(await unsplitTicket(ask.house, ask.desk, await acting(ask), { preview: true })),
  }),
  route({
    ...split,
    id: "unsplit",
    title: "Undo the split that this ticket was the last to be split by, or that made it: one ticket again, as it was",
    method: "DELETE",
    output: Ticket,
    async run(ask) {
      const { ticket } = await unsplitTicket(ask.house, ask.desk, await acting(ask));
      return wholeTicket(ask, { id: ticket.id });
    },
  }),
];

type Splitting = AnyAsk & { readonly params: { readonly number: string }; readonly body: z.output<typeof SplitInput> };

/** The input with its facts checked by the ticket's policy. */
async function wantedOf(ask: Splitting): Promise<SplitWanted> {
  const policy = await reading(ask, async ({ tx }) => (await policyVersion(tx, ask.desk, (await findTicket(tx, ask.viewer, ask.params.number)).policy)).policy);
  const faults: Fault[] = [];
  const { stays, parts } = ask.body;
  const wanted = {
    stays: { findings: found(policy, stays.facts ?? {}, "stays.facts", faults), ...(stays.subject !== undefined && { subject: stays.subject }) },
    parts: parts.map(({ subject, topic, facts, pieces }, i) => ({ subject, pieces, findings: found(policy, { ...facts, ...(topic !== undefined && { topic }) }, `parts.${i}.facts`, faults) })),
  };
  refuse(faults);
  return wanted;
}

function found(policy: Policy, facts: Readonly<Record<string, unknown>>, at: string, faults: Fault[]): Claims {
  const checked = checkFacts(policy, facts, "findings", at);
  faults.push(...checked.faults);
  return checked.values;
}

async function acting(ask: AnyAsk & { readonly params: { readonly number: string } }) {
  const ticket = await reading(ask, async ({ tx }) => (await findTicket(tx, ask.viewer, ask.params.number)).id);
  return { id: ask.eventId, by: actorOf(ask.viewer), ticket, ...(ask.expect !== undefined && { expect: ask.expect }) };
}

function shown({ ticket, parts, mails }: SplitDone) {
  return {
    number: ticket.number,
    parts: parts.map((part) => part.number),
    mails: mails.map(({ what, to }) => {
      const { subject, text } = composeMail(what);
      return { to, language: what.input.reader.lang, subject, text };
    }),
  };
}
