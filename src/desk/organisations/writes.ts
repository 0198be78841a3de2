// Organisations and their people: the customers of a desk, with the facts of their record.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import { organisationNamed } from "./reads.ts";
import { type Changer, lockRecord, saveRecord, withAttributes } from "./record.ts";
import { sentence } from "../../words/phrase.ts";

export interface NewOrganisation {
  readonly name: string;
  readonly zone?: string | null;
  readonly language?: string | null;
  readonly country?: string | null; // ISO 3166 alpha-2
  readonly vatNumber?: string | null; // as readVat gives it
  readonly attributes: Readonly<Record<string, unknown>>;
}
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
  readonly language?: string | null;
  readonly zone?: string | null;
  readonly sees: "own" | "office";
}

/** Makes the organisation of this name, or changes it; its facts as they were stay in its history. A fact that stands for a time keeps its days where its value stays. */
export async function keepOrganisation(tx: Tx, desk: string, o: NewOrganisation, at: number, by: Changer | string): Promise<string> {
  const known = await organisationNamed(tx, desk, o.name);
  const [made] =
    known !== null
      ? [{ id: known }]
      : await tx.query<{ id: string }>(
          `insert into organisations (desk, id, name, zone, language, made_at, changed_at) values ($1, $2, $3, $4, $5, at_ms($6), at_ms($6))
         on conflict (desk, lower(name)) do update set name = organisations.name returning id`,
          [desk, newId(at), o.name, o.zone ?? null, o.language ?? null, at],
        );
  await changeOrganisation(
    tx,
    desk,
    made!.id,
    {
      attributes: o.attributes,
      ...(o.zone != null && { zone: o.zone }),
      ...(o.language != null && { language: o.language }),
      ...(o.country != null && { country: o.country }),
      ...(o.vatNumber != null && { vatNumber: o.vatNumber }),
    },
    at,
    by,
    known === null,
  );
  return made!.id;
}

/** Makes the person of this address, or changes them, as one of the organisation. */
export async function keepMember(tx: Tx, desk: string, organisation: string | null, p: NewPerson, at: number): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into people (desk, id, organisation, name, email, phone, language, zone, sees) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (desk, email) do update set organisation = excluded.organisation, name = excluded.name, phone = coalesce(excluded.phone, people.phone), language = coalesce(excluded.language, people.language), zone = coalesce(excluded.zone, people.zone), sees = excluded.sees
     returning id`,
    [desk, newId(at), organisation, p.name, p.email.toLowerCase(), p.phone ?? null, p.language ?? null, p.zone ?? null, p.sees],
  );
  return row!.id;
}

export interface OrganisationChange {
  readonly name?: string | undefined;
  readonly zone?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly vatNumber?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes what is given (facts are replaced as a whole); false where there is no such organisation. Throws invalid-input for the name of another one. */
export async function changeOrganisation(tx: Tx, desk: string, id: string, c: OrganisationChange, at: number, by: Changer | string, fresh = false): Promise<boolean> {
  const named = c.name === undefined ? [] : await tx.query("select 1 from organisations where desk = troth_desk() and lower(name) = lower($1) and id <> $2", [c.name, id]);
  if (named.length) throw new Problem("invalid-input", sentence("refused.organisation-name"), [{ at: "name", message: "another organisation has it" }]);
  const before = await lockRecord(tx, desk, id);
  if (!before) return false;
  await tx.run(
    `update organisations set name = coalesce($2, name), zone = case when $3 then $4 else zone end, language = case when $5 then $6 else language end, changed_at = at_ms($7),
       country = case when $9 then $10 else country end, vat_number = case when $11 then $12 else vat_number end
     where desk = $8 and id = $1`,
    [
      id,
      c.name ?? null,
      c.zone !== undefined,
      c.zone ?? null,
      c.language !== undefined,
      c.language ?? null,
      at,
      desk,
      c.country !== undefined,
      c.country ?? null,
      c.vatNumber !== undefined,
      c.vatNumber ?? null,
    ],
  );
  if (c.attributes !== undefined) {
    await saveRecord(tx, desk, id, fresh ? null : before, withAttributes(before, c.attributes), at, by);
  }
  return true;
}
