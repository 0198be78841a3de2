// Raw mails and the desks that they are for.
import type { InboundMailsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

/** The desk that has this address (lower case, without a plus part); null where none has. As the owner. */
export async function deskOfAddress(tx: Tx, address: string): Promise<string | null> {
  const [row] = await tx.query<{ desk: string }>("select desk from desks where address = $1", [address]);
  return row?.desk ?? null;
}

/** Mails of all desks that were kept by `until` (epoch ms) and never read: a server ended in between. As the owner. */
export function keptMails(tx: Tx, until: number, most: number): Promise<InboundMailsRow[]> {
  return tx.query<InboundMailsRow>("select * from inbound_mails where state = 'kept' and at <= at_ms($1) order by at limit $2", [until, most]);
}

/** The address of every desk, by the desk. As the owner. */
export async function addressesOfDesks(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ desk: string; address: string }>("select desk, address from desks");
  return new Map(rows.map((row) => [row.desk, row.address.toLowerCase()]));
}

/** The desk's own address, in small letters. */
export async function deskAddress(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ address: string }>("select lower(address) as address from desks where desk = troth_desk()");
  if (!row) throw new Error("a desk without a row");
  return row.address;
}

export interface HeldMail {
  readonly desk: string;
  readonly sha: string;
  readonly sender: string | null;
  readonly at: number;
  readonly state: string;
  readonly fault: string | null;
}

/** Mails that could not be read or were set aside, of all desks or one, the oldest first. As the owner. */
export function heldMails(tx: Tx, { desk, state }: { readonly desk?: string; readonly state?: string }): Promise<HeldMail[]> {
  return tx.query<HeldMail>(
    "select desk, sha, sender, at, state, fault from inbound_mails where state in ('quarantined', 'set-aside') and ($1::text is null or desk = $1) and ($2::text is null or state = $2) order by at, sha",
    [desk ?? null, state ?? null],
  );
}
