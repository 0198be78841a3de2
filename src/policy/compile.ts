// From the text of a policy to the policy that runs, with every fault located. The checker's proofs come after (check/).
import type { AuthorDecision, Calendar, Clause, Fact, Finding, Named, Policy, Vague, Words } from "./model.ts";
import { SECTIONS } from "./model.ts";
import { settle, takeUndecided } from "./author-decisions.ts";
import { toCalendar } from "./calendars.ts";
import { byName } from "./by-name.ts";
import { compileClauses } from "./clauses.ts";
import { declaredFact } from "./facts.ts";
import { finding } from "./finding.ts";
import type { Fault } from "./names.ts";
import { POLICY_SHAPE, type RawPolicy } from "./policy-shape.ts";
import { type Path, read, type Source } from "./read.ts";
import { shapeFaults } from "./shape-faults.ts";
import { isZone } from "./time/zoned.ts";

export interface Compiled {
  readonly policy: Policy | null; // null where the text has no shape to run by
  readonly findings: readonly Finding[];
}

export interface CompileOptions {
  /** Which of the author's decisions hold; all by default. The checker takes them out to see what they settle. */
  readonly keep?: (decision: string) => boolean;
  /** The values that decisions not kept give to undecided places hold all the same: what they settle besides can then be seen by itself. */
  readonly gives?: boolean;
  /** The data is known to have the shape; it is not looked at again. */
  readonly shaped?: boolean;
}

/** Compiles a policy's text. Never throws; `policy` is null when `findings` holds a shape error. */
export function compile(text: string, options: CompileOptions = {}): Compiled {
  return compileSource(read(text), options);
}

/** The same from data already read, so that a caller who compiles variants reads once. */
export function compileSource(source: Source, options: CompileOptions = {}): Compiled {
  const findings: Finding[] = source.faults.map((f) => finding({ code: "E-YAML", at: "text", message: f.message, rests: f.message, place: f.place }));
  if (findings.length) return { policy: null, findings };
  if (typeof source.data !== "object" || source.data === null || Array.isArray(source.data)) {
    return { policy: null, findings: [finding({ code: "E-SHAPE", at: "text", message: "A policy is a map that begins with `policy: <id>`.", place: { line: 1, column: 1 } })] };
  }
  if (holdsKey("__proto__", source.data)) return { policy: null, findings: [finding({ code: "E-SHAPE", at: "text", message: 'Nothing may be called "__proto__".', place: { line: 1, column: 1 } })] };
  const settled = settle(source.data as Record<string, unknown>, options.keep ?? (() => true), options.gives);
  const origin = (path: Path): Path => {
    const added = settled.added.get(`${path[0]}/${path[1]}`);
    return added ? [...added.path, ...path.slice(2)] : path;
  };
  const fault: Fault = (parts, path) => findings.push(finding({ ...parts, place: source.locate(origin(path)) }));
  for (const f of settled.faults) fault({ code: "E-DECISION", at: f.decision, message: f.message, rests: f.path.slice(2).join("/"), ...(f.mend && { mend: f.mend }) }, f.path);

  const undecided = takeUndecided(settled.data);
  const vague: Vague[] = undecided.map(({ path, word }) => {
    const place = source.locate(origin(path));
    return { path: named(settled.data, path), word, ...(place && { place }) };
  });
  const shaped = options.shaped ? null : POLICY_SHAPE.safeParse(settled.data);
  if (shaped && !shaped.success) {
    const faults = shapeFaults(shaped.error.issues, settled.data).filter((f) => !(mayBeOpen(f.path) && undecided.some((u) => u.path.join("/") === f.path.join("/"))));
    for (const f of faults) fault({ code: "E-SHAPE", at: f.path.slice(0, 2).join("/"), message: f.message, rests: f.path.join("/"), ...(f.mend && { mend: f.mend }) }, f.path);
    if (faults.length) return { policy: null, findings };
  }
  const raw = settled.data as unknown as RawPolicy;
  return { policy: assemble(raw, vague, undecided, settled.added, fault, (p) => source.locate(origin(p))), findings };
}

/** The validator passes over this one key, so it is looked for here. */
function holdsKey(key: string, data: unknown): boolean {
  return typeof data === "object" && data !== null && (Object.hasOwn(data, key) || Object.values(data).some((inner) => holdsKey(key, inner)));
}

const CALENDAR_FIELDS = ["open", "zone", "holidays", "announce", "except"];
/** What a clause is, as against what it says: by these it is found and put into its table. */
const CLAUSE_NAMES = [
  "clause",
  "words",
  "may",
  "suppress",
  "set",
  "case",
  "conduct",
  "scope",
  "entitlement",
  "channel",
  "booking",
  "answer",
  "allowance",
  "accept",
  "ask",
  "promise",
  "offer",
  "notice",
  "escalate",
  "remedy",
  "closure",
  "upkeep",
];

/** Whether a required value may be left undecided: hours, zones, and what clauses say. */
function mayBeOpen([head, name, field]: Path): boolean {
  if (head === "desk") return name === "zone";
  if (head === "calendars") return CALENDAR_FIELDS.includes(String(field));
  return head === "facts" || ([...SECTIONS, "statements"].includes(String(head)) && field !== undefined && !CLAUSE_NAMES.includes(String(field)));
}

