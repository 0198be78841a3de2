// Problems that tickets of different customers have in common: naming, hanging, proposals. Answering them together is in together.ts.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { dropShared, wordShared } from "../../../desk/acts/problems/change-problem.ts";
import { hangTicket, nameProblem, takeOff } from "../../../desk/acts/problems/hang.ts";
import { findTicket } from "../../../desk/views/find-ticket.ts";
import { problemView } from "../../../desk/views/problem-shown.ts";
import { problemPage } from "../../../desk/views/problems.ts";
import { proposalsFor, relatedTo } from "../../../desk/views/related.ts";
import { type AnyAsk, reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { NewSharedProblem, ProblemQuery, Related, RelatedTickets, SharedProblemInput, SharedProblemPage, SharedProblemWhole } from "../shapes/problems.ts";
import { NumberParam } from "../shapes/ticket-input.ts";

const READ = { staff: "agent", key: "tickets:read" } as const;
const WRITE = { staff: "agent", key: "tickets:write" } as const;
const IdParam = z.object({ id: Id });
const whole = (ask: AnyAsk, id: string) => reading(ask, (look) => problemView(look, id));

const one = { tag: "problems", path: "/problems/{id}", params: IdParam, may: WRITE, output: SharedProblemWhole } as const;
const hanging = { ...one, path: "/problems/{id}/tickets/{number}", params: NumberParam.extend({ id: Id }) } as const;

export const PROBLEM_ROUTES = [
  route({
    id: "problems",
    tag: "problems",
    title: "Problems on which tickets hang, the newest first",
    method: "GET",
    path: "/problems",
    may: READ,
    query: ProblemQuery,
    output: SharedProblemPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => problemPage(look, ask.query)),
  }),
  route({
    id: "nameProblem",
    tag: "problems",
    title: "Name a problem, with the tickets that hang on it from the beginning",
    method: "POST",
    path: "/problems",
    may: WRITE,
    body: NewSharedProblem,
    output: SharedProblemWhole,
    status: 201,
    problems: ["invalid-input", "not-found", "not-hangable", "key-reused", "still-running"],
    async run(ask) {
      const { title, known, tickets: numbers } = ask.body;
      const tickets = await reading(ask, ({ tx, viewer }) => Promise.all(numbers.map(async (number) => (await findTicket(tx, viewer, number)).id)));
      return whole(ask, await nameProblem(ask.house, ask.desk, { id: ask.eventId, by: actorOf(ask.viewer) }, { title, known, tickets }));
    },
  }),
  route({
    ...one,
    id: "problem",
    title: "A problem whole: the tickets that hang on it, the languages that an answer needs, and what was said together",
    method: "GET",
    may: READ,
    problems: ["not-found"],
    run: (ask) => whole(ask, ask.params.id),
  }),
  route({
    ...one,
    id: "wordProblem",
    title: "Say anew what it is called and what is known of it",
    method: "PATCH",
    body: SharedProblemInput,
    problems: ["invalid-input", "not-found", "changed-meanwhile"],
    async run(ask) {
      const { title, known } = ask.body;
      await wordShared(ask.house, ask.desk, actAt(ask), { ...(title !== undefined && { title }), ...(known !== undefined && { known }) });
      return whole(ask, ask.params.id);
    },
  }),
  route({
    ...one,
    id: "dropProblem",
    title: "Let go of a problem on which nothing hangs and of which nothing was said",
    method: "DELETE",
    output: "nothing",
    problems: ["not-found", "not-allowed"],
    run: (ask) => dropShared(ask.house, ask.desk, actAt(ask)),
  }),
  route({
    ...hanging,
    id: "hang",
    title: "Hang an open ticket on it, of whichever customer; nobody outside is told",
    method: "PUT",
    problems: ["not-found", "not-hangable", "changed-meanwhile"],
    async run(ask) {
      const { id, number } = ask.params;
      await hangTicket(ask.house, ask.desk, { ...actAt(ask), problem: id, ticket: await idOf(ask, number), ...(ask.expect !== undefined && { expect: ask.expect }) });
      return whole(ask, id);
    },
  }),
  route({
    ...hanging,
    id: "takeOff",
    title: "Take a ticket off: it is as if it had never hung there",
    method: "DELETE",
    problems: ["not-found"],
    async run(ask) {
      const { id, number } = ask.params;
      await takeOff(ask.house, ask.desk, { ...actAt(ask), problem: id, ticket: await idOf(ask, number) });
      return whole(ask, id);
    },
  }),
  route({
    ...one,
    id: "problemProposals",
    title: "Open tickets that hang on nothing and seem to be about this problem: a proposal to a person",
    method: "GET",
    path: "/problems/{id}/proposals",
    may: READ,
    output: RelatedTickets,
    problems: ["not-found"],
    run: (ask) => reading(ask, async (look) => ({ items: await proposalsFor(look, ask.params.id) })),
  }),
  route({
    ...one,
    id: "related",
    title: "Problems that an open ticket may hang on, and tickets of other customers that seem to be about the same: proposals to a person",
    method: "GET",
    path: "/tickets/{number}/related",
    params: NumberParam,
    may: READ,
    output: Related,
    problems: ["not-found"],
    run: (ask) => reading(ask, async (look) => relatedTo(look, (await findTicket(look.tx, look.viewer, ask.params.number)).id)),
  }),
];

const actAt = (ask: AnyAsk & { readonly params: { readonly id: string } }) => ({
  id: ask.eventId,
  by: actorOf(ask.viewer),
  problem: ask.params.id,
  ...(ask.expect !== undefined && { expect: ask.expect }),
});
const idOf = (ask: AnyAsk, number: string): Promise<string> => reading(ask, async ({ tx, viewer }) => (await findTicket(tx, viewer, number)).id);
