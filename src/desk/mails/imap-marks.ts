// How far each IMAP account is read, and how it fares.
import type { ImapAccountsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export interface ImapMark {
  readonly lastUid: number /** Older mails that somebody has seen are not ours; epoch ms. */;
  readonly since: number;
}

/**
 * Where to go on in this folder. UIDs mean something only under one UIDVALIDITY (RFC 3501 §2.3.1.1): under another one everything is looked
 * at again, and what was taken before has no second effect.
 */
export async function imapMark(tx: Tx, desk: string, account: string, uidValidity: string, now: number): Promise<ImapMark> {
  const [row] = await tx.query<ImapAccountsRow>(
    `insert into imap_accounts (desk, account, uid_validity, since, connected_at) values ($1, $2, $3, at_ms($4), at_ms($4))
     on conflict (desk, account) do update set connected_at = at_ms($4), fault = null, fault_at = null, uid_validity = $3,
       last_uid = case when imap_accounts.uid_validity = $3 then imap_accounts.last_uid else 0 end returning *`,
    [desk, account, uidValidity, now],
  );
  return { lastUid: row?.last_uid ?? 0, since: row?.since ?? now };
}

/** All mails up to `uid` are kept. A mark never goes back, whoever else reads the account. */
export async function moveImapMark(tx: Tx, account: string, uidValidity: string, uid: number, now: number): Promise<void> {
  await tx.run("update imap_accounts set last_uid = greatest(last_uid, $3), mail_at = at_ms($4) where desk = troth_desk() and account = $1 and uid_validity = $2", [account, uidValidity, uid, now]);
}

/** Why the account cannot be read just now. */
export async function noteImapFault(tx: Tx, desk: string, account: string, fault: string, now: number): Promise<void> {
  await tx.run(
    `insert into imap_accounts (desk, account, since, fault, fault_at) values ($1, $2, at_ms($4), $3, at_ms($4))
     on conflict (desk, account) do update set fault = $3, fault_at = at_ms($4)`,
    [desk, account, fault, now],
  );
}
