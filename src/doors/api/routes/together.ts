// Answering the tickets of a problem together, each in its own language, and solving it.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { answerTogether } from "../../../desk/acts/problems/answer-together.ts";
import { openShared } from "../../../desk/acts/problems/change-problem.ts";
import { problemView } from "../../../desk/views/problem-shown.ts";
import { type AnyAsk, filesOf, reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { SharedProblemWhole, SolutionInput, TogetherInput } from "../shapes/problems.ts";

const common = { tag: "problems", params: z.object({ id: Id }), may: { staff: "agent", key: "tickets:write" }, output: SharedProblemWhole } as const;
const PROBLEMS = ["invalid-input", "not-found", "changed-meanwhile"] as const;

export const TOGETHER_ROUTES = [
  route({
    ...common,
    id: "answerTogether",
    title: "Answer every open ticket that hangs on it, each on its own thread and in its own language",
    method: "POST",
    path: "/problems/{id}/answers",
    body: TogetherInput,
    status: 201,
    problems: [...PROBLEMS, "key-reused", "still-running"],
    async run(ask) {
      await answerTogether(ask.house, ask.desk, actAt(ask), { ...ask.body, files: filesOf(ask, ask.body.files).files, solves: false });
      return whole(ask);
    },
  }),
  route({
    ...common,
    id: "solveProblem",
    title: "Solve it: every open ticket that hangs on it is closed with the shared solution, in its own language",
    method: "PUT",
    path: "/problems/{id}/solution",
    body: SolutionInput,
    problems: PROBLEMS,
    async run(ask) {
      const before = await whole(ask);
      if (before.state === "solved") return before;
      await answerTogether(ask.house, ask.desk, actAt(ask), { ...ask.body, files: filesOf(ask, ask.body.files).files, solves: true });
      return whole(ask);
    },
  }),
  route({
    ...common,
    id: "openProblem",
    title: "It is not solved after all; tickets that were closed with it stay so",
    method: "DELETE",
    path: "/problems/{id}/solution",
    problems: ["not-found", "changed-meanwhile"],
    async run(ask) {
      await openShared(ask.house, ask.desk, actAt(ask));
      return whole(ask);
    },
  }),
];

type One = AnyAsk & { readonly params: { readonly id: string } };
const whole = (ask: One) => reading(ask, (look) => problemView(look, ask.params.id));
const actAt = (ask: One) => ({ id: ask.eventId, by: actorOf(ask.viewer), problem: ask.params.id, ...(ask.expect !== undefined && { expect: ask.expect }) });
