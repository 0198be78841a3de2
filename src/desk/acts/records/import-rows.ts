// Brings rows of a table into the desk, some hundreds with a handful of statements: what is new or changed is written with its history, what is the same is left alone.
import { isDeepStrictEqual } from "node:util";
import { newId } from "../../../database/new-id.ts";
import type { OrganisationHistoryNew, OrganisationsNew, OrganisationsRow, PeopleNew, PeopleRow, RecordTimersNew } from "../../../database/rows.gen.ts";
import type { Tx, Write } from "../../../database/tx.ts";
import { type CustomerRecord, nextOfRecord, type Policy, standingAt, withTerm } from "../../../policy/index.ts";
import type { CustomerRow } from "./customer-rows.ts";
import type { Changer } from "../../organisations/record.ts";
import { askTickets, bringTickets, changedFacts } from "./record-changed.ts";

/** So many rows go in one transaction. */
export const BATCH = 500;

export interface RowOutcome {
  readonly line: number;
  readonly is: "new" | "changed" | "unchanged";
  /** What changes: a column or a fact. */
  readonly fields: readonly string[];
}
export interface ImportInto {
  readonly desk: string;
  readonly policy: Policy;
  readonly at: number; // epoch ms
  readonly by: Changer;
  readonly dryRun: boolean;
}

type Known = Pick<OrganisationsRow, "id" | "name" | "zone" | "language" | "country" | "vat_number"> & CustomerRecord & { readonly newest: number | null };
interface Office extends Known {
  readonly before: Known | null;
  readonly fields: Set<string>;
}

/** What each row does, in order; with `dryRun` nothing is written. Rows were checked before. */
export async function importRows(tx: Tx, rows: readonly CustomerRow[], into: ImportInto): Promise<RowOutcome[]> {
  if (!into.dryRun) await tx.run("select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))", [into.desk]); // two at once would make one organisation twice
  const offices = await officesOf(tx, rows, into);
  const known = new Map((await tx.query<PeopleRow>("select * from people where desk = $1 and email = any ($2::text[])", [into.desk, rows.map((r) => r.email)])).map((p) => [p.email, p]));
  const people: PeopleNew[] = [];
  const told = new Set<Office>();
  const outcomes = rows.map((row): RowOutcome => {
    const office = row.organisation === null ? null : (offices.get(row.organisation.toLowerCase()) ?? null);
    const before = known.get(row.email);
    const person = personOf(row, before, office?.id ?? before?.organisation ?? null, into);
    const fields = before ? (["organisation", "name", "phone", "language", "zone", "sees"] as const).filter((f) => (person[f] ?? null) !== before[f]) : ["email"];
    if (fields.length) people.push(person);
    const brought = office && !told.has(office) ? [...office.fields] : []; // what its rows say of an organisation is told with the first
    if (office) told.add(office);
    const all = [...new Set([...fields, ...brought])];
    return { line: row.line, is: before ? (all.length ? "changed" : "unchanged") : "new", fields: before ? all : brought };
  });
  if (!into.dryRun) await write(tx, [...offices.values()], people, into);
  return outcomes;
}

function personOf(row: CustomerRow, before: PeopleRow | undefined, organisation: string | null, { desk, at }: ImportInto): PeopleNew {
  return {
    desk,
    id: before?.id ?? newId(at),
    organisation,
    name: row.name,
    email: row.email,
    phone: row.phone ?? before?.phone ?? null,
    language: row.language ?? before?.language ?? null,
    zone: row.zone ?? before?.zone ?? null,
    sees: row.sees ?? before?.sees ?? "office",
    ...(before === undefined && { made_at: at }),
  };
}

