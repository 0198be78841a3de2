// Customers in a table: every row held against the desk's policy. A row with a fault says where and what to do; the others go on without it.
import { setImmediate as breath } from "node:timers/promises";
import { dayOf, type Fact, factValue, isZone, nearest, type Policy, type Term } from "../../../policy/index.ts";
import { knownLanguage } from "../../../words/languages.ts";
import { taxDetails } from "../../organisations/tax-details.ts";
import type { RowFault } from "../../imports/jobs.ts";
import type { Table } from "../../imports/read-table.ts";

export interface CustomerRow {
  readonly line: number;
  readonly organisation: string | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly sees: "own" | "office" | null;
  readonly country: string | null; // ISO 3166 alpha-2
  readonly vatNumber: string | null;
  /** Facts of the record, each with its days; what the table leaves empty is left as it is. */
  readonly terms: Readonly<Record<string, Term>>;
}
export interface CustomerRows {
  readonly rows: readonly CustomerRow[];
  readonly faults: readonly RowFault[];
  /** Rows below the header, sound or not. */
  readonly total: number;
}

export const COLUMNS = ["organisation", "name", "email", "phone", "language", "zone", "sees", "country", "vat-number"] as const;
const DAYS = ["begins", "ends", "notice"] as const;
const MOST_COLUMNS = 1_000;
const AT_ONCE = 500; // rows looked at in one go; others are served in between
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

type Fail = (column: string | null, message: string) => void;

/** The rows of a table whose first record names the columns: Troth's own, facts by name or label, and `<fact>.begins`, `.ends`, `.notice`. Never throws. */
export async function customerRows(table: Table, policy: Policy): Promise<CustomerRows> {
  const faults: RowFault[] = [];
  if (table.fault) return { rows: [], faults: [{ ...table.fault, column: null }], total: 0 };
  const facts = Object.values(policy.facts).filter((f) => (f.source === "record" && !f.builtIn) || f.source === "human" || (f.source === "desk" && !f.builtIn));
  const columns = table.records[0]?.cells.length ?? 0;
  if (columns > MOST_COLUMNS)
    return { rows: [], faults: [{ line: 1, column: null, message: `The header names ${columns} columns; at most ${MOST_COLUMNS} are looked at. Leave out those that are not needed.` }], total: 0 };
  const header = (table.records[0]?.cells ?? []).map((cell) => columnOf(cell, facts));
  const known = [...COLUMNS, ...facts.map((f) => f.name)];
  header.forEach((name, i) => {
    if (known.includes(name) || isDayColumn(name, facts)) return;
    const near = nearest(name, known);
    faults.push({
      line: 1,
      column: table.records[0]!.cells[i]!,
      message: `The column "${name}" is none that Troth or the policy knows.${near ? ` Did you mean ${near}?` : ` There are ${known.join(", ")}.`}`,
    });
  });
  for (const name of ["name", "email"]) if (!header.includes(name)) faults.push({ line: 1, column: name, message: `The column "${name}" is missing.` });
  if (new Set(header).size < header.length) faults.push({ line: 1, column: null, message: "A column stands twice." });
  if (faults.length) return { rows: [], faults, total: 0 };
  const agrees = agreement();
  const rows: CustomerRow[] = [];
  for (const [i, { line, cells }] of table.records.entries()) {
    if (i === 0) continue;
    if (i % AT_ONCE === 0) await breath();
    let sound = true;
    const fail: Fail = (column, message) => {
      sound = false;
      faults.push({ line, column, message });
    };
    const row = rowOf(cells, header, line, facts, fail);
    if (sound) agrees(row, fail);
    if (sound) rows.push(row);
  }
  return { rows, faults, total: table.records.length - 1 };
}

const isDayColumn = (name: string, facts: readonly Fact[]): boolean => {
  const dot = name.lastIndexOf(".");
  return DAYS.some((day) => day === name.slice(dot + 1)) && facts.some((f) => f.name === name.slice(0, dot));
};

/** The column by its name, or by what the policy calls the fact in one of its languages. */
function columnOf(cell: string, facts: readonly Fact[]): string {
  const name = cell.trim().toLowerCase();
  return facts.find((f) => Object.values(f.label ?? {}).some((label) => label.toLowerCase() === name))?.name ?? name;
}

