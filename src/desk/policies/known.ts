// Whether a text was ever a version of a desk's policy, so that a start never brings back one that was replaced.
import { createHash } from "node:crypto";
import type { Tx } from "../../database/tx.ts";

export interface KnownDesk {
  readonly address: string;
  readonly madeAt: number;
  readonly knows: boolean;
}

/** As the owner: its address, when the desk was made (epoch ms) and whether it ever ran by this text; null where there is no such desk. */
export async function knownDesk(tx: Tx, desk: string, text: string): Promise<KnownDesk | null> {
  const sha = createHash("sha256").update(text).digest("hex");
  const [row] = await tx.query<KnownDesk>(`select address, made_at as "madeAt", exists (select 1 from policies p where p.desk = d.desk and p.sha = $2) as knows from desks d where d.desk = $1`, [
    desk,
    sha,
  ]);
  return row ?? null;
}

/** As the owner: whether a version of the desk's policy was in force at that time (epoch ms). */
export async function isInForce(tx: Tx, desk: string, at: number): Promise<boolean> {
  return (await tx.query("select 1 from policies where desk = $1 and takes_effect <= at_ms($2) and withdrawn_at is null limit 1", [desk, at])).length > 0;
}
