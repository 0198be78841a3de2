// What a person makes of a mail that is uncertain or given up: it counts as sent, it is sent again, or it is left as it is.
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { sentence } from "../../words/phrase.ts";

export type Settlement = "sent" | "again" | "left";

/**
 * Settles one mail of this desk. An uncertain one may count as sent or go again, one that was given up may go again or be left.
 * What counts as sent is finished by the worker, with all that follows from it. Throws not-found, and changed-meanwhile.
 */
export async function settleOutbox(tx: Tx, id: string, as: Settlement, by: string, now: number): Promise<void> {
  const [row] = await tx.query<{ state: string }>("select outbox_state(o, at_ms($2)) as state from outbox o where desk = troth_desk() and id = $1::uuid and kind = 'mail' for update", [id, now]);
  if (!row) throw new Problem("not-found", sentence("refused.no-mail"));
  const allowed: Readonly<Record<string, readonly Settlement[]>> = { uncertain: ["sent", "again"], failed: ["again", "left"] };
  if (!allowed[row.state]?.includes(as)) throw new Problem("changed-meanwhile", sentence("refused.mail-settled", { state: row.state }));
  const change = {
    sent: ", payload = payload || jsonb_build_object('sentAt', $3::double precision), began_at = null, fault = null, send_at = at_ms($3)",
    again: ", began_at = null, given_up_at = null, tries = 0, send_at = at_ms($3)",
    left: "",
  }[as];
  await tx.run(`update outbox set settled_at = at_ms($3), settled_by = $2, claimed_until = null${change} where desk = troth_desk() and id = $1::uuid`, [id, by, now]);
}
