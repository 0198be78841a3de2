// What each table of a moment does in which situations, under one of the two policies: a partition of all situations by clause.
import { ALL, NONE, type Region, TooLarge } from "../check/diagram.ts";
import { type Outcome, type Run, runMoment, STEPS } from "../check/run.ts";
import { where } from "../check/space.ts";
import type { TableBoxes } from "../check/table-boxes.ts";
import type { Clause, Moment } from "../model.ts";
import type { Rule } from "../program.ts";
import type { JointSide } from "./joint-space.ts";
import { NOTHING, rulingOf, treatmentOf } from "./treatment.ts";

/** Why a customer is treated as they are: by the clause that answers, or that refused them before; or by none. */
export interface By {
  readonly clause: Clause | null;
  readonly how: "answers" | "asks" | "refused" | "silent";
}
/** Situations that are treated alike, by one clause. */
export interface Part extends By {
  readonly treatment: string;
  readonly region: Region;
}
/** A table as it was asked, for where its diagrams grow too large: its clauses, and where each holds, as boxes; null where those are too many. */
export interface Wide {
  readonly rules: readonly Rule[];
  readonly boxes: () => TableBoxes | null;
}
/** What can be told of a table: its answer, and each thing that a person is asked to decide. */
export interface Facet {
  readonly wide: Wide;
  readonly table: string; // "charges/quote"
  readonly about: string; // "answer", or "ruling …"
  readonly parts: readonly Part[]; // together all situations, no two with one in common
}

/** Facets by `table about`; of a table that is too large to be told so, what boxes may tell of its answer. */
export function answersAt(side: JointSide, moment: Moment): ReadonlyMap<string, Facet | Wide> {
  const runs = runMoment(side.policy, side.space, moment);
  const facets = new Map<string, Facet | Wide>();
  for (const run of runs) {
    const table = `${run.table.section}/${run.table.key}`;
    const wide: Wide = { rules: run.table.rules, boxes: run.boxes };
    try {
      if ("unproved" in run) throw new TooLarge();
      side.space.diagram.allow(STEPS);
      const mine: Facet[] = [{ table, about: "answer", wide, parts: answerParts(side, run, runs) }, ...rulingFacets(side, run, wide)];
      for (const facet of mine) facets.set(`${table} ${facet.about}`, facet);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      facets.set(`${table} answer`, wide);
    }
  }
  return facets;
}

function answerParts(side: JointSide, run: Run, runs: readonly Outcome[]): Part[] {
  const { diagram } = side.space;
  const parts: Part[] = run.asked.map(({ rule, holds, taken }) => {
    const granted = rule.ruling ? where(side.space, rule.ruling, (c) => "value" in c && c.value === "granted") : ALL;
    return { clause: rule.clause, how: "answers", treatment: treatmentOf(side.policy, rule.clause), region: diagram.minus(diagram.and(holds, granted), taken) };
  });
  let left = diagram.minus(ALL, run.answered);
  for (const { clause, region } of refusals(side, runs)) {
    const skipped = diagram.and(diagram.and(left, run.skipped), region);
    parts.push({ clause, how: "refused", treatment: NOTHING, region: skipped });
    left = diagram.minus(left, skipped);
  }
  parts.push({ clause: null, how: "refused", treatment: NOTHING, region: diagram.and(left, run.skipped) });
  parts.push({ clause: null, how: "silent", treatment: NOTHING, region: diagram.minus(left, run.skipped) });
  return parts.filter((part) => part.region !== NONE);
}

/** Who refuses at this moment, and whom. Nobody is counted where these tables do not run. */
function refusals(side: JointSide, runs: readonly Outcome[]): { clause: Clause; region: Region }[] {
  const { diagram } = side.space;
  return runs.flatMap((run) => {
    if ("unproved" in run || (run.table.section !== "scope" && run.table.section !== "entitlement")) return [];
    return run.asked.flatMap(({ rule, holds, taken }) => {
      if (rule.result !== "out" && rule.result !== "refused") return [];
      const granted = rule.ruling ? where(side.space, rule.ruling, (c) => "value" in c && c.value === "granted") : ALL;
      return [{ clause: rule.clause, region: diagram.minus(diagram.and(holds, granted), taken) }];
    });
  });
}

/** Where a person is asked: the clause holds, nothing answered before, and nobody has ruled. */
function rulingFacets(side: JointSide, run: Run, wide: Wide): Facet[] {
  const { diagram } = side.space;
  const seen = new Map<string, number>();
  return run.asked.flatMap(({ rule, holds, taken }) => {
    if (!rule.ruling) return [];
    const asked = rulingOf(side.policy, rule.clause);
    const nth = (seen.get(asked) ?? 0) + 1;
    seen.set(asked, nth);
    const open = where(side.space, rule.ruling, (c) => "value" in c && c.value === null);
    const region = diagram.and(diagram.minus(holds, taken), open);
    const parts: Part[] = [
      { clause: rule.clause, how: "asks", treatment: asked, region },
      { clause: null, how: "silent", treatment: NOTHING, region: diagram.minus(ALL, region) },
    ];
    return [{ wide, table: `${run.table.section}/${run.table.key}`, about: `ruling ${asked} ${nth}`, parts: parts.filter((p) => p.region !== NONE) }];
  });
}
