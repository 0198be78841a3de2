// Which answer solved a ticket: the one that is named, else the last that was given.
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { sentence } from "../../words/phrase.ts";

/** Its id; null where none was given yet. Throws invalid-input where `named` is no answer on this ticket. */
export async function solutionAmong(tx: Tx, ticket: string, named: string | undefined): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    "select id from messages where desk = troth_desk() and ticket in (select joined_with($1)) and kind = 'answer' and ($2::uuid is null or id = $2::uuid) order by at desc, id desc limit 1",
    [ticket, named ?? null],
  );
  if (!row && named !== undefined) throw new Problem("invalid-input", sentence("refused.no-solution"), [{ at: "solution", message: "the id of an answer on this ticket" }]);
  return row?.id ?? null;
}
