// Packs: bought beforehand, and taken back where one was entered by mistake.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";

export interface NewPack {
  readonly organisation: string;
  readonly allowance: string;
  readonly quantity: number; // ms, or requests
  readonly starts: number; // epoch ms
  readonly ends: number | null;
  readonly reference: string;
  readonly by: string;
}

export async function addPack(tx: Tx, desk: string, pack: NewPack, at: number): Promise<void> {
  await tx.writeAll([
    {
      table: "packs",
      rows: [
        {
          desk,
          id: newId(at),
          organisation: pack.organisation,
          allowance: pack.allowance,
          quantity: pack.quantity,
          starts: pack.starts,
          ends: pack.ends,
          reference: pack.reference,
          made_at: at,
          made_by: pack.by,
        },
      ],
    },
  ]);
}

/** Nothing more is drawn from it; what was drawn stays drawn. Throws not-found. */
export async function withdrawPack(tx: Tx, organisation: string, id: string, at: number): Promise<void> {
  const n = await tx.run("update packs set withdrawn_at = at_ms($3) where desk = troth_desk() and organisation = $1::uuid and id = $2::uuid and withdrawn_at is null", [organisation, id, at]);
  if (n !== 1) throw new Problem("not-found", "There is no such pack.");
}
