// What is owed and can be taken back at will: a `may` clause that speaks to every situation of a `must`, before it. SPEC 5.2, 5.3.
import { finding } from "../finding.ts";
import type { Clause, Finding, Policy } from "../model.ts";
import { NONE, type Region } from "./diagram.ts";
import type { Run } from "./run.ts";
import type { Space } from "./space.ts";

/** For each clause that is owed, the `may` clauses before it that cover it at every moment seen so far. */
export type Undercuts = Map<string, { readonly owed: Clause; readonly by: ReadonlySet<Clause> }>;

/** Adds what one table shows at one moment. A clause declared to win is meant to. */
export function seeUndercuts(space: Space, world: Region, run: Run, wins: (winner: string, loser: string) => boolean, seen: Undercuts): void {
  const { diagram } = space;
  for (const [i, { rule, holds }] of run.asked.entries()) {
    const owed = rule.clause;
    if (!isOwed(owed)) continue;
    const here = diagram.and(world, holds);
    if (here === NONE) continue;
    const by = run.asked.slice(0, i).filter((a) => a.rule.ruling && diagram.minus(here, a.holds) === NONE);
    addUndercut(
      owed,
      by.map((a) => a.rule.clause),
      wins,
      seen,
    );
  }
}

/** What holds at one more moment: only who covers it at all of them undercuts it. */
export function addUndercut(owed: Clause, by: readonly Clause[], wins: (winner: string, loser: string) => boolean, seen: Undercuts): void {
  const old = seen.get(owed.id)?.by;
  seen.set(owed.id, { owed, by: new Set(by.filter((c) => !wins(c.id, owed.id) && (!old || old.has(c)))) });
}

export const isOwed = (clause: Clause): boolean => clause.strength === "must" && gives(clause);

/** Whether a customer gets something by it that they could rely on. */
function gives({ section, outcome }: Clause): boolean {
  if (section === "scope") return outcome["scope"] === "in";
  if (section === "entitlement") return outcome["entitlement"] === "granted";
  if (section === "promises" || section === "offers") return outcome["none"] !== true;
  return section === "charges" || section === "allowances" || (section === "remedies" && outcome["remedy"] !== "none");
}

export function undercutFindings(policy: Policy, seen: Undercuts): Finding[] {
  return [...seen.values()].flatMap(({ owed, by }) => {
    const [may] = by;
    if (!may) return [];
    const role = policy.roles[may.ruling?.role ?? ""]?.name["en"] ?? may.ruling?.role ?? "somebody";
    return [
      finding({
        code: "E-UNDERCUT",
        severity: "warning",
        at: owed.id,
        clauses: [owed.id, may.id],
        place: owed.place,
        message: `${owed.id} is owed, and ${may.id} lets ${role} set it aside in every situation that it speaks to: nobody can rely on it.`,
        mend: `Say in the \`when\` of ${may.id} in which cases it is meant, or make ${owed.id} a goal; if it is meant so, \`over: [${owed.id}]\` at ${may.id} says it.`,
      }),
    ];
  });
}
