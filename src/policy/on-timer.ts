// What a timer of a notice, of something asked or of a warning brings about when it rings; what its cause has left behind it brings nothing. SPEC 15.
import { warningTimes } from "./clocks.ts";
import type { Effect, Given, Reason, Running } from "./decision.ts";
import type { Slate } from "./match.ts";
import type { Clause, Duration, Policy } from "./model.ts";
import type { Asked } from "./pauses.ts";
import type { Program, Rule } from "./program.ts";
import { dueAt } from "./time/due.ts";
import { isWorking, toMilliseconds } from "./time/duration.ts";

/** What rings later than this was held up by an outage, in ms. */
const LATE = 15 * 60_000;

export interface Ringing {
  readonly program: Program;
  readonly policy: Policy;
  readonly given: Given;
  readonly slate: Slate;
  readonly running: readonly Running[];
  readonly asked: Asked;
  readonly zone: string;
  readonly effects: Effect[];
  readonly reasons: Reason[];
}

/** `given.about` says of which kind the timer is: `notice/<clause>`, `ask/<clause>/<n>`, `closing/<clause>/<n>`, `warn/<subject>/<kind>/<n>`; any other is not ours. */
export function onTimer(r: Ringing): void {
  const [what, ...rest] = (r.given.about ?? "").split("/");
  if (what === "notice") notice(r, rest.join("/"));
  else if (what === "ask") askAgain(r, rest[0] ?? "", Number(rest[1]));
  else if (what === "closing") closingAgain(r, rest[0] ?? "", Number(rest[1]));
  else if (what === "warn") warn(r, rest[0] ?? "", rest[1] ?? "", Number(rest[2]));
}

/** Asks for the reminders of something that is asked now; once the customer has written, or it stands already, none is set anew. */
export function reminders(clause: Clause, given: Given, zone: string, stood: boolean, effects: Effect[]): void {
  const times = remindersOf(clause);
  if (given.moment === "preview" || times.length === 0) return;
  if (given.moment === "message" || given.does?.includes("replied")) {
    for (const i of times.keys()) effects.push({ do: "cancel-timer", key: askKey(clause, i) });
  } else if (!stood) {
    for (const [i, d] of times.entries()) {
      const at = isWorking(d) ? null : dueAt(given.at, d, { zone }); // what is asked of a customer has no calendar
      if (at !== null) effects.push({ do: "timer", key: askKey(clause, i), at, moment: "timer", about: `ask/${clause.id}/${i}` });
    }
  }
}

/** The table of the promises may have given the same reason already. */
const because = ({ reasons }: Ringing, reason: Reason): void => void (reasons.includes(reason) || reasons.push(reason));

const remindersOf = (clause: Clause): readonly Duration[] => (clause.outcome["remind"] ?? []) as readonly Duration[];
const askKey = (clause: Clause, i: number): string => `ask:${clause.id}:${i}`;
const rangFor = ({ given }: Ringing): number => given.rangFor ?? given.at;
const isLate = (r: Ringing): boolean => r.given.at - rangFor(r) > LATE;

function notice(r: Ringing, id: string): void {
  const rule = r.program.rules.get(id);
  if (!rule || rule.clause.section !== "notices" || !rule.holds(r.slate)) return; // its cause has gone
  const o = rule.clause.outcome;
  const late = o["late"] ?? (o["before"] ? "drop" : "send");
  if (isLate(r) && late === "drop") {
    r.effects.push({ do: "drop", what: "notice", clause: id, due: rangFor(r) });
    return;
  }
  because(r, rule.reason);
  r.effects.push({
    do: "notify",
    kind: rule.clause.key,
    to: String(o["to"]),
    by: (o["by"] as readonly string[] | undefined) ?? ["mail"],
    clause: id,
    ...(o["act"] ? { act: o["act"] as readonly string[] } : {}),
  });
}

/** The customer has not written since. */
function askAgain(r: Ringing, id: string, n: number): void {
  const rule = r.program.rules.get(id);
  const ask = rule?.clause.outcome["ask"];
  if (!rule || r.given.facts[rule.table] !== ask || (rule.clause.outcome["pause"] === true && r.asked === "nothing")) return;
  remind(r, rule, n, String(ask));
}

/** Of several that were missed the last alone is of use. */
function remind(r: Ringing, { clause, reason }: Rule, n: number, ask: string): void {
  const [this_, next] = [remindersOf(clause)[n], remindersOf(clause)[n + 1]];
  const gap = this_ && next ? (toMilliseconds(next) ?? 0) - (toMilliseconds(this_) ?? 0) : Infinity;
  if (isLate(r) && rangFor(r) + gap <= r.given.at) {
    r.effects.push({ do: "drop", what: "remind", clause: clause.id, due: rangFor(r) });
    return;
  }
  because(r, reason);
  r.effects.push({ do: "remind", ask, clause: clause.id });
}

/** The customer has not said yet whether it may be closed. SPEC 23.4 */
function closingAgain(r: Ringing, id: string, n: number): void {
  const rule = r.program.rules.get(id);
  if (rule && r.given.facts["closing"] === "asked") remind(r, rule, n, "closing");
}

/** Only while something can still be done: a promise that is met, stands still or is broken already is past warning. */
function warn(r: Ringing, subject: string, kind: string, n: number): void {
  const p = r.running.find((each) => each.subject === subject && each.kind === kind && each.state === "running");
  const rule = p && r.program.rules.get(p.clause);
  if (!p || !rule || p.due === null || p.due <= r.given.at) return;
  const times = warningTimes(r.policy, rule.clause, p.due, r.zone);
  const mine = times[n] ?? rangFor(r);
  if (times.some((at) => at !== null && at > mine && at <= r.given.at)) {
    r.effects.push({ do: "drop", what: "warn", clause: p.clause, due: mine });
    return;
  }
  because(r, rule.reason);
  r.effects.push({ do: "warn", id: p.id, subject, kind, clause: p.clause, due: p.due });
}
