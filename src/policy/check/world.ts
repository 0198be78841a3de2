// What situations there are at a moment: which facts may be unknown, and which cannot stand together. LANGUAGE 15.
import type { Calendar, Moment, Policy } from "../model.ts";
import { weekCells } from "../time/cells.ts";
import { ALL, NONE, type Region } from "./diagram.ts";
import { mayBeUnknown } from "./known-at.ts";
import { isUnknown, type Space, where } from "./space.ts";

/** The situations that can be at a moment, as far as these dimensions tell them apart. */
export function worldOf(policy: Policy, space: Space, moment: Moment, support: ReadonlySet<number>): Region {
  const { diagram } = space;
  let world: Region = ALL;
  const both = (region: Region): void => {
    world = diagram.and(world, region);
  };
  for (const dim of [...support].sort((a, b) => b - a)) {
    const { fact } = space.dims[dim]!;
    if (!mayBeUnknown(fact, moment) && !(fact.source === "policy" && apart(moment))) both(where(space, fact.name, (cell) => !isUnknown(cell)));
  }
  const names = [...support].map((dim) => space.dims[dim]!.fact.name);
  for (const family of ["now-in.", "opened-in."]) both(calendarsTogether(policy, space, family, names));
  if (moment === "opened") for (const name of names) if (name.startsWith("opened-in.")) both(sameAsNow(space, name));
  if (names.includes("age") && names.includes("idle")) both(idleWithinAge(space));
  return world;
}

/** Moments that belong to no ticket, so that a ticket's results may be absent. */
const apart = (moment: Moment): boolean => moment === "booking" || moment === "session" || moment === "period-end" || moment === "record";

/** Open and closed only as some moment of some week shows them together; a calendar without hours yet may do as it likes. */
function calendarsTogether(policy: Policy, space: Space, family: string, names: readonly string[]): Region {
  const { diagram } = space;
  const calendars = names
    .filter((name) => name.startsWith(family))
    .flatMap((name): Calendar[] => {
      const found = policy.calendars[name.slice(family.length)];
      return found && found.undecided === undefined ? [found] : [];
    });
  if (!calendars.length) return ALL;
  const is = (id: string, open: boolean): Region => where(space, family + id, (cell) => "value" in cell && cell.value === open);
  let possible: Region = NONE;
  for (const cell of cellsOf(calendars, Number(policy.effective.slice(0, 4)))) {
    let together: Region = ALL;
    for (const { id } of calendars) together = diagram.and(together, is(id, cell[id] ?? false));
    possible = diagram.or(possible, together);
  }
  for (const { id } of calendars) possible = diagram.or(possible, where(space, family + id, isUnknown));
  return possible;
}

/** At the opening itself, "open when it was opened" and "open now" are the same question. */
function sameAsNow(space: Space, name: string): Region {
  const now = `now-in.${name.slice("opened-in.".length)}`;
  if (!space.dimOf.has(now)) return ALL;
  const { diagram } = space;
  let same: Region = NONE;
  for (const value of [true, false]) {
    const is = (fact: string): Region => where(space, fact, (cell) => "value" in cell && cell.value === value);
    same = diagram.or(same, diagram.and(is(name), is(now)));
  }
  return same;
}

/** A ticket has been silent no longer than it exists. */
function idleWithinAge(space: Space): Region {
  const { diagram } = space;
  const stretches = space.dims[space.dimOf.get("idle")!]!.cells.filter((cell) => "from" in cell);
  let possible = diagram.or(where(space, "idle", isUnknown), where(space, "age", isUnknown));
  for (const idle of stretches) {
    possible = diagram.or(
      possible,
      diagram.and(
        where(space, "idle", (c) => c === idle),
        where(space, "age", (c) => "to" in c && c.to > idle.from),
      ),
    );
  }
  return possible;
}

const kept = new Map<string, readonly Readonly<Record<string, boolean>>[]>();
const MOST_KEPT = 200;

/** Combinations of open and closed; kept by the calendars' hours, since a policy is compiled and checked over and over. */
function cellsOf(calendars: readonly Calendar[], year: number): readonly Readonly<Record<string, boolean>>[] {
  const key = JSON.stringify([year, calendars.map(({ id, zone, always, week, holidays, except }) => [id, zone, always, week, holidays, except])]);
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= MOST_KEPT) kept.clear();
    found = [...new Map(weekCells(calendars, year).map(({ open }) => [JSON.stringify(open), open])).values()];
    kept.set(key, found);
  }
  return found;
}
