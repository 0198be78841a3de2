// Raw mail as it is kept before anybody reads it, and what became of it.
import type { InboundMailsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Proof } from "./proof.ts";

export interface InboundMail extends Came { readonly desk: string; readonly sha: string; readonly sender: string; readonly recipient: string; readonly size: number; readonly at: number; /** As found at an earlier reading: keys go out of the DNS. */ readonly proof?: unknown }

/** How it came: the entrance (smtp, api, or the IMAP account), and who brought it where somebody did. */
export interface Came { readonly entrance: string; readonly ip: string | null; readonly helo: string | null }

/** Keeps the row of a raw mail whose bytes are on disk. The same bytes again change nothing: false. */
export async function keepInbound(tx: Tx, mail: InboundMail): Promise<boolean> {
  const n = await tx.run(
    "insert into inbound_mails (desk, sha, sender, recipient, size, at, entrance, ip, helo) values ($1, $2, $3, $4, $5, at_ms($6), $7, $8, $9) on conflict (desk, sha) do nothing",
    [mail.desk, mail.sha, mail.sender, mail.recipient, mail.size, mail.at, mail.entrance, mail.ip, mail.helo],
  );
  return n === 1;
}

/** What became of it: on a ticket, beside every ticket (with the reason), or unreadable (with the fault). */
export type Outcome =
  | { readonly state: "done"; readonly ticket: string }
  | { readonly state: "set-aside"; readonly fault: string }
  | { readonly state: "quarantined"; readonly fault: string };

export async function settleInbound(tx: Tx, sha: string, outcome: Outcome, found: { readonly proof?: Proof | null; readonly placed?: object | null } = {}): Promise<void> {
  const [fault, ticket] = outcome.state === "done" ? [null, outcome.ticket] : [outcome.fault, null];
  await tx.run(
    "update inbound_mails set state = $2, fault = $3, ticket = $4, proof = coalesce($5::jsonb, proof), placed = coalesce($6::jsonb, placed) where desk = troth_desk() and sha = $1",
    [sha, outcome.state, fault, ticket, asJson(found.proof), asJson(found.placed)],
  );
}

const asJson = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);

/** Lets a mail be read again that was set aside or could not be read; its row, or null where there is none such. */
export async function keepAgain(tx: Tx, sha: string): Promise<InboundMailsRow | null> {
  const [row] = await tx.query<InboundMailsRow>("update inbound_mails set state = 'kept', fault = null where desk = troth_desk() and sha = $1 and state in ('set-aside', 'quarantined', 'kept') returning *", [sha]);
  return row ?? null;
}
