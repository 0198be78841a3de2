// Words a desk's mail anew. Nothing is overwritten: coming back to an earlier version is one more version.
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import type { FrameWords } from "./reads.ts";
import { sentence } from "../../words/phrase.ts";

/** `words` null: the program's own again. `expect` is the version that was seen, 0 for none. Throws changed-meanwhile where another is in force. */
export async function keepFrame(
  tx: Tx,
  frame: { readonly mail: string; readonly words: FrameWords | null; readonly expect?: number | undefined; readonly by: string; readonly at: number },
): Promise<number> {
  await tx.run("select pg_advisory_xact_lock(hashtext('mail_frames ' || troth_desk() || ' ' || $1))", [frame.mail]);
  const [row] = await tx.query<{ version: number }>("select coalesce(max(version), 0)::integer as version from mail_frames where desk = troth_desk() and mail = $1", [frame.mail]);
  const before = row?.version ?? 0;
  if (frame.expect !== undefined && frame.expect !== before) throw new Problem("changed-meanwhile", sentence("refused.frame-changed"));
  await tx.run("insert into mail_frames (desk, mail, version, words, made_at, made_by) values (troth_desk(), $1, $2, $3::jsonb, at_ms($4), $5)", [
    frame.mail,
    before + 1,
    frame.words === null ? null : JSON.stringify(frame.words),
    frame.at,
    frame.by,
  ]);
  return before + 1;
}
