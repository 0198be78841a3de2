// A promise stands still while the ball is with somebody else: why, since when, and when it is due after that. SPEC 14.
import type { Given, Pause, PauseReason, Running } from "./decision.ts";
import type { Calendar, Clause, Duration, Value } from "./model.ts";
import { openHours } from "./time/calendar.ts";
import { isWorking } from "./time/duration.ts";

/** What the desk has last asked of the customer and waits for, as the fact `asked` has it. */
export type Asked = "nothing" | "question" | "checklist" | "consent" | "closing";
const ASKED: readonly Asked[] = ["nothing", "question", "checklist", "consent", "closing"];
/** What of it is to be answered by the customer in words or by doing: clocks that wait for them stand still. */
const WAITS: readonly Asked[] = ["question", "checklist", "closing"];

/** What is still asked of the customer as an event begins: an answer that asks hands them the ball, whatever they do hands it back. */
export function askedBefore(given: Given): Asked {
  const does = given.does ?? [];
  if (does.includes("listed")) return "checklist";
  if (does.includes("asked")) return "question";
  if (given.moment === "message" || given.moment === "consent" || does.includes("replied")) return "nothing";
  return ASKED.find((a) => a === given.facts["asked"]) ?? "nothing";
}

/** What a clause asks for by answering now: a checklist that stops the clock, a consent to a price, or to the closing. One that stood before asks nothing anew. */
export function askedBy(clause: Clause, before: Value, result: Value): Asked | null {
  if (clause.section === "closure") return clause.outcome["closure"] === "ask" ? "closing" : null;
  if (before === result) return null;
  const { charge, pause } = clause.outcome;
  if (clause.section === "asks") return pause === true ? "checklist" : null;
  return clause.section === "charges" && typeof charge === "object" && charge !== null && "after" in charge ? "consent" : null;
}

/** Why a promise of this clause stands still now; null while its clock runs. Nobody stops a clock by hand. */
export function reasonToPause(clause: Clause | undefined, asked: Asked, maintenance: boolean): PauseReason | null {
  const pauses = (clause?.outcome["pauses"] ?? []) as readonly string[];
  if (asked !== "nothing" && asked !== "consent" && WAITS.includes(asked) && pauses.includes("waiting-on-customer")) return asked;
  if (asked === "consent" && pauses.includes("consent")) return asked;
  return maintenance && pauses.includes("maintenance") ? "maintenance" : null;
}

/** The pauses with the open one ended at `at` (epoch ms). One that lasted no time is left out. */
export function endPause(pauses: readonly Pause[], at: number): readonly Pause[] {
  return pauses.map((p) => (p.to === null ? { ...p, to: Math.max(at, p.from) } : p)).filter((p) => p.to !== p.from);
}

/**
 * When what was first due at `due` is due after the pauses that have ended: at each pause the time that was left is put
 * aside, and counted on from its end. Working units count open time of the calendar, all others time as it elapses.
 */
export function afterPauses(due: number, starts: number, d: Duration, pauses: readonly Pause[], calendar: Calendar | undefined): number | null {
  const hours = isWorking(d) && calendar ? openHours(calendar) : null;
  let end = due;
  for (const { from: since, to } of pauses.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(since, starts);
    if (to === null || to <= from || from >= end) continue;
    const moved: number | null = hours ? hours.addOpen(to, hours.openBetween(from, end)) : to + end - from;
    if (moved === null) return null;
    end = moved;
  }
  return end;
}

export const isLive = (p: Running): boolean => p.state === "running" || p.state === "paused";
export const pausesOf = (p: Running): readonly Pause[] => p.pauses ?? [];
