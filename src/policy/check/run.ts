// A moment of the policy run for all situations at once: which clause answers where. Results of tables stand for the situations that yield them.
import type { Condition, Moment, Policy, Value } from "../model.ts";
import { programOf, type Rule, type Table } from "../program.ts";
import { ALL, NONE, type Region, TooLarge } from "./diagram.ts";
import { type Space, where } from "./space.ts";
import { type TableBoxes, tableBoxes } from "./table-boxes.ts";

export interface Asked {
  readonly rule: Rule;
  readonly holds: Region; // where its condition does, and the table is not skipped
  readonly refused: Region; // where its condition does, and it is skipped
  readonly taken: Region; // where an earlier clause has answered
}
/** One table at one moment. */
export interface Run {
  readonly table: Table;
  readonly moment: Moment;
  readonly asked: readonly Asked[];
  readonly answered: Region;
  readonly skipped: Region; // refused, in a table that is skipped then
  /** The same table as boxes, for where its diagrams grow too large; null where they are too many. */
  readonly boxes: () => TableBoxes | null;
}
/** `unproved`: its clauses could not be run within the limit as diagrams, nor what reads its result. */
export type Outcome = Run | { readonly table: Table; readonly moment: Moment; readonly unproved: true; readonly boxes: () => TableBoxes | null };

/** Steps allowed to one table at one moment. */
export const STEPS = 200_000;
/** A table of more clauses than this is not even tried as diagrams, unless another reads its result. */
const MANY = 300;
type Results = Map<string, ReadonlyMap<Value, Region>>;

/** Runs the tables of a moment in their order, those in `broken` apart: their results are then anything. `may` clauses answer where their ruling was granted; it is a dimension of its own. SPEC 5.3. */
export function runMoment(policy: Policy, space: Space, moment: Moment, broken: ReadonlySet<string> = new Set()): Outcome[] {
  const { diagram } = space;
  const results: Results = new Map();
  const tables = (programOf(policy).at.get(moment) ?? []).filter((t) => !broken.has(`${t.section}/${t.key}`));
  const isResult = (fact: string, value: Value): Region => results.get(fact)?.get(value) ?? (results.has(fact) ? NONE : where(space, fact, (c) => "value" in c && c.value === value));
  const unknown = new Set<string>(); // results of tables that could not be run
  return tables.map((table): Outcome => {
    const known = new Map(results);
    const readsUnknown = table.rules.some((r) => r.clause.reads.some((f) => unknown.has(f))) || (table.kind.skippedWhenRefused && (unknown.has("scope") || unknown.has("entitlement")));
    let skipped: Region | null = null;
    const boxes = (): TableBoxes | null => (readsUnknown || skipped === null ? null : tableBoxes(space, table, known, skipped));
    try {
      if (readsUnknown) throw new TooLarge();
      diagram.allow(STEPS);
      skipped = table.kind.skippedWhenRefused ? diagram.or(isResult("scope", "out"), isResult("entitlement", "refused")) : NONE;
      if (table.rules.length > MANY && !policy.clauses.some((c) => c.reads.includes(table.fact))) throw new TooLarge();
      let answered: Region = NONE;
      const values = new Map<Value, Region>();
      const asked = table.rules.map((rule): Asked => {
        const condition = regionOf(rule.clause.when, space, results);
        const holds = rule.clause.evenIfRefused ? condition : diagram.minus(condition, skipped ?? NONE);
        const refused = diagram.minus(condition, holds);
        const taken = answered;
        const granted = rule.ruling ? where(space, rule.ruling, (c) => "value" in c && c.value === "granted") : ALL;
        const answers = diagram.minus(diagram.and(holds, granted), taken);
        answered = diagram.or(answered, answers);
        values.set(rule.result, diagram.or(values.get(rule.result) ?? NONE, answers));
        return { rule, holds, refused, taken };
      });
      values.set(null, diagram.or(values.get(null) ?? NONE, diagram.minus(ALL, answered)));
      results.set(table.fact, values);
      return { table, moment, asked, answered, skipped, boxes };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      unknown.add(table.fact);
      return { table, moment, unproved: true, boxes };
    }
  });
}

/** The situations in which a condition holds; of a result decided earlier in this run, those that yield it. */
function regionOf(c: Condition, space: Space, results: Results): Region {
  const { diagram } = space;
  switch (c.is) {
    case "always":
      return ALL;
    case "all":
      return c.of.reduce((sum: Region, part) => diagram.and(sum, regionOf(part, space, results)), ALL);
    case "any":
      return c.of.reduce((sum: Region, part) => diagram.or(sum, regionOf(part, space, results)), NONE);
    case "in":
    case "range": {
      const made = results.get(c.fact);
      const takes = (value: Value): boolean => (c.is === "in" ? c.values.includes(value) : typeof value === "number" && value >= c.from && value < c.to);
      if (made) return [...made].reduce((sum: Region, [value, region]) => (takes(value) ? diagram.or(sum, region) : sum), NONE);
      return where(space, c.fact, (cell) => ("value" in cell ? takes(cell.value) : takes(cell.from)));
    }
  }
}
