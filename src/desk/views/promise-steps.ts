// What happened to the promises of a ticket, as entries of its timeline: stood still, ran again, broken, done after all.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Pause } from "../../policy/index.ts";
import { named } from "../../words/phrase.ts";
import { instantIso } from "./instant-iso.ts";
import type { TimelineEntry } from "./timeline.ts";

/** The pauses of a promise as a reader gets them. */
export const pausesOf = (p: PromisesRow): { from: string; to: string | null; reason: Pause["reason"] }[] =>
  (p.pauses as Pause[]).map(({ from, to, reason }) => ({ from: instantIso(from), to: to === null ? null : instantIso(to), reason }));

const driftOf = (p: PromisesRow): { at: number; told: number | null; due: number | null }[] => (p.drift === null ? [] : [p.drift as { at: number; told: number | null; due: number | null }]);

/** Entries of the promises that the reader may see, oldest first. The clock has no name: `by` is empty. That a time drifted from what was told is the staff's to mend. */
export function promiseSteps(promises: readonly PromisesRow[], lang: string, inside: boolean): TimelineEntry[] {
  const steps = promises.flatMap((p) => {
    const what = { promise: named(lang, "promise", p.kind), kind: p.kind, clause: p.clause };
    return [
      ...(p.pauses as Pause[]).flatMap((pause, i) => [
        { kind: "promise-paused", at: pause.from, detail: { ...what, why: pause.reason }, id: `${p.id}:${i}:from` },
        ...(pause.to === null || pause.to === p.ended_at ? [] : [{ kind: "promise-resumed", at: pause.to, detail: what, id: `${p.id}:${i}:to` }]),
      ]),
      ...(p.state === "broken" && p.ended_at !== null ? [{ kind: "promise-broken", at: p.ended_at, detail: what, id: `${p.id}:broken` }] : []),
      ...driftOf(p).flatMap(({ at, told, due }) =>
        inside ? [{ kind: "promise-drifted", at, detail: { ...what, told: told && instantIso(told), due: due && instantIso(due) }, id: `${p.id}:drift` }] : [],
      ),
      ...(p.met_at === null ? [] : [{ kind: "promise-met-late", at: p.met_at, detail: what, id: `${p.id}:met` }]),
    ];
  });
  return steps.sort((a, b) => a.at - b.at).map((s) => ({ id: s.id, kind: s.kind, by: { kind: "clock", id: null, name: "" }, at: instantIso(s.at), detail: s.detail }));
}
