// Files and originals of a ticket, for those who may see them.
import { findTicket } from "./find-ticket.ts";
import { Problem } from "../problem.ts";
import { isInside } from "../viewer.ts";
import type { Look } from "./reader-of.ts";
import { sentence } from "../../words/phrase.ts";

export interface FileFound {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha: string;
}

/** A file of a ticket by its id, or by the SHA-256 that mails link to. Files of notes are staff's. Throws not-found. */
export async function ticketFile(look: Look, number: string, file: string): Promise<FileFound> {
  const ticket = await findTicket(look.tx, look.viewer, number);
  const by = /^[0-9a-f]{64}$/.test(file) ? "f.sha = $2" : "f.id::text = $2";
  const [row] = await look.tx.query<FileFound>(
    `select f.name, f.type, f.size, f.sha from files f join messages m on m.desk = f.desk and m.id = f.message
     where f.desk = troth_desk() and f.ticket in (select joined_with($1)) and ${by} ${isInside(look.viewer) ? "" : "and m.kind <> 'note'"} limit 1`,
    [ticket.id, file.toLowerCase()],
  );
  if (!row) throw new Problem("not-found", sentence("refused.no-file"));
  return row;
}

/** The whole text of a message, quotes and signature included, and of a passage the text that it was taken from; the blob of its raw mail (staff). Throws not-found. */
export async function messageOriginal(look: Look, number: string, message: string): Promise<{ readonly whole: string; readonly raw: string | null }> {
  const ticket = await findTicket(look.tx, look.viewer, number);
  const inside = isInside(look.viewer);
  const [row] = await look.tx.query<{ whole: string; raw: string | null }>(
    `select coalesce(o.whole, o.text, m.whole, m.text) as whole, coalesce(o.raw, m.raw) as raw from messages m left join messages o on o.desk = m.desk and o.id = m.piece_of
     where m.desk = troth_desk() and m.ticket in (select joined_with($1)) and m.id::text = $2 ${inside ? "" : "and m.kind <> 'note'"}`,
    [ticket.id, message.toLowerCase()],
  );
  if (!row) throw new Problem("not-found", sentence("refused.no-message"));
  return { whole: row.whole, raw: inside ? row.raw : null };
}
