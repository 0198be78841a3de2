// Tables that say the same in both policies, word for word in all that decides: whatever they answer, they answer in both.
import type { Moment } from "../model.ts";
import { programOf, type Table } from "../program.ts";
import type { Joint, JointSide } from "./joint-space.ts";
import { rulingOf, treatmentOf } from "./treatment.ts";

/** Whether all tables of the moment are alike: nothing is run then. */
export function alikeAt(joint: Joint, moment: Moment): boolean {
  const [a, b] = [tablesAt(joint.old, moment), tablesAt(joint.new, moment)];
  return [...new Set([...a.keys(), ...b.keys()])].every((name) => sameText(joint, a.get(name), b.get(name)));
}

/** Whether this one is, and every table whose answer it rests on. For tables that are too large to be run. */
export function alikeTable(joint: Joint, moment: Moment, table: string): boolean {
  const [a, b] = [tablesAt(joint.old, moment), tablesAt(joint.new, moment)];
  const byFact = new Map([...a, ...b].map(([name, t]) => [t.fact, name]));
  const seen = new Set<string>();
  const same = (name: string): boolean => {
    if (seen.has(name)) return true;
    seen.add(name);
    const [one, other] = [a.get(name), b.get(name)];
    if (!sameText(joint, one, other) || !one) return false;
    const rests = [...one.rules.flatMap((r) => r.clause.reads), ...(one.kind.skippedWhenRefused ? ["scope", "entitlement"] : [])];
    return rests.flatMap((fact) => byFact.get(fact) ?? []).every(same);
  };
  return same(table);
}

const tablesAt = ({ policy }: JointSide, moment: Moment): Map<string, Table> => new Map((programOf(policy).at.get(moment) ?? []).map((t) => [`${t.section}/${t.key}`, t]));

function sameText({ old, new: next }: Joint, one: Table | undefined, other: Table | undefined): boolean {
  const text = ({ policy }: JointSide, table: Table): string =>
    JSON.stringify(table.rules.map(({ clause: c, result }) => [c.id, c.when, result, treatmentOf(policy, c), c.evenIfRefused, c.ruling && rulingOf(policy, c)]));
  return one !== undefined && other !== undefined && text(old, one) === text(next, other);
}
