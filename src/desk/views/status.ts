// Maintenance as everybody may read it: what is under way, what is announced, what is past. Windows alone, nobody's name.
import type { Tx } from "../../database/tx.ts";

/** Times in epoch ms, half-open. */
export interface ShownWindow {
  readonly id: string;
  readonly starts: number;
  readonly ends: number;
  readonly words: string;
  readonly announcedAt: number;
  readonly calledOffAt: number | null;
  readonly is: "running" | "announced" | "called-off" | "ended" | "over";
}
export interface Status {
  readonly running: readonly ShownWindow[];
  /** The next first; with those that were called off before they began. */
  readonly announced: readonly ShownWindow[];
  /** The last first. */
  readonly past: readonly ShownWindow[];
}

const SHOWN = 90 * 86_400_000;

/** What stands at `now` (epoch ms), and what ended in the ninety days before. */
export async function statusOf(tx: Tx, now: number): Promise<Status> {
  const rows = await tx.query<Omit<ShownWindow, "is" | "announcedAt" | "calledOffAt"> & { announced_at: number; called_off_at: number | null }>(
    "select id, starts, ends, words, announced_at, called_off_at from maintenance where desk = troth_desk() and ends > at_ms($1) order by starts, id limit 500",
    [now - SHOWN],
  );
  const windows = rows.map(({ announced_at: announcedAt, called_off_at: calledOffAt, ...w }) => ({ ...w, announcedAt, calledOffAt, is: stateOf(w, calledOffAt, now) }));
  return {
    running: windows.filter((w) => w.is === "running"),
    announced: windows.filter((w) => w.is === "announced" || (w.is === "called-off" && w.ends > now)),
    past: windows.filter((w) => w.is === "over" || w.is === "ended" || (w.is === "called-off" && w.ends <= now)).reverse(),
  };
}

function stateOf({ starts, ends }: { readonly starts: number; readonly ends: number }, calledOffAt: number | null, now: number): ShownWindow["is"] {
  if (calledOffAt !== null) return calledOffAt <= starts ? "called-off" : "ended";
  if (now < starts) return "announced";
  return now < ends ? "running" : "over";
}
