// What is kept of organisations, for those who change them.
import type { Tx } from "../../database/tx.ts";

/** The id of the organisation of this name (any case); null where there is none. */
export async function organisationNamed(tx: Tx, desk: string, name: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>("select id from organisations_named($1, array[$2]) as id", [desk, name]);
  return row?.id ?? null;
}

/** Where the organisation is and its VAT number; null where there is none of this name (any case) or id. */
export async function taxDetailsOf(tx: Tx, which: { readonly name: string } | { readonly id: string }): Promise<{ readonly country: string | null; readonly vatNumber: string | null } | null> {
  const [by, value] = "id" in which ? ["id = $1::uuid", which.id] : ["lower(name) = lower($1)", which.name];
  const [row] = await tx.query<{ country: string | null; vatNumber: string | null }>(`select country, vat_number as "vatNumber" from organisations where desk = troth_desk() and ${by}`, [value]);
  return row ?? null;
}
