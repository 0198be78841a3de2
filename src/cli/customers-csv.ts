// Customers from a table of a spreadsheet: every row checked against the desk's policy before any is kept.
import { parse } from "csv-parse/sync";
import { taxDetails } from "../desk/organisations/tax-details.ts";
import { type Fact, factValue, isZone, nearest, type Policy } from "../policy/index.ts";

export interface CustomerRow {
  readonly line: number;
  readonly organisation: string | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly sees: "own" | "office";
  readonly country: string | null; // ISO 3166 alpha-2
  readonly vatNumber: string | null;
  /** Facts of the record as the policy writes them. */
  readonly attributes: Readonly<Record<string, string | number>>;
}
export interface CustomerTable {
  readonly rows: readonly CustomerRow[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

export const COLUMNS = ["organisation", "name", "email", "phone", "language", "zone", "sees", "country", "vat-number"] as const;
const RECORD = ["record", "human", "desk"];
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Reads a CSV text (comma, semicolon or tab; the first row names the columns). Never throws. */
export function readCustomers(text: string, policy: Policy): CustomerTable {
  const faults: { line: number; message: string }[] = [];
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true, delimiter: delimiterOf(text) }) as unknown as typeof records;
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    return { rows: [], faults: [{ line, message: error instanceof Error ? error.message : "This is no CSV." }] };
  }
  const header = (records[0]?.record ?? []).map((name) => name.toLowerCase());
  const facts = Object.values(policy.facts).filter((f) => RECORD.includes(f.source));
  const known = [...COLUMNS, ...facts.map((f) => f.name)];
  for (const name of header) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    faults.push({ line: 1, message: `The column "${name}" is none that Troth or the policy knows.${near ? ` Did you mean ${near}?` : ` There are ${known.join(", ")}.`}` });
  }
  for (const name of ["name", "email"]) if (!header.includes(name)) faults.push({ line: 1, message: `The column "${name}" is missing.` });
  if (new Set(header).size < header.length) faults.push({ line: 1, message: "A column stands twice." });
  if (faults.length) return { rows: [], faults };
  const rows = records.slice(1).flatMap(({ record, info }) => rowOf(record, header, info.lines, facts, (message) => faults.push({ line: info.lines, message })) ?? []);
  agree(rows, (line, message) => faults.push({ line, message }));
  return { rows, faults: faults.sort((a, b) => a.line - b.line) };
}

function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));
  return [",", ";", "\t"].reduce((best, d) => (first.split(d).length > first.split(best).length ? d : best));
}

function rowOf(record: readonly string[], header: readonly string[], line: number, facts: readonly Fact[], fault: (message: string) => void): CustomerRow | null {
  let sound = true;
  const say = (message: string): void => {
    sound = false;
    fault(message);
  };
  if (record.length !== header.length) say(`The row has ${record.length} cells and the header ${header.length}.`);
  const cell = (name: string): string | null => record[header.indexOf(name)] || null;
  const email = cell("email") ?? "";
  if (!EMAIL.test(email)) say(email ? `"${email}" is no mail address.` : "The mail address is missing.");
  if (!cell("name")) say("The name is missing.");
  const [language, zone, sees] = [cell("language")?.toLowerCase() ?? null, cell("zone"), cell("sees")];
  if (language && !/^[a-z]{2,3}$/.test(language)) say(`"${language}" is no language: write two letters, as fr.`);
  if (zone && !isZone(zone)) say(`"${zone}" is no time zone: write it as Europe/Paris.`);
  if (sees && sees !== "own" && sees !== "office") say(`"${sees}" is not what a person can see: write own or office.`);
  const [written, vat] = [cell("country"), cell("vat-number")];
  // A policy may keep the country as a fact of its own: then its values are the policy's.
  const country = written !== null && !facts.some((f) => f.name === "country") ? written.toUpperCase() : null;
  if (country !== null && !/^[A-Z]{2}$/.test(country)) say(`"${country}" is no country: write two letters, as IT.`);
  const taxes = taxDetails({ country, vatNumber: vat }, null);
  for (const { message } of taxes.faults) say(`"${vat ?? ""}" cannot be the VAT number: ${message}.`);
  if ((country !== null || vat !== null) && !cell("organisation")) say("Country and VAT number belong to an organisation, and the row names none.");
  const attributes: Record<string, string | number> = {};
  for (const fact of facts) {
    const raw = cell(fact.name);
    if (raw === null) continue;
    const meant =
      fact.kind === "count" || fact.kind === "percent"
        ? Number(raw.replace(/%$/, ""))
        : fact.kind === "yes-no"
          ? raw
              .toLowerCase()
              .replace(/^true$/, "yes")
              .replace(/^false$/, "no")
          : raw;
    if (factValue(fact, meant) === undefined) say(`"${raw}" is no value of ${fact.name}${fact.values.length ? `: write one of ${fact.values.join(", ")}` : ""}.`);
    else attributes[fact.name] = meant;
  }
  if (Object.keys(attributes).length && !cell("organisation")) say("Facts belong to an organisation, and the row names none.");
  if (!sound) return null;
  return {
    line,
    organisation: cell("organisation"),
    name: cell("name") ?? "",
    email: email.toLowerCase(),
    phone: cell("phone"),
    language,
    zone,
    sees: sees === "own" ? "own" : "office",
    country: taxes.change.country ?? country,
    vatNumber: taxes.change.vatNumber ?? null,
    attributes,
  };
}

/** One address stands once, and rows of one organisation say the same of it. */
function agree(rows: readonly CustomerRow[], fault: (line: number, message: string) => void): void {
  const people = new Map<string, number>();
  const said = new Map<string, { value: string | number; line: number }>();
  for (const row of rows) {
    const before = people.get(row.email);
    if (before !== undefined) fault(row.line, `${row.email} stands on line ${before} already.`);
    else people.set(row.email, row.line);
    const taxes = { ...(row.country !== null && { country: row.country }), ...(row.vatNumber !== null && { "vat-number": row.vatNumber }) };
    for (const [fact, value] of Object.entries({ ...row.attributes, ...taxes })) {
      const key = `${row.organisation?.toLowerCase() ?? ""}\0${fact}`;
      const other = said.get(key);
      if (other && other.value !== value) fault(row.line, `${fact} of ${row.organisation ?? ""} is ${value} here and ${other.value} on line ${other.line}.`);
      else if (!other) said.set(key, { value, line: row.line });
    }
  }
}
