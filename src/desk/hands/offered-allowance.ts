// What an offer that draws from an allowance says of it: how much is left of how much, and what it may take at most.
import { type Included, type Policy, toMilliseconds } from "../../policy/index.ts";
import { type Holdings, leftFor, type OfferedAllowance } from "../allowances/reads.ts";
import type { Draw } from "../quote.ts";

const MINUTE = 60_000;

interface Where {
  readonly policy: Policy;
  readonly holdings: Holdings;
  readonly included: ReadonlyMap<string, Included>;
  readonly at: number;
  readonly ticket: string;
}

/** As much as is left now, or as the clause says at most. `covers` is the time that may be worked for it, ms; null where it does not say. */
export function offeredAllowance(draw: Draw, { policy, holdings, included, at, ticket }: Where): { readonly covers: number | null; readonly allowance: OfferedAllowance } {
  const known = included.get(draw.draws);
  const clause = policy.clauses.find((c) => c.section === "allowances" && c.key === draw.draws);
  const time = known?.time ?? typeof clause?.outcome["quantity"] === "object";
  const { left, of } = leftFor(holdings, known, draw.draws, at, policy.desk.zone, ticket);
  const most = draw.includes ? toMilliseconds(draw.includes) : null;
  const covers = time ? Math.min(left, most ?? left) : most;
  const unit = draw.per && draw.started !== "exact" ? (toMilliseconds(draw.per) ?? MINUTE) : MINUTE;
  return { covers, allowance: { id: draw.draws, time, left, of, reserved: time ? (covers ?? left) : 1, unit } };
}
