// Raw mail as it is kept before anybody reads it, and what became of it.
import { cleanJson } from "../../database/clean-text.ts";
import type { InboundMailsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Proof } from "./proof.ts";

export interface InboundMail extends Came {
  readonly desk: string;
  readonly sha: string;
  readonly sender: string | null; // the envelope's: empty for what wants no answer, null where it is not known
  readonly recipient: string;
  readonly size: number;
  readonly at: number /** As found at an earlier reading: keys go out of the DNS. */;
  readonly proof?: unknown /** The bytes, while they are still at hand. */;
  readonly raw?: Uint8Array;
}

/** How it came: the entrance (smtp, api, or the IMAP account), and who brought it where somebody did. */
export interface Came {
  readonly entrance: string;
  readonly ip: string | null;
  readonly helo: string | null;
}

/** Keeps the rows of raw mails whose bytes are on disk; how many are new: the same bytes again change nothing. Of several desks as the owner. */
export function keepInbound(tx: Tx, mails: readonly InboundMail[]): Promise<number> {
  const rows = mails.map(({ desk, sha, sender, recipient, size, at, entrance, ip, helo }) => ({ desk, sha, sender, recipient, size, at, entrance, ip, helo }));
  return tx.run(
    `insert into inbound_mails (desk, sha, sender, recipient, size, at, entrance, ip, helo)
     select desk, sha, sender, recipient, size, at_ms(at), entrance, ip, helo
     from json_to_recordset($1::json) r (desk text, sha text, sender text, recipient text, size bigint, at double precision, entrance text, ip text, helo text) on conflict (desk, sha) do nothing`,
    [cleanJson(rows)],
  );
}

/** What became of it: on a ticket (null: in a case of conduct), beside every ticket (with the reason), or unreadable (with the fault). */
export type Outcome = { readonly state: "done"; readonly ticket: string | null } | { readonly state: "set-aside"; readonly fault: string } | { readonly state: "quarantined"; readonly fault: string };

/** As the last act of a transaction. */
export function settleInbound(tx: Tx, sha: string, outcome: Outcome, found: { readonly proof?: Proof | null; readonly placed?: object | null } = {}): void {
  const [fault, ticket] = outcome.state === "done" ? [null, outcome.ticket] : [outcome.fault, null];
  tx.runLast("update inbound_mails set state = $2, fault = $3, ticket = $4, proof = coalesce($5::jsonb, proof), placed = coalesce($6::jsonb, placed) where desk = troth_desk() and sha = $1", [
    sha,
    outcome.state,
    fault,
    ticket,
    asJson(found.proof),
    asJson(found.placed),
  ]);
}

const asJson = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);

/** Lets a mail be read again that was set aside or could not be read; its row, or null where there is none such. */
export async function keepAgain(tx: Tx, sha: string): Promise<InboundMailsRow | null> {
  const [row] = await tx.query<InboundMailsRow>(
    "update inbound_mails set state = 'kept', fault = null where desk = troth_desk() and sha = $1 and state in ('set-aside', 'quarantined', 'kept') returning *",
    [sha],
  );
  return row ?? null;
}
