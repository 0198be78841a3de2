// Every small wrong turn that a policy's text could take: a number moved, a set short of one element, a strength turned, a clause or decision gone.
import { SECTIONS } from "../../src/policy/index.ts";

export type Kind = "number" | "set" | "strength" | "condition" | "yes" | "clause" | "decision";
export interface Mutant {
  readonly kind: Kind;
  readonly what: string; // "promises/answer/must: 2 working days → 3 working days"
  readonly data: Record<string, unknown>;
}

type Step = string | number;
type Data = Record<string, unknown>;
const isRecord = (v: unknown): v is Data => typeof v === "object" && v !== null && !Array.isArray(v);

/** Parts of a clause or declaration that carry no rule: words for people, and what only names or cites. */
const PROSE = new Set(["words", "label", "ask", "hints", "name", "title", "mentions", "suppress", "quotes", "readings", "settles", "choice", "reason", "author", "date", "decision", "url"]);

/** Where conditions stand; each of their entries can be left out. */
const CONDITIONS = new Set<Step>(["when", "unless", "all", "any", "not"]);

/** All mutants of a policy's plain data. Each is a copy with one change. */
export function* mutants(data: Data): Generator<Mutant> {
  const sections = [...SECTIONS, "statements"];
  for (const section of sections) yield* clauses(data, [section]);
  yield* walk(data, ["facts"], data["facts"]);
  yield* walk(data, ["calendars"], data["calendars"]);
  yield* walk(data, ["money"], data["money"]);
  for (const [i, decision] of listOf(data["decisions"]).entries()) {
    if (!isRecord(decision)) continue;
    yield changed(data, "decision", `decision ${String(decision["decision"])} gone`, ["decisions"], (list) => without(list, i));
    yield* walk(data, ["decisions", i, "gives"], decision["gives"]);
    yield* walk(data, ["decisions", i, "prefers"], decision["prefers"]);
    for (const section of sections) if (isRecord(decision["adds"])) yield* clauses(data, ["decisions", i, "adds", section]);
  }
}

function* clauses(data: Data, path: readonly Step[]): Generator<Mutant> {
  for (const [i, clause] of listOf(at(data, path)).entries()) {
    if (!isRecord(clause)) continue;
    const here = [...path, i];
    yield changed(data, "clause", `clause ${String(clause["clause"])} gone`, path, (list) => without(list, i));
    yield* walk(data, here, clause);
    yield* strengths(data, here, clause);
  }
}

function* strengths(data: Data, path: readonly Step[], clause: Data): Generator<Mutant> {
  const id = String(clause["clause"]);
  if (clause["may"]) {
    yield changed(data, "strength", `${id}: may taken out`, path, dropping("may"));
  } else if (clause["strength"] || clause["must"] || clause["goal"]) {
    const is = clause["strength"] ?? (clause["goal"] && !clause["must"] ? "goal" : "must");
    const other = is === "must" ? "goal" : "must";
    yield changed(data, "strength", `${id}: ${String(is)} → ${other}`, path, (c: Data) => ({ ...c, strength: other }));
  }
}

/** Numbers and sets below a path. */
function* walk(data: Data, path: readonly Step[], value: unknown): Generator<Mutant> {
  if (PROSE.has(String(path.at(-1)))) return;
  for (const other of moved(value)) yield changed(data, "number", `${spoken(data, path)}: ${String(value)} → ${String(other)}`, path, () => other);
  if (typeof value === "boolean") yield changed(data, "yes", `${spoken(data, path)}: ${value} → ${!value}`, path, () => !value);
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      yield changed(data, "set", `${spoken(data, path)}: without ${JSON.stringify(item)}`, path, (list) => without(list, i));
      yield* walk(data, [...path, i], item);
    }
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "values" && isRecord(inner)) {
        for (const name of Object.keys(inner)) yield changed(data, "set", `${spoken(data, path)}/values: without ${name}`, [...path, "values"], dropping(name));
      } else {
        if (CONDITIONS.has(String(path.at(-1))) || CONDITIONS.has(String(path.at(-2)))) yield changed(data, "condition", `${spoken(data, path)}: without ${key}`, path, dropping(key));
        yield* walk(data, [...path, key], inner);
      }
    }
  }
}

/** The value a little more and a little less; nothing where it is no number. */
function moved(value: unknown): readonly (string | number)[] {
  if (typeof value === "number") return [value + 1, value - 1];
  if (typeof value !== "string") return [];
  const length = /^(\d+) ((?:working )?(?:minute|hour|day|week|month|year)s?)$/.exec(value);
  if (length) return [1, -1].map((step) => `${Number(length[1]) + step} ${length[2]}`);
  const money = /^(\d+)\.(\d{2}) ([A-Z]{3})$/.exec(value);
  if (money) return [1, -1].flatMap((step) => cents(Number(money[1]) * 100 + Number(money[2]) + step, money[3]!));
  const hours = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(value)?.slice(1).map(Number) as [number, number, number, number] | undefined;
  if (!hours) return [];
  const [from, to] = [hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]];
  return [`${clock(from + 30)}-${clock(to)}`, `${clock(from - 30)}-${clock(to)}`, `${clock(from)}-${clock(to + 30)}`, `${clock(from)}-${clock(to - 30)}`];
}

const cents = (n: number, currency: string): string[] => (n < 0 ? [] : [`${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")} ${currency}`]);
const clock = (minute: number): string => {
  const m = (minute + 1440) % 1440;
  return `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
};

const dropping =
  (key: string) =>
  (record: Data): Data =>
    Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));
const listOf = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);
const without = (list: unknown, i: number): unknown[] => listOf(list).filter((_, n) => n !== i);

function at(data: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((node, step) => (typeof node === "object" && node !== null ? (node as Record<Step, unknown>)[step] : undefined), data);
}

/** A copy in which the value at the path is another; what is not on the path is shared, for speed. */
function changed<T>(data: Data, kind: Kind, what: string, path: readonly Step[], change: (old: T) => unknown): Mutant {
  const copy = (node: unknown, rest: readonly Step[]): unknown => {
    const [step, ...more] = rest;
    if (step === undefined) return change(node as T);
    if (Array.isArray(node)) return node.map((item: unknown, i) => (i === step ? copy(item, more) : item));
    return { ...(node as Data), [step]: copy((node as Data)[step], more) };
  };
  return { kind, what, data: copy(data, path) as Data };
}

/** The path with clause ids for indexes. */
function spoken(data: Data, path: readonly Step[]): string {
  return path
    .map((step, i) => {
      const node = at(data, path.slice(0, i + 1));
      return typeof step === "number" && isRecord(node) ? String(node["clause"] ?? node["decision"] ?? step) : String(step);
    })
    .join("/");
}
