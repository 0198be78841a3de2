// Where staff may quote a price: the policy leaves it to a person, and the customer has agreed to none for it.
import type { Value } from "../../policy/index.ts";

/** The keys of such prices, by the results that the ticket's decisions left behind. */
export function quotable(results: Readonly<Record<string, Value>>, offers: readonly { readonly key: string; readonly state: string }[]): ("quote" | "recovery")[] {
  return (["quote", "recovery"] as const).filter((key) => results[`charges.${key}`] === "by-quote" && !offers.some((o) => o.key === key && o.state === "accepted"));
}
