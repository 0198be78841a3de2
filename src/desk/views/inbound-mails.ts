// Mails that came in, with what became of them.
import type { Tx } from "../../database/tx.ts";
import type { Proof } from "../mails/proof.ts";
import { Problem } from "../problem.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { instantIso } from "./instant-iso.ts";
import type { Placed } from "./ticket-mails.ts";
import { sentence } from "../../words/phrase.ts";

type State = "kept" | "done" | "set-aside" | "quarantined";
type Row = {
  sha: string;
  sender: string | null;
  recipient: string;
  size: number;
  at: number;
  entrance: string;
  state: State;
  fault: string | null;
  proof: Proof | null;
  placed: Placed | null;
  number: string | null;
};

const SELECT = `select m.sha, m.sender, m.recipient, m.size, m.at, m.entrance, m.state, m.fault, m.proof, m.placed, t.number from inbound_mails m
  left join tickets t on t.desk = m.desk and t.id = m.ticket where m.desk = troth_desk()`;
const shown = ({ number, at, ...mail }: Row) => ({ ...mail, at: instantIso(at), ticket: number });

/** A page, newest first; without a state those that are not done. */
export async function inboundPage(tx: Tx, wanted: { readonly state?: State | undefined; readonly cursor?: string | undefined; readonly limit: number }) {
  const from = readCursor(wanted.cursor, ["moment", "text"]);
  const rows = await tx.query<Row>(
    `${SELECT} and ${wanted.state ? "m.state = $2" : "$2::text is null and m.state <> 'done'"} ${from ? "and (m.at, m.sha) < (at_ms($3), $4)" : ""} order by m.at desc, m.sha desc limit $1`,
    [wanted.limit + 1, wanted.state ?? null, ...(from ?? [])],
  );
  return pageFrom(rows, wanted.limit, shown, (m) => [m.at, m.sha]);
}

/** One mail. Throws not-found. */
export async function inboundOne(tx: Tx, sha: string) {
  const [row] = await tx.query<Row>(`${SELECT} and m.sha = $1`, [sha]);
  if (!row) throw new Problem("not-found", sentence("refused.no-mail"));
  return shown(row);
}

/** The blob of a mail of this desk's. Throws not-found. */
export async function inboundBlob(tx: Tx, sha: string): Promise<string> {
  return (await inboundOne(tx, sha)).sha;
}
