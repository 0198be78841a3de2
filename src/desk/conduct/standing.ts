// Where a customer stands: the gravest of the measures that hold. Pure.
import type { MeasuresRow } from "../../database/rows.gen.ts";
import type { Value } from "../../policy/index.ts";

const GRAVITY = ["good", "warned", "restricted", "ended"] as const;
export type Standing = (typeof GRAVITY)[number];

const BY_KIND: Readonly<Record<string, Standing>> = { warning: "warned", restriction: "restricted", ending: "ended" };

type Measure = Pick<MeasuresRow, "kind" | "channels" | "starts" | "ends" | "ended_at">;

/** True where the measure binds at `at` (epoch ms): its end is exclusive, and needs nobody to notice it. */
export const holds = (m: Pick<Measure, "starts" | "ends" | "ended_at">, at: number): boolean => m.starts <= at && (m.ended_at === null || at < m.ended_at) && (m.ends === null || at < m.ends);

/** The graver of what the record says and what holds at `at` for a request that comes by `channel`. */
export function standingOf(measures: readonly Measure[], at: number, channel: Value, recorded: Value): Standing {
  const known = GRAVITY.find((s) => s === recorded) ?? "good";
  const held = measures.filter((m) => holds(m, at) && (m.channels.length === 0 || m.channels.includes(String(channel)))).map((m) => BY_KIND[m.kind] ?? "good");
  return [known, ...held].reduce((a, b) => (GRAVITY.indexOf(b) > GRAVITY.indexOf(a) ? b : a));
}
