// The facts of a policy: its own declarations over the built-in ones.
import { builtInFact } from "./built-in-facts.ts";
import type { Fact, Value } from "./model.ts";
import type { RawFact } from "./policy-shape.ts";
import { parseDuration, toMilliseconds } from "./time/duration.ts";

/** A declaration as a fact. What it leaves open comes from the built-in fact of that name, else from the defaults. */
export function declaredFact(name: string, raw: RawFact): Fact {
  const base = builtInFact(name);
  const values = raw.values === undefined ? (base?.values ?? []) : Array.isArray(raw.values) ? raw.values : Object.keys(raw.values);
  const kind = raw.type ?? base?.kind ?? (raw.count ? "count" : "one-of");
  const window = raw.count && parseDuration(raw.count.in);
  const fact: Fact = {
    name,
    kind,
    values,
    unknown: raw.unknown ?? base?.unknown ?? false,
    of: raw.of ?? base?.of ?? "customer",
    source: raw.source ?? base?.source ?? (raw.count ? "history" : "record"),
    known: raw.known ?? base?.known ?? "preview",
    asOf: raw["as-of"] ?? "now",
    shown: raw.shown ?? base?.shown ?? "customer",
    options: raw.values && !Array.isArray(raw.values) ? tidy(raw.values) : {},
    builtIn: base !== null,
    ...(raw.label && { label: raw.label }),
    ...(raw.ask && { ask: raw.ask }),
    ...(raw.count && window && { counts: { of: raw.count.of, by: raw.count.by, in: window, until: raw.count.until } }),
  };
  return { ...fact, ...(raw.fallback !== undefined && { fallback: factValue(fact, raw.fallback) ?? null }), ...(raw.ended !== undefined && { ended: factValue(fact, raw.ended) ?? null }) };
}

function tidy(options: Exclude<RawFact["values"], string[] | undefined>): Fact["options"] {
  return Object.fromEntries(Object.entries(options).map(([k, o]) => [k, { ...(o.label && { label: o.label }), ...(o.hints && { hints: o.hints }) }]));
}

/** A written value as the fact's own: "20 minutes" → ms, "45.00 EUR" → cents, "unknown" → null. `undefined`: no value of this fact. */
export function factValue(fact: Fact, raw: unknown): Value | undefined {
  if (raw === null || raw === "unknown") return null;
  switch (fact.kind) {
    case "one-of":
    case "ranked":
      return typeof raw === "string" && fact.values.includes(raw) ? raw : undefined;
    case "yes-no":
      return typeof raw === "boolean" ? raw : raw === "yes" ? true : raw === "no" ? false : undefined;
    case "duration": {
      const d = typeof raw === "string" ? parseDuration(raw) : null;
      return d ? (toMilliseconds(d) ?? undefined) : undefined;
    }
    case "money":
      return typeof raw === "string" && /^\d+\.\d{2} [A-Z]{3}$/.test(raw) ? Math.round(Number.parseFloat(raw) * 100) : undefined;
    default:
      return typeof raw === "number" && Number.isInteger(raw) ? raw : undefined;
  }
}
