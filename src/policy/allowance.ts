// Allowances: what is included for a period and what was bought beforehand, what was drawn from each, and what is left. Pure. SPEC 17.10, 17.11
import type { Effect } from "./decision.ts";
import type { Duration } from "./model.ts";
import { addMonths, dateOf, dayNumber } from "./time/civil-day.ts";
import { toMilliseconds } from "./time/duration.ts";
import { dateIn, midnight } from "./time/rota.ts";

/** What a clause includes. `quantity` in ms where it is time, else in requests. */
export interface Included {
  readonly allowance: string;
  readonly quantity: number;
  readonly time: boolean;
  readonly per: "month" | "quarter" | "year" | null; // null: once
  readonly clause: string; // that includes it
}
/** A quantity that may be drawn from `from` on, before `until` (epoch ms). `id` is that of a pack, null for what is included. */
export interface Grant {
  readonly id: string | null;
  readonly quantity: number;
  readonly from: number;
  readonly until: number;
}
export interface Drawn {
  readonly grant: string | null;
  readonly quantity: number;
  readonly at: number;
}

/** What the effects of a decision include, by allowance. */
export function includedIn(effects: readonly Effect[]): ReadonlyMap<string, Included> {
  return new Map(
    effects.flatMap((e): [string, Included][] => {
      if (e.do !== "allowances") return [];
      const { quantity, per } = e.outcome as { quantity?: number | Duration; per?: string };
      const time = typeof quantity === "object";
      const amount = typeof quantity === "object" ? toMilliseconds(quantity) : (quantity ?? 0);
      return [[e.key, { allowance: e.key, quantity: amount ?? 0, time, per: per === "month" || per === "quarter" || per === "year" ? per : null, clause: e.clause }]];
    }),
  );
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The included quantity as it stands at `at`: of the calendar's month, quarter or year in that zone. */
export function includedGrant({ quantity, per }: Pick<Included, "quantity" | "per">, at: number, zone: string): Grant {
  if (per === null) return { id: null, quantity, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  const [year = 0, month = 1] = dateIn(at, zone).split("-").map(Number);
  const first = month - ((month - 1) % MONTHS[per]);
  const begins = dayNumber(`${String(year).padStart(4, "0")}-${String(first).padStart(2, "0")}-01`);
  return { id: null, quantity, from: midnight(dateOf(begins), zone), until: midnight(dateOf(addMonths(begins, MONTHS[per])), zone) };
}

/** What is left of one; never below nothing. What was drawn of the included counts in the period in which it was drawn. */
export function leftOf(grant: Grant, drawn: readonly Drawn[]): number {
  const used = drawn.filter((d) => d.grant === grant.id && (grant.id !== null || (grant.from <= d.at && d.at < grant.until))).reduce((sum, d) => sum + d.quantity, 0);
  return Math.max(grant.quantity - used, 0);
}

/** Whether it may be drawn from at that moment. */
export const stands = (grant: Grant, at: number): boolean => grant.from <= at && at < grant.until;

/** What is left of all that stand at `at`, and of how much. */
export function balanceOf(grants: readonly Grant[], drawn: readonly Drawn[], at: number): { readonly left: number; readonly of: number } {
  const open = grants.filter((grant) => stands(grant, at));
  return { left: open.reduce((sum, grant) => sum + leftOf(grant, drawn), 0), of: open.reduce((sum, grant) => sum + grant.quantity, 0) };
}

/** From where so much is drawn at `at`: what ends first goes first, what is included before what was bought. What is not there is not drawn. */
export function drawFrom(grants: readonly Grant[], drawn: readonly Drawn[], quantity: number, at: number): { readonly grant: string | null; readonly quantity: number }[] {
  const order = grants.filter((grant) => stands(grant, at)).toSorted((a, b) => Math.sign(a.until - b.until || 0) || Number(a.id !== null) - Number(b.id !== null) || a.from - b.from);
  const parts: { grant: string | null; quantity: number }[] = [];
  let wanted = quantity;
  for (const grant of order) {
    const part = Math.min(leftOf(grant, drawn), wanted);
    if (part > 0) parts.push({ grant: grant.id, quantity: part });
    wanted -= part;
  }
  return parts;
}

/** How much of an allowance the work takes: a started unit whole. All in ms; at most `covers`. */
export const drawnFor = (worked: number, covers: number, unit: number): number => Math.min(Math.ceil(Math.min(worked, covers) / unit) * unit, covers);
