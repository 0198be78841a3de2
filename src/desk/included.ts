// What the policy includes for a customer at this moment, asked before anything is decided: the facts `left.<allowance>` rest on it.
import { decide, type Facts, type Included, includedIn, type Policy } from "../policy/index.ts";
import { type Holdings, leftFor } from "./allowances/reads.ts";

/** Whether the policy has allowances at all; without any nothing is gathered. */
export const hasAllowances = (policy: Policy): boolean => Object.keys(policy.tables).some((table) => table.startsWith("allowances/"));

export interface Moment {
  readonly at: number;
  readonly openedAt: number;
  readonly zone: string;
}

/** By allowance; an allowance that no clause includes for this customer is not there. */
export function includedNow(policy: Policy, facts: Facts, { at, openedAt, zone }: Moment): ReadonlyMap<string, Included> {
  return hasAllowances(policy) ? includedIn(decide(policy, { moment: "preview", at, openedAt, facts, zone }).effects) : new Map<string, Included>();
}

/** `left.<allowance>` for each that the policy knows. */
export function leftFacts(policy: Policy, facts: Facts, holdings: Holdings, moment: Moment, ticket: string | null): Record<string, number> {
  const included = includedNow(policy, facts, moment);
  return Object.fromEntries(
    Object.keys(policy.tables)
      .filter((table) => table.startsWith("allowances/"))
      .map((table) => table.slice("allowances/".length))
      .map((allowance) => [`left.${allowance}`, leftFor(holdings, included.get(allowance), allowance, moment.at, policy.desk.zone, ticket).left]),
  );
}