function rowOf(cells: readonly string[], header: readonly string[], line: number, facts: readonly Fact[], fail: Fail): CustomerRow {
  if (cells.length !== header.length) fail(null, `The row has ${cells.length} cells and the header ${header.length}.`);
  const cell = (name: string): string | null => cells[header.indexOf(name)] || null;
  const email = cell("email")?.toLowerCase() ?? "";
  if (!EMAIL.test(email)) fail("email", email ? `"${cell("email")}" is no mail address.` : "The mail address is missing.");
  const name = cell("name") ?? "";
  if (!name) fail("name", "The name is missing.");
  if (cells.some((each) => each.includes("\0") || each.length > 2_000)) fail(null, "A cell holds more than 2,000 signs, or signs that are none.");
  const [tongue, zone, sees] = [cell("language"), cell("zone"), cell("sees")];
  const language = tongue === null ? null : knownLanguage(tongue); // one that the desk does not speak is theirs all the same
  if (tongue !== null && language === null) fail("language", `"${tongue}" is no language: write two letters, as fr.`);
  if (zone && !isZone(zone)) fail("zone", `"${zone}" is no time zone: write it as Europe/Paris.`);
  if (sees && sees !== "own" && sees !== "office") fail("sees", `"${sees}" is not what a person can see: write own or office.`);
  const [written, vat] = [cell("country"), cell("vat-number")];
  // A policy may keep the country as a fact of its own: then its values are the policy's.
  const country = written !== null && !facts.some((f) => f.name === "country") ? written : null;
  const taxes = taxDetails({ country, vatNumber: vat }, null);
  for (const { at, message } of taxes.faults) fail(at === "country" ? at : "vat-number", at === "country" ? `${message}.` : `"${vat ?? ""}" cannot be the VAT number: ${message}.`);
  if ((country !== null || vat !== null) && !cell("organisation")) fail("organisation", "Country and VAT number belong to an organisation, and the row names none.");
  const terms: Record<string, Term> = {};
  for (const fact of facts) {
    const term = termOf(fact, cell, fail);
    if (term) terms[fact.name] = term;
  }
  if (Object.keys(terms).length && !cell("organisation")) fail("organisation", "Facts belong to an organisation, and the row names none.");
  return {
    line,
    organisation: cell("organisation"),
    name,
    email,
    phone: cell("phone"),
    language,
    zone,
    sees: sees === "own" || sees === "office" ? sees : null,
    country: taxes.change.country ?? null,
    vatNumber: taxes.change.vatNumber ?? null,
    terms,
  };
}

function termOf(fact: Fact, cell: (name: string) => string | null, fail: Fail): Term | null {
  const raw = cell(fact.name);
  const days: { begins?: string; ends?: string; notice?: string } = {};
  for (const day of DAYS) {
    const given = cell(`${fact.name}.${day}`);
    if (given === null) continue;
    if (raw === null) fail(`${fact.name}.${day}`, `There is a day and no value: fill in ${fact.name}.`);
    else if (dayOf(given) === null) fail(`${fact.name}.${day}`, `"${given}" is no day: write it as 2026-12-31.`);
    else days[day] = given;
  }
  if (raw === null) return null;
  const value = written(fact, raw);
  if (factValue(fact, value) === undefined) fail(fact.name, `"${raw}" is no value of ${fact.name}${fact.values.length ? `: write one of ${fact.values.join(", ")}` : ""}.`);
  if (days.begins !== undefined && days.ends !== undefined && days.ends < days.begins) fail(`${fact.name}.ends`, `It ends on ${days.ends}, before it begins on ${days.begins}.`);
  if (days.notice !== undefined && (days.ends === undefined || days.notice > days.ends)) fail(`${fact.name}.notice`, "Notice is given before an end: write a last day on or after it.");
  return { value, ...days };
}

/** The value as the policy writes it: of its options by name or label, a number, yes or no. */
function written(fact: Fact, raw: string): string | number {
  if (fact.kind === "count" || fact.kind === "percent") return Number(raw.replace(/%$/, ""));
  if (fact.kind === "yes-no")
    return raw
      .toLowerCase()
      .replace(/^true$/, "yes")
      .replace(/^false$/, "no");
  const low = raw.toLowerCase();
  return (
    fact.values.find((value) => value === raw) ?? fact.values.find((value) => value === low || Object.values(fact.options[value]?.label ?? {}).some((label) => label.toLowerCase() === low)) ?? raw
  );
}

/** One address stands once, and rows of one organisation say the same of it. */
function agreement(): (row: CustomerRow, fail: Fail) => void {
  const people = new Map<string, number>();
  const said = new Map<string, { text: string; line: number }>();
  return (row, fail) => {
    const before = people.get(row.email);
    if (before !== undefined) fail("email", `${row.email} stands on line ${before} already.`);
    const office = row.organisation?.toLowerCase() ?? "";
    const told = { ...row.terms, ...(row.country !== null && { country: { value: row.country } }), ...(row.vatNumber !== null && { "vat-number": { value: row.vatNumber } }) };
    const others = Object.entries(told).map(([fact, term]) => ({ fact, key: `${office}\0${fact}`, text: textOf(term) }));
    for (const { fact, key, text } of others) {
      const other = said.get(key);
      if (other && other.text !== text) fail(fact, `${fact} of ${row.organisation ?? ""} is ${text} here and ${other.text} on line ${other.line}.`);
    }
    if (before === undefined) people.set(row.email, row.line);
    for (const { key, text } of others) if (!said.has(key)) said.set(key, { text, line: row.line });
  };
}

const textOf = ({ value, begins, ends }: Term): string => [String(value), ...(begins === undefined ? [] : [`from ${begins}`]), ...(ends === undefined ? [] : [`until ${ends}`])].join(" ");
