// Whether a decision opens a case, and the case as a row: what was found, what may come of it, until when the person is heard. Pure.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import { type Decision, type Duration, dueAt, type Facts, type Policy, type Ruling, toMilliseconds } from "../../policy/index.ts";
import { conductClauses, restsOn } from "./about.ts";

/** A clause that a person may apply, as the case keeps it. */
export type Asked = Ruling & { readonly clause: string };

/** The clauses on conduct that ask a person now. */
export function askedBy(policy: Policy, decision: Decision): Asked[] {
  const ids = conductClauses(policy);
  return decision.effects.flatMap((e) => {
    const ruling = e.do === "ruling" && ids.has(e.clause) ? policy.clauses.find((c) => c.id === e.clause)?.ruling : undefined;
    return e.do === "ruling" && ruling ? [{ ...ruling, clause: e.clause }] : [];
  });
}

/** The longest of these lengths from `at` on, in the zone's wall time; null where none is said. A case goes by the most generous of its clauses. */
export function longest(lengths: readonly (Duration | undefined)[], at: number, zone: string): number | null {
  const ends = lengths.flatMap((d) => (d ? [lasting(at, d, zone)] : []));
  return ends.length ? Math.max(...ends) : null;
}

/** When it ends that began at `at`. There is no calendar here: a working day is a day, never less. */
export function lasting(at: number, d: Duration, zone: string): number {
  const plain: Duration = { amount: d.amount, unit: d.unit.replace("working ", "") as Duration["unit"] };
  return dueAt(at, plain, { zone }) ?? at + (toMilliseconds(plain) ?? 0);
}

interface Opening {
  readonly desk: string;
  readonly id: string;
  readonly ticket: string;
  readonly person: string;
  readonly organisation: string | null;
  readonly policy: number;
  readonly at: number;
  readonly by: string | null;
  readonly statement: string;
}

/** The case's row. */
export function caseRow(policy: Policy, facts: Facts, asked: readonly Asked[], zone: string, o: Opening) {
  const found = Object.fromEntries(restsOn(policy).flatMap((name) => ((facts[name] ?? null) === null ? [] : [[name, facts[name] ?? null]])));
  const heard = asked.filter((a) => a.hearing);
  return {
    desk: o.desk,
    id: o.id,
    ticket: o.ticket,
    person: o.person,
    organisation: o.organisation,
    policy: o.policy,
    facts: found,
    asked,
    statement: o.statement,
    opened_by: o.by,
    opened_at: o.at,
    answer_by: longest(
      heard.map((a) => a.hear),
      o.at,
      zone,
    ),
    lapses_at: longest(
      asked.map((a) => a.lapse),
      o.at,
      zone,
    ),
  };
}

/** True where a limit of the policy has opened a case by one of these clauses so lately that its count still holds the same requests. */
export function countedAlready(policy: Policy, asked: readonly Asked[], cases: readonly ConductCasesRow[], at: number): boolean {
  return asked.every(({ clause }) => {
    const lengths = (policy.clauses.find((c) => c.id === clause)?.reads ?? []).flatMap((f) => policy.facts[f]?.counts?.in ?? []);
    return cases.some((c) => (c.asked as Asked[]).some((a) => a.clause === clause) && lengths.some((d) => lasting(c.opened_at, d, policy.desk.zone) > at));
  });
}
