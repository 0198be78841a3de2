// One line of the table: what was measured, how much of it, and what others reach.

/** A peer's figure, measured earlier on a machine of this kind. */
export interface Peer {
  readonly name: string;
  readonly value: number;
}

export interface Row {
  readonly name: string; // "tickets created, 16 connections"
  readonly size: number | null; // tickets in the desk at the time; null where it does not matter
  readonly unit: "/s" | "ms" | "MB" | "s" | "%";
  readonly value: number; // per second, or p50 of milliseconds
  readonly p99?: number;
  /** What it was meant to reach: at least, of rates; at most, of times (p99 where there is one and `of` says so). */
  readonly target?: { readonly value: number; readonly of?: "p99" };
  readonly peer?: Peer;
  readonly note?: string;
}

/** How many times better than the peer; null without one. */
export const ratioOf = (row: Row): number | null => (row.peer ? (row.unit === "/s" ? row.value / row.peer.value : row.peer.value / row.value) : null);

/** Null where nothing was to be reached. */
export function reached(row: Row): boolean | null {
  if (!row.target) return null;
  const measured = row.target.of === "p99" ? (row.p99 ?? row.value) : row.value;
  return row.unit === "/s" || row.unit === "%" ? measured >= row.target.value : measured <= row.target.value;
}

/** The middle and the 99th of a hundred. */
export function spread(times: readonly number[]): { readonly value: number; readonly p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { value: at(0.5), p99: at(0.99) };
}
