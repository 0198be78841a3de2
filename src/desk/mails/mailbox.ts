// The catching mailbox: mail that would have left, kept where it can be read.
import type { MailboxRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export interface CaughtMail {
  readonly desk: string;
  readonly id: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly at: number;
}

/** Keeps mails; the same id again is the same mail. As the owner. */
export async function catchMails(tx: Tx, mails: readonly CaughtMail[]): Promise<void> {
  await tx.writeAll([{ table: "mailbox", rows: mails, conflict: { columns: ["desk", "id"], update: [] } }]);
}

export interface MailboxFilter {
  readonly desk?: string;
  readonly to?: string;
  readonly most: number;
}

/** The newest mails of all desks, oldest of them first. As the owner. */
export async function caughtMails(tx: Tx, filter: MailboxFilter): Promise<MailboxRow[]> {
  const rows = await tx.query<MailboxRow>("select * from mailbox where ($1::text is null or desk = $1) and ($2::text is null or $2 = any (recipients)) order by seq desc limit $3", [
    filter.desk ?? null,
    filter.to?.toLowerCase() ?? null,
    filter.most,
  ]);
  return rows.reverse();
}

/** One mail by its id, or null. As the owner. */
export async function caughtMail(tx: Tx, id: string): Promise<MailboxRow | null> {
  const [row] = await tx.query<MailboxRow>("select * from mailbox where id = $1::uuid limit 1", [id]);
  return row ?? null;
}