/** The organisations that the rows name, as they will be. */
async function officesOf(tx: Tx, rows: readonly CustomerRow[], { desk, policy, at }: ImportInto): Promise<Map<string, Office>> {
  const names = [...new Set(rows.flatMap((r) => (r.organisation === null ? [] : [r.organisation.toLowerCase()])))];
  const known = await tx.query<Known>(
    `select id, name, zone, language, country, vat_number, attributes, terms, (select max(since) from organisation_history h where h.desk = o.desk and h.organisation = o.id) as newest
     from organisations o where desk = $1 and id = any (array(select organisations_named($1, $2::text[]))) for update`,
    [desk, names],
  );
  const offices = new Map<string, Office>(known.map((o) => [o.name.toLowerCase(), { ...o, before: o, fields: new Set<string>() }]));
  for (const row of rows) {
    if (row.organisation === null) continue;
    const key = row.organisation.toLowerCase();
    const office = offices.get(key) ?? {
      id: newId(at),
      name: row.organisation,
      zone: null,
      language: null,
      country: null,
      vat_number: null,
      attributes: {},
      terms: {},
      newest: null,
      before: null,
      fields: new Set(["organisation"]),
    };
    let record: CustomerRecord = office;
    for (const [fact, term] of Object.entries(row.terms)) {
      const next = withTerm(record, fact, term);
      if (isDeepStrictEqual(heldOf(next, fact), heldOf(record, fact))) continue;
      office.fields.add(fact);
      record = next;
    }
    const [country, vat_number] = [row.country ?? office.country, row.vatNumber ?? office.vat_number];
    if (country !== office.country) office.fields.add("country");
    if (vat_number !== office.vat_number) office.fields.add("vat-number");
    const zone = office.zone ?? row.zone;
    const attributes = standingAt(policy, record, at, zone ?? policy.desk.zone);
    offices.set(key, { ...office, zone, language: office.language ?? row.language, country, vat_number, attributes, terms: record.terms });
  }
  return offices;
}

const heldOf = (record: CustomerRecord, fact: string): unknown => record.terms[fact] ?? record.attributes[fact];

async function write(tx: Tx, offices: readonly Office[], people: readonly PeopleNew[], { desk, policy, at, by }: ImportInto): Promise<void> {
  const organisations: OrganisationsNew[] = [];
  const history: OrganisationHistoryNew[] = [];
  const timers: RecordTimersNew[] = [];
  const done: string[] = [];
  const asked: string[] = [];
  for (const o of offices) {
    const { id, name, zone, language, country, vat_number, attributes, terms, before } = o;
    const record = { attributes, terms };
    const same = before !== null && isDeepStrictEqual({ attributes: before.attributes, terms: before.terms }, record);
    if (same && before.zone === zone && before.language === language && before.country === country && before.vat_number === vat_number) continue;
    organisations.push({ desk, id, name, zone, language, country, vat_number, attributes, terms, changed_at: at, ...(before === null && { made_at: at }) });
    if (same) continue;
    history.push({ desk, organisation: id, since: Math.max(at, (before?.newest ?? 0) + 1), attributes, terms, changed_by: by.id, by_name: by.name, door: by.door });
    const next = nextOfRecord(policy, record, at, zone ?? policy.desk.zone);
    if (next === null) done.push(id);
    else timers.push({ desk, organisation: id, at: next, claimed_until: null, tries: 0 });
    if (before && changedFacts(before.attributes, attributes).length) asked.push(id);
  }
  const writes: Write[] = [];
  if (organisations.length)
    writes.push({ table: "organisations", rows: organisations, conflict: { columns: ["desk", "id"], update: ["zone", "language", "country", "vat_number", "attributes", "terms", "changed_at"] } });
  if (history.length) writes.push({ table: "organisation_history", rows: history, conflict: { columns: ["desk", "organisation", "since"], update: [] } });
  if (people.length) writes.push({ table: "people", rows: people, conflict: { columns: ["desk", "email"], update: ["organisation", "name", "phone", "language", "zone", "sees"] } });
  if (timers.length) writes.push({ table: "record_timers", rows: timers, conflict: { columns: ["desk", "organisation"], update: ["at", "claimed_until", "tries"] } });
  if (writes.length) await tx.writeAll(writes);
  if (done.length) await tx.run("delete from record_timers where desk = $1 and organisation = any ($2::uuid[])", [desk, done]);
  if (asked.length) await askTickets(tx, desk, asked, at, false);
  const members = people.flatMap((p) => (p.organisation != null && p.made_at === undefined && p.id !== undefined ? [p.id] : []));
  if (members.length) await bringTickets(tx, desk, members, at);
}
