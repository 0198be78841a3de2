// The author's decisions laid over the text: values for what it leaves open, clauses for its gaps, an order for its contradictions.
import { SECTIONS } from "./model.ts";
import type { Path } from "./read.ts";

/** The text as plain data with the decisions' hands applied, and where each added clause came from. */
export interface Settled {
  readonly data: Record<string, unknown>;
  /** For clauses that a decision added, by `section/index`: the decision and the path in the text. */
  readonly added: ReadonlyMap<string, { decision: string; path: Path }>;
  readonly faults: readonly { decision: string; path: Path; message: string; mend?: string }[];
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
/** A copy of plain data; much quicker than structuredClone, which reckons with more than YAML can hold. */
function copyOf<T>(data: T): T {
  if (Array.isArray(data)) return data.map(copyOf) as T;
  return isRecord(data) ? (Object.fromEntries(Object.entries(data).map(([k, v]) => [k, copyOf(v)])) as T) : data;
}
const listOf = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);

/** Applies every decision that `keep` lets through; of the others their values for undecided places alone, if `gives`. The input is not changed. */
export function settle(raw: Record<string, unknown>, keep: (id: string) => boolean, gives = false): Settled {
  const data = copyOf(raw);
  const added = new Map<string, { decision: string; path: Path }>();
  const faults: { decision: string; path: Path; message: string; mend?: string }[] = [];
  listOf(raw["decisions"]).forEach((d, n) => {
    if (!isRecord(d) || typeof d["decision"] !== "string") return;
    const id = d["decision"];
    const whole = keep(id);
    if (!whole && !gives) return;
    if (whole && isRecord(d["adds"])) {
      for (const [section, clauses] of Object.entries(d["adds"])) {
        listOf(clauses).forEach((clause, i) => {
          const list = listOf(data[section]);
          data[section] = list;
          added.set(`${section}/${list.length}`, { decision: id, path: ["decisions", n, "adds", section, i] });
          list.push(copyOf(clause));
        });
      }
    }
    if (isRecord(d["gives"])) {
      for (const [target, value] of Object.entries(d["gives"])) {
        if (!put(data, target.split("/"), value)) {
          faults.push({
            decision: id,
            path: ["decisions", n, "gives", target],
            message: `The decision ${id} gives a value for ${target}, which is no place that is left undecided.`,
            mend: "Write the place as section/clause/field or calendars/id/open, and mark it there with { undecided: … }.",
          });
        }
      }
    }
    if (whole)
      listOf(d["prefers"]).forEach((p, i) => {
        const clause = isRecord(p) ? clauseNamed(data, String(p["clause"])) : null;
        if (clause && isRecord(p)) clause["over"] = [...listOf(clause["over"]), ...listOf(p["over"])];
        else faults.push({ decision: id, path: ["decisions", n, "prefers", i], message: `The decision ${id} prefers a clause that does not exist.` });
      });
  });
  return { data, added, faults };
}

/** Puts a value in place of an `undecided`; false where there is none. */
function put(data: Record<string, unknown>, steps: readonly string[], value: unknown): boolean {
  const [head, name, ...rest] = steps;
  if (!head || !name) return false;
  const list = data[head];
  let node: unknown = Array.isArray(list) ? list.find((c) => isRecord(c) && c["clause"] === name) : isRecord(list) ? list[name] : undefined;
  if (!rest.length) {
    if (!isRecord(list) || !isUndecided(list[name])) return false;
    list[name] = value;
    return true;
  }
  const last = rest[rest.length - 1]!;
  for (const step of rest.slice(0, -1)) node = isRecord(node) ? node[step] : Array.isArray(node) ? node[Number(step)] : undefined;
  if (!isRecord(node) || !isUndecided(node[last])) return false;
  node[last] = copyOf(value);
  return true;
}

function clauseNamed(data: Record<string, unknown>, id: string): Record<string, unknown> | null {
  for (const section of SECTIONS) {
    const found = listOf(data[section]).find((c) => isRecord(c) && c["clause"] === id);
    if (isRecord(found)) return found;
  }
  return null;
}

export const isUndecided = (v: unknown): v is { undecided: string } => isRecord(v) && typeof v["undecided"] === "string" && Object.keys(v).length === 1;

/** Takes the undecided places out of the data (in place) and lists them, each with its path and the vague word. */
export function takeUndecided(data: unknown, path: Path = []): { path: Path; word: string }[] {
  if (Array.isArray(data)) return data.flatMap((item, i) => takeUndecided(item, [...path, i]));
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    if (key === "decisions" && path.length === 0) return [];
    if (!isUndecided(value)) return takeUndecided(value, [...path, key]);
    delete data[key];
    return [{ path: [...path, key], word: value.undecided }];
  });
}
