// How a promise stands at an instant, and the words of the time that is left. Pure, so that it can be tried without a screen.
import type { PromiseState } from "../../shared/shapes.ts";
import type { Say } from "../words/words.tsx";

export type ClockState = "calm" | "soon" | "late" | "paused" | "kept" | "broken" | "withdrawn" | "timeless";

const HALF_HOUR = 30 * 60_000;

/** `soon` from a fifth of the time before the end, at least half an hour, at most four hours before. Times in epoch ms. */
export function clockState(state: PromiseState, starts: number | null, due: number | null, now: number): ClockState {
  if (state !== "running") return state;
  if (due === null) return "timeless";
  if (now > due) return "late";
  const fifth = starts === null ? HALF_HOUR : (due - starts) / 5;
  return due - now <= Math.min(8 * HALF_HOUR, Math.max(HALF_HOUR, fifth)) ? "soon" : "calm";
}

/** `3 h 12 min`, `9:05` under a quarter of an hour; the length in milliseconds, without sign. */
export function lengthText(length: number, say: Say): string {
  const seconds = Math.floor(Math.abs(length) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return say("clock.days", { d: Math.floor(hours / 24), h: hours % 24 });
  if (hours >= 1) return say("clock.hours", { h: hours, m: minutes % 60 });
  if (minutes >= 15) return say("clock.minutes", { m: minutes });
  return say("clock.seconds", { m: String(minutes), s: String(seconds % 60).padStart(2, "0") });
}

/** What the clock says: `in 3 h 12 min`, `late by 9:05`, `stopped`. */
export function clockWords(state: ClockState, due: number | null, now: number, say: Say): string {
  if (due !== null && (state === "calm" || state === "soon" || state === "late")) return say(`clock.${state}`, { time: lengthText(due - now, say) });
  return say(`clock.${state}`);
}
