// The topics about which a clause can answer at all, from the proof: a person must be trained for these.
import { NONE, type Region, TooLarge } from "../check/diagram.ts";
import { MOST_FACTS, spaceOf } from "../check/space.ts";
import { worldOf } from "../check/world.ts";
import { answersAt } from "../compare/answers.ts";
import type { JointSide } from "../compare/joint-space.ts";
import type { Clause, Moment, Policy } from "../model.ts";

/** Moments at which it is decided what is supported: later ones only know that it was. */
const DECIDING: readonly Moment[] = ["preview", "opened", "finding", "ruling"];

function asked({ at }: Clause): readonly Moment[] {
  const deciding = at.filter((moment) => DECIDING.includes(moment));
  return deciding.length ? deciding : at;
}

/** By the clauses' ids. All topics where it cannot be told; none where the policy has no topics. */
export function topicsOf(policy: Policy, clauses: readonly Clause[]): ReadonlyMap<string, readonly string[]> {
  const topics = policy.facts["topic"]?.values ?? [];
  const found = new Map<string, ReadonlySet<string>>(clauses.map((c) => [c.id, new Set<string>()]));
  const all = (clause: Clause): void => void found.set(clause.id, new Set(topics));
  const space = spaceOf(policy);
  const dim = space.dimOf.get("topic");
  if (dim === undefined || space.dims.length > MOST_FACTS) clauses.forEach(all);
  else {
    const side: JointSide = { written: policy, policy, space };
    for (const moment of new Set(clauses.flatMap(asked))) {
      const facets = answersAt(side, moment);
      for (const clause of clauses.filter((c) => asked(c).includes(moment))) {
        const facet = facets.get(`${clause.section}/${clause.key} answer`);
        try {
          if (!facet || !("parts" in facet)) throw new TooLarge();
          const region = facet.parts.filter((p) => p.clause?.id === clause.id && p.how === "answers").reduce((sum: Region, p) => space.diagram.or(sum, p.region), NONE);
          const support = space.diagram.support(region);
          const here = space.diagram.and(region, worldOf(policy, space, moment, support));
          const told = topics.filter(
            (topic) =>
              space.diagram.and(
                here,
                space.diagram.cells(dim, (i) => "value" in space.dims[dim]!.cells[i]! && space.dims[dim]!.cells[i].value === topic),
              ) !== NONE,
          );
          found.set(clause.id, new Set([...(found.get(clause.id) ?? []), ...told]));
        } catch (error) {
          if (!(error instanceof TooLarge)) throw error;
          all(clause);
        }
      }
    }
  }
  return new Map([...found].map(([id, told]) => [id, topics.filter((t) => told.has(t))]));
}
