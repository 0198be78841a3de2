// A value of a customer's record as it is kept: in the policy's own spelling ("90 minutes", "45.00 EUR"), also where a screen gives milliseconds or cents.
import { type Fact, factValue, formatDuration, type Policy } from "../../../policy/index.ts";

type Said = string | number | boolean;
const MINUTE = 60_000;

/** Whole milliseconds of whole minutes, whole cents; everything else as it was said. */
export function writtenValue(policy: Policy, fact: Fact, said: Said): Said {
  if (typeof said !== "number" || !Number.isSafeInteger(said) || said < 0) return said;
  if (fact.kind === "money") return `${Math.floor(said / 100)}.${String(said % 100).padStart(2, "0")} ${policy.money.currency}`;
  if (fact.kind === "duration" && said % MINUTE === 0) return formatDuration(inLargestUnit(said / MINUTE));
  return said;
}

/** What is wrong with a value, and how to write it; null where it is one of this fact. */
export function valueFault(policy: Policy, fact: Fact, raw: unknown): string | null {
  const value = factValue(fact, raw);
  if (value === undefined) return fact.values.length ? `one of: ${fact.values.join(", ")}` : (HOW[fact.kind]?.(policy) ?? `not a value of this ${fact.kind} fact`);
  if (fact.kind === "money" && typeof raw === "string" && value !== null && !raw.endsWith(` ${policy.money.currency}`))
    return `amounts are in ${policy.money.currency} here: write it as 45.00 ${policy.money.currency}`;
  return null;
}

const HOW: Readonly<Partial<Record<Fact["kind"], (policy: Policy) => string>>> = {
  duration: () => "a length of whole minutes, hours, days or weeks, such as 20 minutes or 2 hours",
  money: ({ money }) => `an amount with two decimals and its currency, such as 45.00 ${money.currency}`,
  count: () => "a whole number",
  "yes-no": () => "yes or no",
};

/** At most six digits are read back. */
function inLargestUnit(minutes: number): { readonly amount: number; readonly unit: "minutes" | "hours" | "days" } {
  if (minutes > 0 && minutes % 1440 === 0) return { amount: minutes / 1440, unit: "days" };
  if (minutes > 0 && minutes % 60 === 0) return { amount: minutes / 60, unit: "hours" };
  return { amount: minutes, unit: "minutes" };
}
