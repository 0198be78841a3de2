// What came in by a webhook lately and what became of it: for people to see, and no more than they look at.
import { newId } from "../../database/new-id.ts";
import type { HookCallsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export type CallOutcome = "changed" | "unchanged" | "repeated" | "refused" | "unsigned" | "paused";
export interface Call {
  readonly hook: string;
  readonly message: string;
  readonly outcome: CallOutcome;
  readonly organisation?: string | null;
  readonly fault?: string | null;
}

/** So many of each webhook are kept of what was signed, and of what was not: who sends the second cannot push out the first. */
const KEPT = 100;
/** Anybody can send what is not signed: one of these in so many ms is enough to see it. */
const UNSIGNED_EVERY = 10_000;

export async function noteCall(tx: Tx, desk: string, { hook, message, outcome, organisation = null, fault = null }: Call, at: number): Promise<void> {
  if (outcome === "unsigned") {
    const lately = await tx.query("select 1 from hook_calls where desk = troth_desk() and hook = $1 and outcome = 'unsigned' and at > at_ms($2) limit 1", [hook, at - UNSIGNED_EVERY]);
    if (lately.length > 0) return;
  }
  await tx.writeAll([{ table: "hook_calls", rows: [{ desk, id: newId(at), hook, message: message.slice(0, 200), outcome, organisation, fault: fault?.slice(0, 2000) ?? null, at }] }]);
  const ofKind = "desk = troth_desk() and hook = $1 and (outcome = 'unsigned') = $3";
  await tx.run(`delete from hook_calls where ${ofKind} and id < (select id from hook_calls where ${ofKind} order by id desc offset $2 limit 1)`, [hook, KEPT - 1, outcome === "unsigned"]);
}

export type CallShown = HookCallsRow & { readonly name: string | null };

/** The newest first, each with the customer's name where there is one. */
export const callsOf = (tx: Tx, hook: string): Promise<CallShown[]> =>
  tx.query<CallShown>(
    `select c.*, o.name from hook_calls c left join organisations o on o.desk = c.desk and o.id = c.organisation
     where c.desk = troth_desk() and c.hook = $1 order by c.id desc limit $2`,
    [hook, 2 * KEPT],
  );
