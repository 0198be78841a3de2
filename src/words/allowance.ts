// An allowance in words: how much of it remains, or was taken.
import type { Lang } from "../policy/model.ts";
import { dateText } from "./instant.ts";
import { phrase } from "./phrase.ts";
import { durationText } from "./slots.ts";

/** Quantities in ms where it is time, else in requests. */
export interface AllowanceLeft {
  readonly time: boolean;
  readonly left: number;
  readonly of: number;
}

/** "2 hours 30 minutes", "3 requests". Less than a minute counts as one. */
export function quantityText(quantity: number, time: boolean, lang: Lang): string {
  if (!time) return phrase(lang, "allowance.requests", { n: quantity });
  const minutes = Math.ceil(quantity / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [durationText({ amount: hours, unit: "hours" }, lang)] : []), ...(rest > 0 || hours === 0 ? [durationText({ amount: rest, unit: "minutes" }, lang)] : [])];
  return parts.join(" ");
}

/** "2 hours 30 minutes of 5 hours remain." */
export const remainsText = ({ time, left, of }: AllowanceLeft, lang: Lang): string => phrase(lang, "allowance.remains", { left: quantityText(left, time, lang), of: quantityText(of, time, lang) });

/** What is given back, and why; `until` is where it ends, epoch ms, in the desk's zone: null where that is as it was before. */
export type AllowanceReturned = AllowanceLeft & { readonly quantity: number; readonly reason: string; readonly until: number | null; readonly deskZone: string };

/** "Given back to your allowance: 1 hour. Last day to use it: 31 January 2027. Entered twice. Left to you: 2 hours of 5 hours." */
export const returnedText = ({ quantity, reason, until, deskZone, ...left }: AllowanceReturned, lang: Lang): string =>
  [phrase(lang, "allowance.returned", { quantity: quantityText(quantity, left.time, lang) }), ...(until === null ? [] : [usableText(until, lang, deskZone)]), reason, remainsText(left, lang)].join(
    "\n\n",
  );

/** "Last day to use it: 31 January 2027." `until` is the midnight after it. */
export const usableText = (until: number, lang: Lang, zone: string): string => phrase(lang, "allowance.usable", { day: dateText(until - 1, lang, zone, false) });
