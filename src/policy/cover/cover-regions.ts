// What there is to try of a policy: for each clause the boxes of situations in which it answers, from the proof and not from samples.
import { Diagram, type Region, TooLarge } from "../check/diagram.ts";
import { MOST_FACTS, type Space, spaceOf } from "../check/space.ts";
import { worldOf } from "../check/world.ts";
import { answersAt, type Part } from "../compare/answers.ts";
import { DESCRIBING, exactBoxes, type Where } from "../compare/exact-boxes.ts";
import type { JointSide } from "../compare/joint-space.ts";
import { type Clause, type Moment, MOMENTS, type Policy } from "../model.ts";
import { programOf } from "../program.ts";

/** Situations in which one clause answers, or in which a person is asked by it. Regions of a clause have none in common at a moment. */
export interface CoverRegion {
  readonly table: string; // "charges/quote"
  readonly clause: Clause;
  readonly how: "answers" | "asks";
  /** The moments at which it is so; one scenario at any of them tries it. */
  readonly at: readonly Moment[];
  readonly where: readonly Where[]; // where somebody is refused before, it says nothing
  /** By moment the situations in which the clause does so at all, in the diagram of `side`. */
  readonly within: ReadonlyMap<Moment, Region>;
}
export interface CoverRegions {
  readonly regions: readonly CoverRegion[];
  /** Tables with more regions than were listed. */
  readonly cut: readonly string[];
  /** Tables that are too large to be told. */
  readonly unproved: readonly string[];
  readonly side: JointSide; // in which the regions lie
}

const TOTAL = 4_000_000; // steps of the diagrams; with it memory is bounded
const MOST = 100; // regions of one clause at one moment

/** All regions of a policy. Never throws; time and memory are bounded, and what is beyond the bound is named. */
export function coverRegions(policy: Policy): CoverRegions {
  const read = spaceOf(policy);
  const space: Space = { ...read, diagram: new Diagram(read.diagram.sizes, TOTAL) };
  const side: JointSide = { written: policy, policy, space };
  const tables = Object.keys(policy.tables);
  if (space.dims.length > MOST_FACTS) return { regions: [], cut: [], unproved: tables, side };
  const regions = new Map<string, CoverRegion & { at: Moment[]; within: Map<Moment, Region> }>();
  const cut = new Set<string>();
  const unproved = new Set<string>();
  for (const moment of MOMENTS) {
    if (!programOf(policy).at.has(moment)) continue;
    for (const [name, facet] of answersAt(side, moment)) {
      const table = name.split(" ")[0]!;
      try {
        if (!("parts" in facet)) throw new TooLarge();
        space.diagram.allow(DESCRIBING); // for all its clauses, so that one large table does not use up what the others need
        const world = worldHere(side, moment, facet.parts);
        const open = facet.parts.filter((p) => p.how === "refused").reduce((sum: Region, p) => space.diagram.or(sum, p.region), 0);
        for (const { clause, how, region } of facet.parts) {
          if (!clause || (how !== "answers" && how !== "asks")) continue;
          const found = exactBoxes(space, region, space.diagram.minus(world, open), MOST);
          if (found.cut) cut.add(table);
          for (const { where } of found.boxes) {
            const key = JSON.stringify([clause.id, how, where.map((w) => [w.fact.name, w.cells])]);
            const seen = regions.get(key);
            if (seen) seen.at.push(moment);
            else regions.set(key, { table, clause, how, at: [moment], where, within: new Map() });
            regions.get(key)?.within.set(moment, region);
          }
        }
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        unproved.add(table);
      }
    }
  }
  return { regions: [...regions.values()], cut: [...cut], unproved: [...unproved], side };
}

/** What there can be at the moment, as far as these parts tell it apart. */
function worldHere({ policy, space }: JointSide, moment: Moment, parts: readonly Part[]): Region {
  const support = new Set<number>();
  for (const { region } of parts) space.diagram.support(region, support);
  return worldOf(policy, space, moment, support);
}
