// What happens to a promise, as statements of the event's own transaction. Each ends only what still lives, so that nothing is ended twice.
import type { Effect } from "../../policy/index.ts";

type Of<K extends Effect["do"]> = Extract<Effect, { do: K }>;
export type Statement = readonly [sql: string, params: readonly unknown[]];

const LIVES = "desk = troth_desk() and id = $1 and state in ('running', 'paused')";
const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

export const keeps = (e: Of<"keep-promise">): Statement => [
  `update promises set state = 'kept', ended_at = at_ms($2), pauses = coalesce($3::jsonb, pauses) where ${LIVES}`,
  [e.id, e.at, json(e.pauses)],
];

/** Broken when its limit passed, whenever that was noticed. */
export const breaks = (e: Of<"break-promise">): Statement => [`update promises set state = 'broken', ended_at = at_ms($2), met_at = at_ms($3) where ${LIVES}`, [e.id, e.at, e.met ?? null]];

export const meetsLate = (e: Of<"meet-late">): Statement => ["update promises set met_at = at_ms($2) where desk = troth_desk() and id = $1 and state = 'broken' and met_at is null", [e.id, e.at]];

export const withdraws = (e: Of<"withdraw-promise">, at: number): Statement => [
  `update promises set state = 'withdrawn', ended_at = at_ms($2), pauses = coalesce($3::jsonb, pauses) where ${LIVES}`,
  [e.id, at, json(e.pauses)],
];

/** `hours` is the state of the desk's closures: that of its making stays unless it starts anew or moves with them. */
export const moves = (e: Of<"move-promise">, hours: number): Statement => [
  `update promises set clause = $2, due = at_ms($3), goal = at_ms($4), starts = coalesce(at_ms($5), starts), hours = coalesce($6, hours) where ${LIVES}`,
  [e.id, e.clause, e.due, e.goal, e.starts ?? null, e.hours || e.starts !== undefined ? hours : null],
];

export const pauses = (e: Of<"pause-promise">): Statement => [`update promises set state = 'paused', pauses = $2::jsonb where ${LIVES}`, [e.id, json(e.pauses)]];

export const resumes = (e: Of<"resume-promise">): Statement => [
  `update promises set state = 'running', due = at_ms($2), goal = at_ms($3), pauses = $4::jsonb where ${LIVES}`,
  [e.id, e.due, e.goal, json(e.pauses)],
];

/** A closed ticket owes nothing more. */
export const withdrawAll = (ticket: string, at: number): Statement => [
  `update promises set state = 'withdrawn', ended_at = at_ms($2),
     pauses = case when state = 'paused' then jsonb_set(pauses, array[(jsonb_array_length(pauses) - 1)::text, 'to'], to_jsonb($3::bigint)) else pauses end
   where desk = troth_desk() and ticket = $1 and subject <> 'conduct' and state in ('running', 'paused')`,
  [ticket, at, at],
];

/** What a mail or a page told of it now; what it says is in step with the clock again. */
export const tells = (id: string, told: { readonly at: number; readonly due: number | null; readonly by: string }): Statement => [
  "update promises set told = told || $2::jsonb, drift = null where desk = troth_desk() and id = $1",
  [id, JSON.stringify([told])],
];

/** Its time is another than the one that was told; null: it no longer is. */
export const drifts = (id: string, drift: { readonly at: number; readonly told: number | null; readonly due: number | null } | null): Statement => [
  "update promises set drift = $2::jsonb where desk = troth_desk() and id = $1",
  [id, drift && JSON.stringify(drift)],
];
