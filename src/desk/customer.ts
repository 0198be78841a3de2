// Who asks: a person, and the organisation that they belong to.
import type { OrganisationsRow, PeopleRow } from "../database/rows.gen.ts";

export type Customer = { readonly person: PeopleRow; readonly organisation: OrganisationsRow | null };
