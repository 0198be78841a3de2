// Making what a customer wrote a contest, where it may say that a fact is wrong.
import { Problem } from "../../../desk/problem.ts";
import { messageContests } from "../../../desk/views/message-contests.ts";
import { atTicket, reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { Ticket } from "../shapes/ticket.ts";
import { NumberParam } from "../shapes/ticket-input.ts";
import { sentence } from "../../../words/phrase.ts";

export const CONTEST_ROUTES = [
  route({
    id: "contestByMessage",
    tag: "tickets",
    title: "Take a customer's message as the contest of the facts that it may say are wrong: they are looked into, within what the policy promises for it",
    method: "POST",
    path: "/tickets/{number}/messages/{id}/contest",
    may: { staff: "agent", key: "tickets:write" },
    params: NumberParam.extend({ id: Id }),
    output: Ticket,
    problems: ["not-found", "changed-meanwhile", "already-taken"],
    run: (ask) =>
      atTicket(ask, async (own, found) => {
        const { id } = ask.params;
        const facts = await reading(ask, ({ tx }) => messageContests(tx, found.id, id));
        if (facts === null) throw new Problem("not-found", sentence("refused.no-contest-message"));
        if (facts === "contested") throw new Problem("already-taken", sentence("refused.contest-already"));
        return { ...own, kind: "claim", claims: {}, contests: facts, message: id };
      }),
  }),
];
