// People who ask, with the organisation they belong to.
import type { OrganisationsRow, PeopleRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export interface Found {
  readonly person: PeopleRow;
  readonly organisation: OrganisationsRow | null;
}
export type Joined = PeopleRow & {
  o_name: string | null;
  o_zone: string | null;
  o_language: string | null;
  o_attributes: unknown;
  o_terms: unknown;
  o_country: string | null;
  o_vat_number: string | null;
};

/** Persons of the desk with their organisations; `and` what is looked for follows. */
export const JOINED = `select p.*, o.name as o_name, o.zone as o_zone, o.language as o_language, o.attributes as o_attributes, o.terms as o_terms, o.country as o_country, o.vat_number as o_vat_number
  from people p left join organisations o on o.desk = p.desk and o.id = p.organisation where p.desk = troth_desk()`;

/** The person by id or address (any case) with their organisation; null where nobody is known. */
export async function customerOf(tx: Tx, asker: { readonly id: string } | { readonly email: string }): Promise<Found | null> {
  const [row] = "id" in asker ? await tx.query<Joined>(`${JOINED} and p.id = $1`, [asker.id]) : await tx.query<Joined>(`${JOINED} and p.email = $1`, [asker.email.toLowerCase()]);
  return row ? found(row) : null;
}

/** The requester of a ticket. */
export async function customerOfTicket(tx: Tx, ticket: string): Promise<Found | null> {
  const [row] = await tx.query<Joined>(`${JOINED} and p.id = (select requester from tickets where desk = troth_desk() and id = $1)`, [ticket]);
  return row ? found(row) : null;
}

/** A row of `JOINED`. */
export function found({ o_name, o_zone, o_language, o_attributes, o_terms, o_country, o_vat_number, ...person }: Joined): Found {
  const organisation =
    person.organisation === null
      ? null
      : {
          desk: person.desk,
          id: person.organisation,
          name: o_name ?? "",
          zone: o_zone,
          language: o_language,
          attributes: o_attributes,
          terms: o_terms,
          country: o_country,
          vat_number: o_vat_number,
          made_at: person.made_at,
          changed_at: person.made_at,
        };
  return { person, organisation };
}
