// A role of the policy as its reader knows it.
import type { Policy } from "../policy/index.ts";
import { wordsOf } from "./clause.ts";

/** Its name in a language, else in the policy's first; its id where the policy does not have it. */
export function roleName(policy: Policy, role: string, lang: string): string {
  const words = policy.roles[role]?.name;
  return (words && wordsOf(policy, words, lang)) || role;
}
