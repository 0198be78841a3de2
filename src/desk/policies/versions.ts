// The policy of a desk as its text.
import type { PoliciesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { IN_FORCE } from "./running.ts";

/** The text in force at `at` (epoch ms). Throws not-found. */
export async function policyTextInForce(tx: Tx, at: number): Promise<Pick<PoliciesRow, "version" | "label" | "effective" | "text">> {
  const [row] = await tx.query<Pick<PoliciesRow, "version" | "label" | "effective" | "text">>(
    `select version, label, effective, text from policies where desk = troth_desk() and version = (${IN_FORCE})`,
    [at],
  );
  if (!row) throw new Problem("not-found", "The desk has no policy in force.");
  return row;
}
