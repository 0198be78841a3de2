// From a rule to the slots that its words may name, so that prose and enforcement cannot disagree. SPEC words.
import type { Duration, Money, Outcome, Slot, Words } from "./model.ts";
import { parseDuration } from "./time/duration.ts";

const isDuration = (v: unknown): v is Duration => typeof v === "object" && v !== null && "unit" in v && "amount" in v;
const isMoney = (v: unknown): v is Money => typeof v === "object" && v !== null && "cents" in v && "currency" in v;

/** Written values become typed ones: "24 hours" a duration, "45.00 EUR" money; ids have no blanks and stay as they are. */
export function normalise(raw: unknown): unknown {
  if (typeof raw === "string") return toMoney(raw) ?? parseDuration(raw) ?? raw;
  if (Array.isArray(raw)) return raw.map(normalise);
  if (typeof raw === "object" && raw !== null) return Object.fromEntries(Object.entries(raw).map(([k, v]) => [k, normalise(v)]));
  return raw;
}

function toMoney(text: string): Money | null {
  const m = /^(\d+)\.(\d{2}) ([A-Z]{3})$/.exec(text);
  return m ? { cents: Number(m[1]) * 100 + Number(m[2]), currency: m[3]! } : null;
}

/** A slot's name: the path of the field, hyphens and dots as underscores, as ICU arguments allow. */
export const slotName = (path: readonly string[]): string => path.join("_").replace(/[-.]/g, "_");

/** Every typed value of an outcome, by its path; ids that name something (`nameOf`) become names. */
export function slotsOf(outcome: Outcome, nameOf: (id: string) => Words | undefined): Record<string, Slot> {
  const slots: Record<string, Slot> = {};
  const walk = (value: unknown, path: readonly string[]): void => {
    const slot = toSlot(value, path[path.length - 1] ?? "", nameOf);
    if (slot) slots[slotName(path)] = slot;
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [k, v] of Object.entries(value)) walk(v, path[0] === "charge" && path.length === 1 ? [k] : [...path, k]);
    }
  };
  for (const [key, value] of Object.entries(outcome)) walk(value, [key]);
  return slots;
}

function toSlot(value: unknown, field: string, nameOf: (id: string) => Words | undefined): Slot | null {
  if (isDuration(value)) return { type: "duration", value };
  if (isMoney(value)) return { type: "money", value };
  if (typeof value === "number") return { type: field === "percent" ? "percent" : "count", value };
  if (typeof value === "string") {
    const name = nameOf(value);
    return name ? { type: "name", value: name } : null;
  }
  if (!Array.isArray(value)) return null;
  const parts = value.map((v) => toSlot(v, field, nameOf));
  return parts.length && parts.every((p) => p !== null) ? { type: "list", value: parts } : null;
}

/** The bounds that a condition states, as slots `when_<fact>_<bound>`; a bound written twice keeps its first. */
export function conditionSlots(raw: unknown, slots: Record<string, Slot> = {}): Record<string, Slot> {
  if (Array.isArray(raw)) for (const r of raw) conditionSlots(r, slots);
  else if (typeof raw === "object" && raw !== null) {
    for (const [fact, test] of Object.entries(raw)) {
      if (fact === "any" || fact === "all" || fact === "not") conditionSlots(test, slots);
      else if (typeof test === "object" && test !== null && !Array.isArray(test)) {
        for (const bound of ["under", "within", "over", "from"] as const) {
          const slot = toSlot(normalise((test as Record<string, unknown>)[bound]), bound, () => undefined);
          const name = slotName(["when", fact, bound]);
          if (slot && !slots[name]) slots[name] = slot;
        }
      }
    }
  }
  return slots;
}
