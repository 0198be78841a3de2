// What is done with a problem itself: its words, letting it go, opening it again. None of it is on a ticket.
import type { ProblemsRow } from "../../../database/rows.gen.ts";
import type { Tx } from "../../../database/tx.ts";
import type { Actor } from "../../event.ts";
import type { House } from "../../house.ts";
import { Problem } from "../../problem.ts";
import { answersOf, hungTickets, problemOf } from "../../problems/reads.ts";
import { dropProblem, noteProblem, setSolved, wordProblem } from "../../problems/writes.ts";
import { sentence } from "../../../words/phrase.ts";
import { overtaken } from "../../overtaken.ts";

interface Act {
  readonly id: string;
  readonly by: Actor;
  readonly problem: string;
  readonly expect?: number;
}

/** Says anew what it is called and what is known. Throws not-found, changed-meanwhile. */
export const wordShared = (house: House, desk: string, act: Act, words: { readonly title?: string; readonly known?: string }): Promise<void> =>
  changing(house, desk, act, "worded", (tx, { id, title, known }) => wordProblem(tx, id, { title, known, ...words }));

/** It is not solved after all. Throws not-found, changed-meanwhile. */
export const openShared = (house: House, desk: string, act: Act): Promise<void> =>
  changing(house, desk, act, "opened", (tx, { id, state }) => (state === "open" ? undefined : setSolved(tx, id, null, house.now())));

/** Lets go of one that was named by mistake. Throws not-allowed as long as something hangs on it or was said of it, not-found. */
export const dropShared = (house: House, desk: string, act: Act): Promise<void> =>
  changing(house, desk, act, "dropped", async (tx, { id }) => {
    if ((await hungTickets(tx, id)).length > 0) throw new Problem("not-allowed", sentence("refused.problem-hung"));
    if ((await answersOf(tx, id)).length > 0) throw new Problem("not-allowed", sentence("refused.problem-answered"));
    await dropProblem(tx, id);
  });

const changing = (house: House, desk: string, act: Act, did: string, work: (tx: Tx, problem: ProblemsRow) => Promise<unknown> | undefined): Promise<void> =>
  house.database.asDesk(
    desk,
    async (tx) => {
      const problem = await problemOf(tx, act.problem, true);
      if (!problem) throw new Problem("not-found", sentence("refused.no-problem"));
      if (act.expect !== undefined && problem.revision !== act.expect) throw overtaken("problem", problem.revision, act.expect);
      await work(tx, problem);
      await noteProblem(tx, { id: act.id, by: act.by, at: house.now(), problem: problem.id, did });
      tx.afterCommit(() => house.changed({ desk, ticket: null, event: act.id, kind: "problem" }));
    },
    { retry: true },
  );
