// Whether a case still takes what the person writes, and as what. Pure.
import type { ConductCasesRow } from "../../database/rows.gen.ts";

type State = Pick<ConductCasesRow, "state" | "clause" | "contestable" | "contest_by" | "appealed_at" | "appeal_at" | "lifted_at">;

/** Until it is decided they are heard; then they can appeal, once, and add to their appeal until that is decided. Null: it is closed. */
export function takesWords(c: State, at: number): "answer" | "appeal" | null {
  if (c.state === "open") return "answer";
  if (c.state !== "decided" || c.clause === null || !c.contestable || c.appeal_at !== null || c.lifted_at !== null) return null;
  return c.appealed_at !== null || c.contest_by === null || at <= c.contest_by ? "appeal" : null;
}
