// What is kept of organisations, for those who change them.
import type { Tx } from "../../database/tx.ts";

/** The id of the organisation of this name (any case); null where there is none. */
export async function organisationNamed(tx: Tx, name: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>("select id from organisations where desk = troth_desk() and lower(name) = lower($1)", [name]);
  return row?.id ?? null;
}
/** The record's facts of the organisation of this name (any case); null where there is none. */
export async function attributesOf(tx: Tx, name: string): Promise<Readonly<Record<string, unknown>> | null> {
  const [row] = await tx.query<{ attributes: Record<string, unknown> }>("select attributes from organisations where desk = troth_desk() and lower(name) = lower($1)", [name]);
  return row?.attributes ?? null;
}
