// Joining two tickets about the same problem, undoing it, and what the authors would read of either.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { type Joined, joinTickets, unjoinTicket } from "../../../desk/acts/join.ts";
import { similarToTicket } from "../../../desk/views/similar.ts";
import { findTicket } from "../../../desk/views/find-ticket.ts";
import { composeMail } from "../../../words/mails/compose.ts";
import { type AnyAsk, reading, wholeTicket } from "../at-ticket.ts";
import { route } from "../route.ts";
import { SimilarTickets } from "../shapes/answer.ts";
import { JoinInput, JoinPreview } from "../shapes/joins.ts";
import { Ticket } from "../shapes/ticket.ts";
import { NumberParam } from "../shapes/ticket-input.ts";

const INSIDE = { staff: "agent", key: "tickets:write" } as const;
const join = {
  tag: "tickets",
  path: "/tickets/{number}/join",
  may: INSIDE,
  params: NumberParam,
  problems: ["invalid-input", "not-found", "not-allowed", "changed-meanwhile", "not-joinable"],
} as const;

export const JOIN_ROUTES = [
  route({
    ...join,
    id: "similar",
    title: "Open tickets of the same customer that seem to be about the same: a proposal to a person",
    method: "GET",
    path: "/tickets/{number}/similar",
    may: { staff: "agent", key: "tickets:read" },
    output: SimilarTickets,
    problems: ["not-found"],
    run: (ask) => reading(ask, async (look) => ({ items: await similarToTicket(look, (await findTicket(look.tx, ask.viewer, ask.params.number)).id) })),
  }),
  route({
    ...join,
    id: "previewJoin",
    title: "What the authors would read if the ticket were joined with another, or, where it is joined, if that were undone",
    method: "GET",
    query: z.strictObject({ with: z.string().min(1).max(40).optional() }),
    output: JoinPreview,
    async run(ask) {
      const act = await acting(ask);
      const { with: other } = ask.query;
      return preview(
        await (other === undefined ? unjoinTicket(ask.house, ask.desk, act, { preview: true }) : joinTickets(ask.house, ask.desk, { ...act, with: await idOf(ask, other) }, { preview: true })),
      );
    },
  }),
  route({
    ...join,
    id: "join",
    title: "Join it with another ticket about the same problem; the earlier one stands, and is what comes back",
    method: "PUT",
    body: JoinInput,
    output: Ticket,
    async run(ask) {
      const { earlier } = await joinTickets(ask.house, ask.desk, { ...(await acting(ask)), with: await idOf(ask, ask.body.with) });
      return wholeTicket(ask, { id: earlier.id });
    },
  }),
  route({
    ...join,
    id: "unjoin",
    title: "Undo that it was joined into another: both are as they would be without it",
    method: "DELETE",
    output: Ticket,
    async run(ask) {
      const { later } = await unjoinTicket(ask.house, ask.desk, await acting(ask));
      return wholeTicket(ask, { id: later.id });
    },
  }),
];

const idOf = (ask: AnyAsk, number: string): Promise<string> => reading(ask, async ({ tx }) => (await findTicket(tx, ask.viewer, number)).id);

async function acting(ask: AnyAsk & { readonly params: { readonly number: string } }) {
  return { id: ask.eventId, by: actorOf(ask.viewer), ticket: await idOf(ask, ask.params.number), ...(ask.expect !== undefined && { expect: ask.expect }) };
}

function preview({ earlier, later, mails }: Joined) {
  return {
    stands: earlier.number,
    joined: later.number,
    mails: mails.map(({ what, to }) => {
      const { subject, text } = composeMail(what);
      return { to, language: what.input.reader.lang, subject, text };
    }),
  };
}
