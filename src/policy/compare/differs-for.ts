// What another version changes for one customer: the regions that they can be in, with what they themselves may see of them. SPEC 22.5.
import type { Audience, Clause, Facts, Value } from "../model.ts";
import type { ChangedRegion, Comparison } from "./compare-policies.ts";
import type { Where } from "./exact-boxes.ts";
import { plainName } from "./joint-space.ts";

/** How a clause of a side may be told: with its number and words, or only by what comes of it. */
export interface Difference {
  readonly region: ChangedRegion;
  /** What else has to be so: facts that are theirs to see, and that are not settled by who they are. */
  readonly where: readonly Where[];
  /** It also rests on what is not shown to customers. */
  readonly hedged: boolean;
  readonly cites: { readonly old: boolean; readonly new: boolean };
}

/** Sections of which a customer feels the answer, whoever may read the clause. */
const FELT: readonly Clause["section"][] = ["scope", "entitlement", "channels", "bookings", "allowances", "charges", "conditions", "promises"];
const READABLE: readonly Audience[] = ["public", "customer"];

/**
 * The regions of a comparison that are a customer's. `known` are the facts of their record, each by its name; null: anybody's.
 * A region that needs another value of one of these is not theirs. Facts that only staff see decide nothing here and are left unsaid.
 */
export function differsFor(comparison: Pick<Comparison, "regions">, known: Facts | null): Difference[] {
  const all = comparison.regions
    .filter((region) => !follows(region))
    .flatMap((region): Difference[] => {
      const { old, new: next } = region;
      if (![old, next].some((by) => by.clause && (tellable(by.clause) || FELT.includes(by.clause.section)))) return [];
      if ([old, next].some((by) => by.clause && !tellable(by.clause) && !FELT.includes(by.clause.section))) return [];
      const own = region.where.filter(({ fact }) => known !== null && fact.shown === "customer" && Object.hasOwn(known, plainName(fact.name)));
      if (!own.every((w) => lies(w, known?.[plainName(w.fact.name)] ?? null))) return [];
      const rest = region.where.filter((w) => !own.includes(w));
      const where = rest.filter(({ fact }) => fact.shown === "customer");
      return [{ region, where, hedged: where.length < rest.length, cites: { old: old.clause !== null && tellable(old.clause), new: next.clause !== null && tellable(next.clause) } }];
    });
  const answered = new Set(all.flatMap(({ region }) => (region.about === "answer" ? idsOf(region) : [])));
  return all.filter(({ region }) => region.about === "answer" || !idsOf(region).some((id) => answered.has(id)));
}

/** That nothing is promised, charged or asked of whoever is refused follows from the refusal, which is a difference of its own. */
const follows = ({ table, old, new: next }: ChangedRegion): boolean => !/^(?:scope|entitlement)\//.test(table) && [old, next].some((by) => by.how === "refused");

/** A person is asked about a clause, and what comes of it where they grant it, are told once. */
const idsOf = ({ table, old, new: next }: ChangedRegion): string[] => [old, next].flatMap(({ clause }) => (clause ? [`${table} ${clause.id}`] : []));

const tellable = (clause: Clause): boolean => READABLE.includes(clause.audience);

const lies = ({ cells }: Where, value: Value): boolean => cells.some((c) => ("value" in c ? c.value === value : typeof value === "number" && value >= c.from && value < c.to));
