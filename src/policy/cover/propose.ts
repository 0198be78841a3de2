// Scenarios for what no scenario tries: from each such region a situation, ordinary in all that does not matter, and what the policy does there now.
import { NONE, type Region, TooLarge } from "../check/diagram.ts";
import { STEPS } from "../check/run.ts";
import { type Cell, isUnknown, type Space } from "../check/space.ts";
import { worldOf } from "../check/world.ts";
import { liesIn } from "../compare/exact-boxes.ts";
import { decide } from "../decide.ts";
import type { Decision, Given } from "../decision.ts";
import type { Facts, Moment, Policy } from "../model.ts";
import { needs } from "../needs.ts";
import type { CoverRegion, CoverRegions } from "./cover-regions.ts";
import { regionsOf } from "./covered.ts";
import { ordinaryFirst } from "./ordinary-value.ts";
import { timeFor } from "./time-for.ts";

export interface Proposal {
  /** The regions that it tries; the first is the one it was made for. */
  readonly tries: readonly CoverRegion[];
  readonly given: Given;
  readonly decision: Decision;
}
export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** Regions for which none was found within the limit. */
  readonly left: readonly CoverRegion[];
}

/** As few situations as a greedy choice needs so that each region of `missing` has one. */
export function propose(policy: Policy, regions: CoverRegions, missing: readonly CoverRegion[]): Proposals {
  const open = new Set(missing);
  const proposals: Proposal[] = [];
  const left: CoverRegion[] = [];
  for (const region of missing) {
    if (!open.has(region)) continue;
    const given = situationFor(policy, regions, region, [...open]);
    const tries = given ? regionsOf(policy, [...open], given) : [];
    if (!given || !tries.includes(region)) left.push(region);
    else proposals.push({ tries: [region, ...tries.filter((r) => r !== region)], given, decision: decide(policy, given) });
    for (const tried of [region, ...tries]) open.delete(tried);
  }
  return { proposals, left };
}

/** Opening is what scenarios speak of most; a preview comes last. */
const momentOf = ({ at }: CoverRegion): Moment => (at.includes("opened") ? "opened" : (at.find((m) => m !== "preview") ?? at[0]!));

function situationFor(policy: Policy, { side }: CoverRegions, region: CoverRegion, open: readonly CoverRegion[]): Given | null {
  const { space } = side;
  const { diagram } = space;
  const moment = momentOf(region);
  const read = new Set([...needs(policy, moment).facts, ...regionsFacts(open.filter((r) => r.at.includes(moment)))].flatMap((name) => space.dimOf.get(name) ?? []));
  try {
    diagram.allow(STEPS);
    let target = diagram.and(worldOf(policy, space, moment, read), regionIn(space, region, moment));
    for (const other of open) {
      if (other === region || !other.at.includes(moment) || other.table === region.table) continue;
      const both = diagram.and(target, regionIn(space, other, moment));
      if (both !== NONE) target = both;
    }
    const facts = pointIn(space, target, [...read]);
    return facts && liesIn(region.where, facts) ? { moment, facts: known(facts), ...timeFor(policy, moment, facts) } : null;
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

const regionsFacts = (regions: readonly CoverRegion[]): string[] => regions.flatMap((r) => r.where.map((w) => w.fact.name));

function regionIn(space: Space, { where, within }: CoverRegion, moment: Moment): Region {
  let region = within.get(moment) ?? NONE;
  for (const { fact, cells } of [...where].reverse()) {
    const dim = space.dimOf.get(fact.name);
    if (dim !== undefined)
      region = space.diagram.and(
        region,
        space.diagram.cells(dim, (i) => cells.includes(space.dims[dim]!.cells[i]!)),
      );
  }
  return region;
}

/** One situation of the region: of each fact the most ordinary value that is left. Null where the region is empty. */
function pointIn(space: Space, region: Region, dims: readonly number[]): Facts | null {
  const { diagram } = space;
  const facts: Record<string, Facts[string]> = {};
  let rest = region;
  for (const dim of dims) {
    const { fact, cells } = space.dims[dim]!;
    const choice = ordinaryFirst(fact, cells).find((cell) => {
      const here = diagram.and(
        rest,
        diagram.cells(dim, (i) => cells[i] === cell),
      );
      if (here !== NONE) rest = here;
      return here !== NONE;
    });
    if (choice === undefined) return null;
    facts[fact.name] = valueIn(choice, fact.kind === "duration");
  }
  return facts;
}

const MINUTE = 60_000;
/** A value of the cell; of a stretch of time its first whole minute, so that it can be written. */
function valueIn(cell: Cell, duration: boolean): Facts[string] {
  if ("value" in cell) return isUnknown(cell) ? null : cell.value;
  const round = Math.ceil(cell.from / MINUTE) * MINUTE;
  return duration && round < cell.to ? round : cell.from;
}

const known = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
