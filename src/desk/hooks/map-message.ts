// From another system's words to a customer's facts: places in its message, and its values as the policy's. Pure.
import { dateIn } from "../../policy/index.ts";

/** A place in a message: "data.customer.name". */
export type Path = string;
export interface FactMap {
  readonly path: Path;
  /** Their value → the policy's; one that is not listed is taken as it is. */
  readonly values?: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly begins?: Path | undefined;
  readonly ends?: Path | undefined;
  readonly notice?: Path | undefined;
}
export interface MessageMap {
  readonly organisation?: Path | undefined;
  readonly facts?: Readonly<Record<string, FactMap>> | undefined;
}
export interface Mapped {
  readonly organisation: unknown;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The message as `{organisation, facts}`. Without a map it is so already. Days may be dates, times, or seconds since 1970; `zone` says on which day a time lies. */
export function mapMessage(map: MessageMap, message: unknown, zone: string): Mapped {
  if (map.organisation === undefined) {
    const { organisation, facts } = (message ?? {}) as Partial<Mapped>;
    return { organisation, facts: facts ?? {} };
  }
  const facts = Object.entries(map.facts ?? {}).flatMap(([fact, of]): [string, unknown][] => {
    const said = at(message, of.path);
    if (said === undefined) return []; // this message says nothing of it
    const value = said === null ? null : (of.values?.[String(said)] ?? said);
    if (value === null) return [[fact, null]];
    const days = (["begins", "ends", "notice"] as const).flatMap((day): [string, string][] => {
      const found = of[day] === undefined ? undefined : dayOfMoment(at(message, of[day]), zone);
      return found === undefined ? [] : [[day, found]];
    });
    return [[fact, { value, ...Object.fromEntries(days) }]];
  });
  return { organisation: at(message, map.organisation), facts: Object.fromEntries(facts) };
}

function at(message: unknown, path: Path): unknown {
  return path.split(".").reduce<unknown>((value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined), message);
}

function dayOfMoment(value: unknown, zone: string): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const moment = typeof value === "number" ? value * (value < 1e11 ? 1000 : 1) : Date.parse(String(value));
  return Number.isFinite(moment) ? dateIn(moment, zone) : String(value);
}
