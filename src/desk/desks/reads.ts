// The desks of this house.
import type { Tx } from "../../database/tx.ts";

export interface DeskName {
  readonly desk: string;
  readonly names: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
}

/** As the owner: every desk, by its id. */
export function allDesks(tx: Tx): Promise<DeskName[]> {
  return tx.query<DeskName>("select desk, names, languages from desks order by desk");
}

/** As the desk: true if there is such a desk. */
export async function deskIsHere(tx: Tx): Promise<boolean> {
  return (await tx.query("select 1 from desks where desk = troth_desk()")).length > 0;
}
