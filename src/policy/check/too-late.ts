// Notices whose reader can no longer do what they offer: by the booking's own rules it is already too late. SPEC 9.2.
import { finding } from "../finding.ts";
import type { Clause, Duration, Finding, Policy } from "../model.ts";
import { formatDuration, toMilliseconds } from "../time/duration.ts";
import { type Region, TooLarge } from "./diagram.ts";
import { unprovedNotice } from "./proof-findings.ts";
import { type Run, runMoment, STEPS } from "./run.ts";
import { type Cell, MOST_FACTS, type Space, spaceOf, where } from "./space.ts";
import { worldOf } from "./world.ts";

const HOUR = 3_600_000;

/** A reader acts a moment after reading; so the rule is asked a millisecond after the notice came, and no slack is too late. */
export function checkTooLate(policy: Policy): Finding[] {
  const offering = policy.clauses.filter((c) => c.section === "notices" && Array.isArray(c.outcome["before"]) && Array.isArray(c.outcome["act"]));
  if (!offering.length) return [];
  const space = spaceOf(policy);
  const runs = space.dims.length > MOST_FACTS ? [] : runMoment(policy, space, "booking");
  return offering.flatMap((notice) => {
    const late: Late[] = [];
    let known = space.dims.length <= MOST_FACTS;
    for (const act of notice.outcome["act"] as readonly string[]) {
      const run = runs.find((r) => r.table.section === "bookings" && r.table.key === act);
      const ones = !run ? [] : "unproved" in run ? null : lateOnes(policy, space, notice, run);
      if (ones) late.push(...ones.map((l) => ({ ...l, act })));
      else known = false;
    }
    return [...(late.length ? [lateFinding(notice, late)] : []), ...(known ? [] : [unprovedNotice(notice)])];
  });
}

interface Late {
  readonly act: string;
  readonly before: Duration;
  readonly by: Clause;
}

/** The times of the notice at which some customer, who would be free to act earlier, no longer is. Null where the limit does not let it be known. */
function lateOnes(policy: Policy, space: Space, notice: Clause, run: Run): Omit<Late, "act">[] | null {
  const { diagram } = space;
  const dim = space.dimOf.get("notice");
  if (dim === undefined) return [];
  try {
    diagram.allow(STEPS);
    const support = new Set([dim, ...run.asked.flatMap((a) => [...diagram.support(a.holds), ...diagram.support(a.taken)])]);
    const world = worldOf(policy, space, "booking", support);
    const stretch = (test: (from: number, to: number) => boolean): Region => where(space, "notice", (c: Cell) => "from" in c && test(c.from, c.to));
    // The customer as they are whatever the time: the notice's own cell taken out of the region.
    const ahead = lastStretch(space, dim);
    const freeAhead = forget(
      space,
      dim,
      ahead,
      diagram.and(
        world,
        answersOf(space, run, (answer) => answer === "free"),
      ),
    );
    return (notice.outcome["before"] as readonly Duration[]).flatMap((before) => {
      const left = shortest(before) - 1;
      const by = run.asked.find((asked) => {
        if (asked.rule.clause.outcome["answer"] === "free") return false;
        const then = diagram.and(world, diagram.minus(asked.holds, asked.taken));
        return (
          diagram.and(
            diagram.and(
              then,
              stretch((from, to) => from <= left && left < to),
            ),
            freeAhead,
          ) !== 0
        );
      });
      return by ? [{ before, by: by.rule.clause }] : [];
    });
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

/** The cell in which as much time is left as there can be. */
function lastStretch(space: Space, dim: number): number {
  const { cells } = space.dims[dim]!;
  return cells.reduce((last, cell, i) => ("from" in cell ? i : last), 0);
}

/** What holds of a customer when the dimension lies in `cell`, whatever it really is. */
function forget(space: Space, dim: number, cell: number, region: Region): Region {
  const { diagram } = space;
  const node = diagram.split(region);
  if (!node || node.dim > dim) return region;
  if (node.dim === dim) return node.kids[cell] ?? 0;
  return node.kids.reduce(
    (sum: Region, kid, i) =>
      diagram.or(
        sum,
        diagram.and(
          diagram.cells(node.dim, (c) => c === i),
          forget(space, dim, cell, kid),
        ),
      ),
    0,
  );
}

function answersOf(space: Space, run: Run, test: (answer: unknown) => boolean): Region {
  const { diagram } = space;
  return run.asked.reduce((sum: Region, a) => (test(a.rule.clause.outcome["answer"]) ? diagram.or(sum, diagram.minus(a.holds, a.taken)) : sum), 0);
}

/** The shortest that a length can be: a day is an hour shorter when the clocks go forward. */
function shortest(d: Duration): number {
  const ms = toMilliseconds(d);
  if (ms !== null) return d.unit === "days" || d.unit === "weeks" ? ms - HOUR : ms;
  return d.unit === "months" ? d.amount * 28 * 24 * HOUR - HOUR : d.unit === "years" ? d.amount * 365 * 24 * HOUR - HOUR : 0;
}

function lateFinding(notice: Clause, late: readonly Late[]): Finding {
  const times = [...new Set(late.map((l) => formatDuration(l.before)))];
  const acts = [...new Set(late.map((l) => l.act))];
  const rules = [...new Set(late.map((l) => l.by.id))];
  return finding({
    code: "E-TOO-LATE",
    at: notice.id,
    clauses: [notice.id, ...rules],
    rests: late
      .map((l) => `${formatDuration(l.before)} ${l.act} ${l.by.id}`)
      .sort()
      .join("; "),
    place: notice.place,
    message: `${notice.id} comes ${times.join(" and ")} before, when it is already too late to ${acts.join(" or ")} freely: ${rules.join(" and ")} ${rules.length > 1 ? "answer" : "answers"} then. A customer who reads it at once has just under ${times[0]} left.`,
    example: { notice: shortest(late[0]!.before) - 1 },
    mend: "Send it earlier, shorten the term, or take `act` out of it.",
  });
}
