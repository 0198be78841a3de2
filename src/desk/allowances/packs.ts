// Packs: bought beforehand, corrected with a reason, taken back where one was entered by mistake. What was drawn stays drawn.
import { cleanJson } from "../../database/clean-text.ts";
import { newId } from "../../database/new-id.ts";
import type { PacksRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { lockHoldings } from "./reads.ts";
import { sentence } from "../../words/phrase.ts";

/** What can be corrected of a pack. Moments in epoch ms; quantity in ms, or requests. */
export interface PackTerms {
  readonly quantity: number;
  readonly starts: number;
  readonly ends: number | null;
  readonly reference: string;
  readonly withdrawn: boolean;
}
export interface NewPack extends Omit<PackTerms, "withdrawn"> {
  readonly organisation: string;
  readonly allowance: string;
  readonly by: string;
}

export async function addPack(tx: Tx, desk: string, pack: NewPack, at: number): Promise<void> {
  const { by, ...terms } = pack;
  await tx.writeAll([{ table: "packs", rows: [{ desk, id: newId(at), ...terms, made_at: at, made_by: by }] }]);
}

/** The pack, locked with all that draws from it, and how much was drawn from it. Throws not-found. */
export async function packToCorrect(tx: Tx, organisation: string, id: string): Promise<{ readonly pack: PacksRow; readonly drawn: number }> {
  await lockHoldings(tx, organisation);
  const [pack] = await tx.query<PacksRow>("select * from packs where desk = troth_desk() and organisation = $1::uuid and id = $2::uuid for update", [organisation, id]);
  if (!pack) throw new Problem("not-found", sentence("refused.no-pack"));
  const [sum] = await tx.query<{ drawn: number }>("select coalesce(sum(quantity), 0)::bigint as drawn from draws where desk = troth_desk() and pack = $1", [id]);
  return { pack, drawn: Number(sum?.drawn ?? 0) };
}

export const termsOf = ({ quantity, starts, ends, reference, withdrawn_at }: PacksRow): PackTerms => ({ quantity, starts, ends, reference, withdrawn: withdrawn_at !== null });

/** Writes the pack as it is to be, and keeps what it was, who corrected it and why. Nothing more is drawn from one that was taken back. */
export async function correctPack(tx: Tx, desk: string, pack: PacksRow, to: PackTerms, { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: number }): Promise<void> {
  await tx.run(
    `update packs set quantity = $2, starts = at_ms($3), ends = at_ms($4), reference = $5, withdrawn_at = case when $6 then coalesce(withdrawn_at, at_ms($7)) end
     where desk = troth_desk() and id = $1`,
    [pack.id, to.quantity, to.starts, to.ends, to.reference, to.withdrawn, at],
  );
  await tx.run("insert into pack_changes (desk, id, pack, was, became, reason, at, by_name) values ($1, $2, $3, $4, $5, $6, at_ms($7), $8)", [
    desk,
    newId(at),
    pack.id,
    cleanJson(termsOf(pack)),
    cleanJson(to),
    reason,
    at,
    by,
  ]);
}
