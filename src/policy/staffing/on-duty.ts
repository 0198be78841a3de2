// Who is there when, as instants: what the promises of a policy are held against. Made from a desk's rota, or from a file.
import { type Stretch, without } from "../time/rota.ts";

/** One person. Epoch ms, half-open. */
export interface OnDuty {
  readonly id: string;
  readonly name: string;
  /** Topics that they can take; without a list every one. */
  readonly trained: readonly string[];
  /** Channels that they answer; without a list every one. */
  readonly channels?: readonly string[];
  /** Where they are on duty within the time that is looked into; what they are away is taken out. */
  readonly duty: readonly Stretch[];
}

/** The time that is looked into, epoch ms: gaps that begin from `from` to `to`. Duties are known from `since`, earlier, until `until`, later, so that each gap is seen whole. */
export interface Span {
  readonly since: number;
  readonly from: number;
  readonly to: number;
  readonly until: number;
}

const DAY = 86_400_000;

/** The four weeks after an instant: what is so at an hour of every week begins four times in them. */
export const fourWeeks = (from: number): Span => ({ since: from - 10 * DAY, from, to: from + 28 * DAY, until: from + 70 * DAY });

/** Stretches without any of these people that begin within the span, in order; one that never began is taken from the span's beginning. */
export function gapsOf(people: readonly OnDuty[], { since, from, to, until }: Span): Stretch[] {
  return without(
    [{ from: since, to: until }],
    people.flatMap((p) => p.duty),
  ).flatMap((gap) => {
    const begins = gap.from === since ? from : gap.from;
    return begins >= from && begins < to && gap.to > begins ? [{ from: begins, to: gap.to }] : [];
  });
}
