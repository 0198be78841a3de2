// Random situations put to a policy: what it answers is held against itself and against what was proved of it.
import { NONE, TooLarge } from "../../src/policy/check/diagram.ts";
import { proveTables } from "../../src/policy/check/prove.ts";
import { type Cell, type Space, spaceOf } from "../../src/policy/check/space.ts";
import { worldOf } from "../../src/policy/check/world.ts";
import { decide, type Facts, type Moment, type Policy, type Value } from "../../src/policy/index.ts";
import { programOf } from "../../src/policy/program.ts";
import { SECTION_KINDS } from "../../src/policy/sections.ts";

const DAY = 86_400_000;
const STEPS = 1_000_000;

export interface Fuzzed {
  readonly fault: string | null;
  readonly decided: number;
  /** Situations that can be, whose every table that must answer was held against the proof. */
  readonly held: number;
}

/** Puts `rounds` situations to each moment of the policy. */
export function fuzzDeciding(policy: Policy, chance: () => number, rounds: number): Fuzzed {
  const space = spaceOf(policy);
  const program = programOf(policy);
  const open = new Set(proveTables(policy).flatMap((f) => (f.code === "E-GAP" || f.code === "E-UNPROVED" ? [f.at] : [])));
  let [decided, held] = [0, 0];
  for (const [moment, tables] of program.at) {
    const made = new Set(tables.map((t) => t.fact));
    const proved = tables.filter((t) => SECTION_KINDS[t.section].answersAll && !open.has(`${t.section}/${t.key}`.replace(/\/$/, "")));
    const possible = worldHere(policy, space, moment);
    for (let i = 0; i < rounds; i++) {
      const facts = Object.fromEntries(
        space.dims.flatMap(({ fact, cells }): [string, Value][] => (made.has(fact.name) ? [] : [[fact.name, valueIn(cells[Math.floor(chance() * cells.length)]!, chance)]])),
      );
      const at = Math.floor(chance() * 40_000) * DAY + Math.floor(chance() * DAY);
      const given = { moment, at, openedAt: at - Math.floor(chance() * 400 * DAY), facts, ...(chance() < 0.3 && { zone: "Asia/Kathmandu" }), ...(moment === "timer" && { about: "clock" }) };
      const said = JSON.stringify({ policy: policy.id, ...given });
      try {
        const one = decide(policy, given);
        const two = decide(policy, { ...given, facts: { ...facts } });
        decided++;
        if (JSON.stringify(one) !== JSON.stringify(two)) return { fault: `it answered two ways: ${said}`, decided, held };
        const known: Facts = { ...facts, ...Object.fromEntries([...made].map((name) => [name, null])), ...one.results };
        if (!possible?.(known)) continue;
        held++;
        const refused = known["scope"] === "out" || known["entitlement"] === "refused";
        const silent = proved.find((t) => (one.results[t.fact] ?? null) === null && !(refused && t.kind.skippedWhenRefused));
        if (silent) return { fault: `${silent.section}/${silent.key} was proved complete and answered nothing: ${said}`, decided, held };
      } catch (error) {
        return { fault: `it threw ${error instanceof Error ? error.stack : String(error)}: ${said}`, decided, held };
      }
    }
  }
  return { fault: null, decided, held };
}

/** Whether a situation can be, by all that the checker knows of this moment; null where that is too much to tell. */
function worldHere(policy: Policy, space: Space, moment: Moment): ((facts: Facts) => boolean) | null {
  const { diagram } = space;
  try {
    diagram.allow(STEPS);
    const world = worldOf(policy, space, moment, new Set(space.dims.keys()));
    return (facts) => {
      let at = world;
      for (let node = diagram.split(at); node; node = diagram.split(at)) {
        const { fact, cells } = space.dims[node.dim]!;
        at = node.kids[cells.findIndex((cell) => holds(cell, facts[fact.name] ?? null))] ?? NONE;
      }
      return at !== NONE;
    };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

const holds = (cell: Cell, value: Value): boolean => ("value" in cell ? cell.value === value : typeof value === "number" && value >= cell.from && value < cell.to);

/** A value of the cell; of a stretch an edge as often as not. */
function valueIn(cell: Cell, chance: () => number): Value {
  if ("value" in cell) return cell.value;
  const last = Math.min(cell.to, cell.from + 400 * DAY) - 1;
  const which = chance();
  return which < 0.25 ? cell.from : which < 0.5 ? last : cell.from + Math.floor(chance() * (last - cell.from));
}