/** The places that the text itself leaves open, whatever its decisions give. */
export function undecidedPlaces(source: Source): readonly Vague[] {
  if (typeof source.data !== "object" || source.data === null || Array.isArray(source.data)) return [];
  const { data } = settle(source.data as Record<string, unknown>, () => false);
  return takeUndecided(data).map(({ path, word }) => {
    const place = source.locate(path);
    return { path: named(data, path), word, ...(place && { place }) };
  });
}

/** A path with clause ids in place of indexes: "promises/urgent-answer/goal". */
function named(data: Record<string, unknown>, path: Path): string {
  const list = data[String(path[0])];
  const clause: unknown = Array.isArray(list) && typeof path[1] === "number" ? (list[path[1]] as { clause?: unknown } | undefined)?.clause : undefined;
  return [path[0], typeof clause === "string" ? clause : path[1], ...path.slice(2)].filter((s) => s !== undefined).join("/");
}

function assemble(
  raw: RawPolicy,
  vague: readonly Vague[],
  undecided: readonly { path: Path; word: string }[],
  added: ReadonlyMap<string, { decision: string }>,
  fault: Fault,
  locate: Source["locate"],
): Policy {
  const deskZone = raw.desk.zone ?? "UTC";
  if (!isZone(deskZone)) fault({ code: "E-ZONE", at: "desk/zone", message: `"${deskZone}" is no time zone.`, mend: "Use a name like Europe/Paris." }, ["desk", "zone"]);
  const openWord = (id: string): string | undefined => undecided.find((u) => u.path[0] === "calendars" && u.path[1] === id)?.word;
  const calendars = mapRecord(raw.calendars, (c, id): Calendar => {
    if (c.open === undefined && openWord(id) === undefined)
      fault({ code: "E-CALENDAR", at: id, message: `The calendar ${id} has no hours.`, mend: "Write open: always, or the hours of each day." }, ["calendars", id]);
    const calendar = toCalendar(id, c, deskZone, openWord(id), (code, message, path, mend) =>
      fault({ code, at: id, message, rests: path.join("/"), ...(mend && { mend }) }, ["calendars", id, ...path]),
    );
    return withPlace(calendar, locate(["calendars", id]));
  });
  const facts = mapRecord(raw.facts, (f, name): Fact => withPlace(declaredFact(name, f), locate(["facts", name])));
  for (const f of Object.values(facts)) {
    if ((f.kind === "one-of" || f.kind === "ranked") && f.values.length === 0) fault({ code: "E-SHAPE", at: `facts/${f.name}`, message: `The fact ${f.name} lists no values.` }, ["facts", f.name]);
  }
  const documents = mapRecord(raw.documents, (d, id) => ({ id, ...d }));
  const name = (group: Record<string, { name: Words; url?: string | undefined }> | undefined): Record<string, Named> =>
    mapRecord(group, (n, id) => ({ id, name: n.name, ...(n.url && { url: n.url }) }));
  const [parties, roles, things] = [name(raw.parties), name(raw.roles), name(raw.things)];
  const made = compileClauses(raw, { facts, calendars, documents, parties, roles, things }, added, fault, locate);
  const decisions = (raw.decisions ?? []).map(
    (d, i): AuthorDecision =>
      withPlace(
        {
          id: d.decision,
          date: d.date,
          author: d.author,
          quotes: d.quotes.map((q) => ({ text: q.text, ...(q.place && { place: q.place }) })),
          readings: d.readings,
          choice: d.choice,
          reason: d.reason,
          settles: d.settles,
        },
        locate(["decisions", i]),
      ),
  );
  const { phone, colour, ...desk } = raw.desk;
  return {
    id: raw.policy,
    version: raw.version,
    effective: raw.effective,
    title: raw.title,
    intro: raw.intro ?? {},
    desk: { ...desk, zone: isZone(deskZone) ? deskZone : "UTC", ...(phone && { phone }), ...(colour && { colour }) },
    money: {
      currency: raw.money?.currency ?? "EUR",
      tax: (raw.money?.tax ?? []).map((t) => ({ rate: t.rate, name: t.name, ...(t.country && { country: t.country }), ...(t.customer && { customer: t.customer }) })),
    },
    facts: made.facts,
    calendars,
    documents,
    parties,
    roles,
    things,
    heads: made.heads,
    tables: made.tables,
    clauses: made.clauses,
    statements: made.clauses.filter((c: Clause) => c.section === "statements"),
    decisions,
    suppress: (raw.suppress ?? []).map((each, i) => withPlace(each, locate(["suppress", i]))),
    vague,
  };
}

function withPlace<T extends object>(value: T, place: ReturnType<Source["locate"]>): T {
  return place ? { ...value, place } : value;
}

function mapRecord<A, B>(record: Readonly<Record<string, A>> | undefined, f: (value: A, key: string) => B): Record<string, B> {
  return byName(Object.entries(record ?? {}).map(([k, v]) => [k, f(v, k)]));
}
