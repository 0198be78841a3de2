// The words of a desk's mails: those in force, and what they were before.
import type { MailFramesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Lang } from "../../policy/index.ts";
import type { Frame } from "../../words/mails/frames/frames.ts";

/** By language. */
export type FrameWords = Readonly<Record<Lang, Frame>>;

/** The newest version of each mail that the desk has worded at some time; `words` is null where it came back to the program's own. */
export const newestFrames = (tx: Tx): Promise<MailFramesRow[]> => tx.query<MailFramesRow>("select distinct on (mail) * from mail_frames where desk = troth_desk() order by mail, version desc");

/** Every version of one mail, the newest first. */
export const versionsOf = (tx: Tx, mail: string): Promise<MailFramesRow[]> =>
  tx.query<MailFramesRow>("select * from mail_frames where desk = troth_desk() and mail = $1 order by version desc limit 200", [mail]);

/** The words in force of these desks' mails, by `desk mail`. As the owner. */
export async function framesOf(tx: Tx, desks: readonly string[]): Promise<ReadonlyMap<string, FrameWords>> {
  if (desks.length === 0) return new Map();
  const rows = await tx.query<MailFramesRow>("select distinct on (desk, mail) * from mail_frames where desk = any ($1) order by desk, mail, version desc", [desks]);
  return new Map(rows.flatMap((row) => (row.words === null ? [] : [[`${row.desk} ${row.mail}`, row.words as FrameWords] as const])));
}
