// The desks of this house.
import type { Tx } from "../../database/tx.ts";

export interface DeskName { readonly desk: string; readonly names: Readonly<Record<string, string>>; readonly languages: readonly string[] }

/** As the owner: every desk, by its id. */
export function allDesks(tx: Tx): Promise<DeskName[]> {
  return tx.query<DeskName>("select desk, names, languages from desks order by desk");
}
