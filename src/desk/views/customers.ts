// Customers of the desk: organisations with their record, and their people.
import type { Tx } from "../../database/tx.ts";
import type { Value } from "../../policy/index.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { factChoices, factLabel, factText } from "./fact-text.ts";
import { instantIso } from "./instant-iso.ts";
import { Problem } from "../problem.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { ticketPage } from "./ticket-list.ts";
import { sentence } from "../../words/phrase.ts";

interface OrganisationRow {
  id: string;
  name: string;
  zone: string | null;
  language: string | null;
  country: string | null;
  vat_number: string | null;
  attributes: unknown;
  changed_at: number;
  people: number;
}
interface PersonRow {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  language: string | null;
  zone: string | null;
  sees: "own" | "office";
  organisation: string | null;
  o_name: string | null;
}

const PEOPLE =
  "select p.id, p.name, p.email, p.phone, p.language, p.zone, p.sees, p.organisation, o.name as o_name from people p left join organisations o on o.desk = p.desk and o.id = p.organisation where p.desk = troth_desk()";
const ORGANISATIONS = `select o.id, o.name, o.zone, o.language, o.country, o.vat_number, o.attributes, o.changed_at, (select count(*)::int from people p where p.desk = o.desk and p.organisation = o.id) as people
  from organisations o where o.desk = troth_desk()`;

const person = (p: PersonRow) => ({
  id: p.id,
  name: p.name,
  email: p.email,
  phone: p.phone,
  language: p.language,
  zone: p.zone,
  sees: p.sees,
  organisation: p.organisation === null ? null : { id: p.organisation, name: p.o_name ?? "" },
});
const organisation = (o: OrganisationRow) => ({
  id: o.id,
  name: o.name,
  zone: o.zone,
  language: o.language,
  country: o.country,
  vatNumber: o.vat_number,
  attributes: o.attributes as Record<string, Value>,
  changedAt: instantIso(o.changed_at),
  people: o.people,
});

export interface ListWanted {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of organisations by name; with `q` those whose name holds it. */
export async function organisationPage(tx: Tx, wanted: ListWanted) {
  const from = readCursor(wanted.cursor, ["text", "id"]);
  const words = wanted.q?.trim();
  const rows = await (words
    ? tx.query<OrganisationRow>(`${ORGANISATIONS} and o.id in (select organisation from search_organisations($1, $2, $3::uuid, $4)) order by lower(o.name), o.id`, [
        words,
        ...(from ?? [null, null]),
        wanted.limit + 1,
      ])
    : tx.query<OrganisationRow>(`${ORGANISATIONS} ${from ? "and (lower(o.name), o.id) > ($2, $3::uuid)" : ""} order by lower(o.name), o.id limit $1`, [wanted.limit + 1, ...(from ?? [])]));
  return pageFrom(rows, wanted.limit, organisation, (o) => [o.name.toLowerCase(), o.id]);
}

/** An organisation with its people, its record in words, and its newest tickets. Throws not-found. */
export async function organisationWhole(look: Look, id: string) {
  const { policy } = await policyNow(look);
  const [[row], people, tickets] = await Promise.all([
    look.tx.query<OrganisationRow>(`${ORGANISATIONS} and o.id = $1`, [id]),
    look.tx.query<PersonRow>(`${PEOPLE} and p.organisation = $1 order by p.name, p.id limit 500`, [id]),
    ticketPage(look, { status: "all", organisation: id, limit: 20 }),
  ]);
  if (!row) throw new Problem("not-found", sentence("refused.no-organisation"));
  const { lang } = readerOf(look, policy);
  const held = organisation(row).attributes;
  return {
    ...organisation(row),
    people: people.map(person),
    tickets: tickets.items,
    facts: Object.keys(held).map((name) => ({ name, label: factLabel(policy, name, lang), value: held[name] ?? null, text: factText(policy, name, held[name], lang), source: "record" })),
    fields: Object.values(policy.facts)
      .filter((f) => f.source === "record" && !f.builtIn)
      .map((f) => ({ fact: f.name, kind: f.kind, label: factLabel(policy, f.name, lang), options: factChoices(policy, f, lang).map((c) => ({ value: c.value as string | boolean, label: c.label })) })),
  };
}

/** A page of people by name; with `q` the best fifty whose name or address holds it. */
export async function peoplePage(tx: Tx, wanted: ListWanted) {
  if (wanted.q?.trim()) {
    const rows = await tx.query<PersonRow>(`${PEOPLE} and p.id in (select person from search_people($1, 50)) order by p.name, p.id`, [wanted.q.trim()]);
    return { items: rows.map(person), next: null };
  }
  const from = readCursor(wanted.cursor, ["text", "id"]);
  const rows = await tx.query<PersonRow>(`${PEOPLE} ${from ? "and (p.name, p.id) > ($2, $3::uuid)" : ""} order by p.name, p.id limit $1`, [wanted.limit + 1, ...(from ?? [])]);
  return pageFrom(rows, wanted.limit, person, (p) => [p.name, p.id]);
}

/** One person. Throws not-found. */
export async function personOf(tx: Tx, id: string) {
  const [row] = await tx.query<PersonRow>(`${PEOPLE} and p.id = $1`, [id]);
  if (!row) throw new Problem("not-found", sentence("refused.no-person"));
  return person(row);
}
