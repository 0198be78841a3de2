// Whether a text was ever a version of a desk's policy, so that a start never brings back one that was replaced.
import { createHash } from "node:crypto";
import type { Tx } from "../../database/tx.ts";

/** As the owner: when the desk was made (epoch ms) and whether it ever ran by this text; null where there is no such desk. */
export async function knownDesk(tx: Tx, desk: string, text: string): Promise<{ madeAt: number; knows: boolean } | null> {
  const sha = createHash("sha256").update(text).digest("hex");
  const [row] = await tx.query<{ madeAt: number; knows: boolean }>(
    `select made_at as "madeAt", exists (select 1 from policies p where p.desk = d.desk and p.sha = $2) as knows from desks d where d.desk = $1`, [desk, sha],
  );
  return row ?? null;
}
