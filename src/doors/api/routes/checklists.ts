// Asking a customer to do something, and ticking what is done: theirs to do, and staff's where the customer only said so.
import { actorOf } from "../../../desk/actor.ts";
import { askFor, tickItems } from "../../../desk/acts/checklist.ts";
import { Problem } from "../../../desk/problem.ts";
import { findTicket } from "../../../desk/views/find-ticket.ts";
import { type AnyAsk, channelOf, filesOf, reading, wholeTicket } from "../at-ticket.ts";
import { route } from "../route.ts";
import { ChecklistInput, TickInput } from "../shapes/checklists.ts";
import { Ticket } from "../shapes/ticket.ts";
import { NumberParam } from "../shapes/ticket-input.ts";
import { z } from "zod";

const PROBLEMS = ["invalid-input", "not-found", "not-allowed", "changed-meanwhile"] as const;

export const CHECKLIST_ROUTES = [
  route({
    id: "askFor",
    tag: "tickets",
    title: "Ask the customer to do something, item by item; clocks stand still until all of it is done, as the policy says",
    method: "POST",
    path: "/tickets/{number}/checklists",
    may: { staff: "agent", key: "tickets:write" },
    params: NumberParam,
    body: ChecklistInput,
    output: Ticket,
    status: 201,
    problems: PROBLEMS,
    async run(ask) {
      const { ask: asked, things, items, text = "" } = ask.body;
      const own = await acting(ask);
      await askFor(ask.house, ask.desk, own, { ask: asked, things, items, words: text });
      return wholeTicket(ask, { id: own.ticket });
    },
  }),
  route({
    id: "tick",
    tag: "tickets",
    title: "Tick an item, with files or words where they help; with the last one the clock goes on",
    method: "PUT",
    path: "/tickets/{number}/checklist-items/{item}",
    may: { person: true, staff: "agent", key: "tickets:write" },
    params: NumberParam.extend({ item: z.uuid() }),
    body: TickInput,
    output: Ticket,
    problems: PROBLEMS,
    async run(ask) {
      const { state, text, files } = ask.body;
      if (state === "dropped" && ask.viewer.kind === "person") throw new Problem("not-allowed", "Only the desk can say that it is not needed any more; write to them.");
      const own = await acting(ask);
      const brought = filesOf(ask, files);
      const said = text !== undefined || brought.files ? { said: { text: text ?? "", channel: channelOf(ask.viewer), ...brought } } : {};
      await tickItems(ask.house, ask.desk, own, { items: [ask.params.item], state, channel: channelOf(ask.viewer), ...said });
      return wholeTicket(ask, { id: own.ticket });
    },
  }),
];

async function acting(ask: AnyAsk & { readonly params: { readonly number: string } }) {
  const ticket = await reading(ask, async ({ tx }) => (await findTicket(tx, ask.viewer, ask.params.number)).id);
  return { id: ask.eventId, by: actorOf(ask.viewer), ticket, ...(ask.expect !== undefined && { expect: ask.expect }) };
}
