// What an allowance is called: as the policy calls what is left of it, else by its own name.
import type { Policy } from "../../policy/index.ts";
import { factLabel } from "./fact-text.ts";

export const allowanceLabel = (policy: Policy, id: string, lang: string): string => (policy.facts[`left.${id}`] ? factLabel(policy, `left.${id}`, lang) : id.replaceAll("-", " "));
