// What is done with a ticket: who has it, its state, what is true about it, what a person rules.
import { randomUUID } from "node:crypto";
import { checkFacts } from "../../../desk/acts/records/check-facts.ts";
import { Problem } from "../../../desk/problem.ts";
import { solutionAmong } from "../../../desk/tickets/solution.ts";
import { isNext } from "../../../desk/tickets/next.ts";
import type { FoundTicket } from "../../../desk/views/find-ticket.ts";
import { stepUpOn } from "../../../desk/views/step-up-on.ts";
import { clauseOf } from "../../../desk/views/shown-reason.ts";
import { z } from "zod";
import { type AnyAsk, atTicket, channelOf, reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import {
  AgreementInput,
  AssigneeInput,
  ClaimsInput,
  ClosureInput,
  EscalationInput,
  FindingsInput,
  NumberParam,
  ParticipantInput,
  RulingInput,
  SkipInput,
  StatusInput,
} from "../shapes/ticket-input.ts";
import { Ticket } from "../shapes/ticket.ts";
import { sentence } from "../../../words/phrase.ts";

const PROBLEMS = ["invalid-input", "not-found", "not-allowed", "changed-meanwhile"] as const;
const put = { tag: "tickets", method: "PUT", params: NumberParam, output: Ticket, problems: PROBLEMS } as const;
const INSIDE = { staff: "agent", key: "tickets:write" } as const;
const ADDRESS = NumberParam.extend({
  address: z
    .string()
    .max(320)
    .regex(/^[^\s@]+@[^\s@]+$/, "an address of mail"),
});
const ALL = { person: true, ...INSIDE } as const;

export const CHANGE_ROUTES = [
  route({
    ...put,
    id: "tellTime",
    title: "Tell the customer the time of a promise that changed without a word; once for each change",
    path: "/tickets/{number}/promises/{promise}/told",
    may: { staff: "lead", key: "tickets:write" },
    params: NumberParam.extend({ promise: z.guid() }),
    problems: [...PROBLEMS, "already-taken", "case-closed"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "tell-time", promise: ask.params.promise })),
  }),
  route({
    ...put,
    id: "assign",
    title: "Give the ticket to somebody, or to nobody",
    path: "/tickets/{number}/assignee",
    may: INSIDE,
    body: AssigneeInput,
    run: (ask) =>
      atTicket(ask, async (own, found) => {
        const { to, reason } = ask.body;
        if (ask.viewer.kind === "staff" && to === ask.viewer.id && found.assignee === null) await checkTurn(ask, found, reason);
        return { ...own, kind: "assign", to, ...(reason !== undefined && { reason }) };
      }),
  }),
  route({
    ...put,
    id: "skip",
    title: "Pass over the ticket that is next, and say why; it goes to whoever comes after",
    method: "POST",
    path: "/tickets/{number}/skips",
    may: { staff: "agent" },
    body: SkipInput,
    status: 201,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) =>
      atTicket(ask, (own, found) => {
        const skip = (found.results as Record<string, unknown>)["queue.skip"];
        if (skip === "never") throw new Problem("not-allowed", sentence("refused.none-passed-over"));
        if (found.assignee !== null && found.assignee !== ask.viewer.id) throw new Problem("already-taken", sentence("refused.pass-not-yours"));
        const { reason = "" } = ask.body;
        if (skip !== "free" && reason === "") refuse([{ at: "reason", message: "say why you pass it over" }]);
        return { ...own, kind: "skip", reason };
      }),
  }),
  route({
    ...put,
    id: "escalate",
    title: "Take the ticket further, as the policy lets the one who asks: staff by what they find, customers by saying so",
    method: "POST",
    path: "/tickets/{number}/escalations",
    may: ALL,
    body: EscalationInput,
    status: 201,
    run: async (ask) => {
      const { fact, by } = await reading(ask, (look) => stepUpOn(look, ask.params.number));
      const said = ask.body.text === undefined ? {} : { said: { text: ask.body.text, channel: channelOf(ask.viewer) } };
      return atTicket(ask, (own) => (by === "agent" ? { ...own, kind: "finding", findings: { [fact]: true } } : { ...own, kind: "claim", claims: { [fact]: true }, ...said }));
    },
  }),
  route({
    ...put,
    id: "setStatus",
    title: "Open, or waiting for the customer",
    path: "/tickets/{number}/status",
    may: INSIDE,
    body: StatusInput,
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "status", status: ask.body.status })),
  }),
  route({
    ...put,
    id: "close",
    title: "Close the ticket, or ask the customer first where the policy says so; then it waits for them, and `closings` says what was asked",
    path: "/tickets/{number}/closure",
    may: ALL,
    body: ClosureInput,
    problems: [...PROBLEMS, "not-closable", "already-taken"],
    run: (ask) =>
      atTicket(ask, async (own, found) => {
        const { outcome, text, solution } = ask.body;
        if (ask.viewer.kind === "person") return { ...own, kind: "close", outcome };
        const solved = text === undefined && outcome === "solved" ? await reading(ask, ({ tx }) => solutionAmong(tx, found.id, solution)) : null;
        if (text === undefined) return { ...own, kind: "close", outcome, ...(solved !== null && { solution: solved }) };
        return { ...own, kind: "close", outcome, solution: randomUUID(), said: { text, channel: ask.viewer.kind === "staff" ? "console" : "api" } };
      }),
  }),
  route({
    ...put,
    id: "reopen",
    title: "Open it again",
    method: "DELETE",
    path: "/tickets/{number}/closure",
    may: ALL,
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "reopen" })),
  }),
  route({
    ...put,
    id: "agreeToClosing",
    title: "Say whether it may be closed, as the customer who is asked; what is still wrong goes to whoever works on it",
    path: "/tickets/{number}/closure/agreement",
    may: { person: true },
    body: AgreementInput,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) =>
      atTicket(ask, (own) => {
        const { agreed, text } = ask.body;
        return { ...own, kind: agreed ? "agree-closing" : "refuse-closing", channel: "api", ...(text !== undefined && { said: { text, channel: channelOf(ask.viewer) } }) };
      }),
  }),
  route({
    ...put,
    id: "withdrawClosing",
    title: "Ask the customer no more whether it may be closed",
    method: "DELETE",
    path: "/tickets/{number}/closure/agreement",
    may: INSIDE,
    problems: [...PROBLEMS, "already-taken"],
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "withdraw-closing" })),
  }),
  route({
    ...put,
    id: "setParticipant",
    title: "Let somebody take part by mail, with the answers or without",
    path: "/tickets/{number}/participants/{address}",
    may: INSIDE,
    params: ADDRESS,
    body: ParticipantInput,
    run: (ask) =>
      atTicket(ask, (own) => ({
        ...own,
        kind: "participant",
        address: ask.params.address,
        state: ask.body.copied ? "copied" : "present",
        ...(ask.body.name !== undefined && { name: ask.body.name }),
      })),
  }),
  route({
    ...put,
    id: "removeParticipant",
    title: "Let somebody take part no longer",
    method: "DELETE",
    path: "/tickets/{number}/participants/{address}",
    may: INSIDE,
    params: ADDRESS,
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "participant", address: ask.params.address, state: "removed" })),
  }),
  route({
    ...put,
    id: "find",
    title: "Say what an expert has found",
    path: "/tickets/{number}/findings",
    may: INSIDE,
    body: FindingsInput,
    problems: [...PROBLEMS, "not-closable"],
    run: (ask) =>
      atTicket(ask, (own, _found, policy) => {
        const { values, faults } = checkFacts(policy, ask.body.facts, "findings");
        refuse(faults);
        return { ...own, kind: "finding", findings: values };
      }),
  }),
  route({
    ...put,
    id: "claim",
    title: "Say or contest a fact as the customer",
    path: "/tickets/{number}/claims",
    may: ALL,
    body: ClaimsInput,
    run: (ask) =>
      atTicket(ask, (own, _found, policy) => {
        const { values, faults } = checkFacts(policy, ask.body.facts, "claims");
        refuse(faults);
        return { ...own, kind: "claim", claims: values, ...(ask.body.text !== undefined && { said: { text: ask.body.text, channel: channelOf(ask.viewer) } }) };
      }),
  }),
  route({
    ...put,
    id: "rule",
    title: "Decide what the policy leaves to a person",
    path: "/tickets/{number}/rulings/{clause}",
    may: { staff: "agent" },
    params: NumberParam.extend({ clause: z.string().max(100) }),
    body: RulingInput,
    problems: [...PROBLEMS, "already-taken", "not-yours"],
    run: (ask) =>
      atTicket(ask, (own, _found, policy) => {
        const { state, option, reason } = ask.body;
        const clause = clauseOf(policy, ask.params.clause);
        if (clause?.section === "conduct") throw new Problem("not-allowed", sentence("refused.case-elsewhere"));
        const options = clause?.ruling?.options ?? [];
        if (option !== undefined && !options.includes(option)) refuse([{ at: "option", message: options.length ? `one of: ${options.join(", ")}` : "this clause offers no options" }]);
        return { ...own, kind: "ruling", clause: ask.params.clause, state, reason, ...(option !== undefined && { option }) };
      }),
  }),
];

/** Taking one that is not next: free, with a reason, or never, as the policy's queue says. */
async function checkTurn(ask: AnyAsk, found: FoundTicket, reason: string | undefined): Promise<void> {
  const skip = (found.results as Record<string, unknown>)["queue.skip"];
  if (skip !== "never" && (skip !== "with-reason" || reason !== undefined)) return;
  if (await reading(ask, ({ tx }) => isNext(tx, found.id, ask.viewer.id, ask.house.now()))) return;
  if (skip === "never") throw new Problem("not-allowed", sentence("refused.take-next"));
  throw new Problem("invalid-input", sentence("refused.say-why-taken"), [{ at: "reason", message: "needed for a ticket that is not the next" }]);
}
