// What the original text leaves open: nothing runs by "a few hours" until a decision of the author says how many. SPEC 2.4.
import { finding } from "../finding.ts";
import type { Finding, Policy, Vague } from "../model.ts";

export function vagueFinding({ path, word, place }: Vague): Finding {
  return finding({
    code: "E-VAGUE",
    at: path,
    rests: word,
    place,
    message: `${path} is left open: the text says only "${word}".`,
    mend: `Give the value in a decision of the author: \`gives: { ${path}: … }\`.`,
  });
}

/** Clauses that cannot be judged further, since a value of theirs is still open. */
export function undecidedClauses(policy: Policy): ReadonlySet<string> {
  return new Set(policy.vague.filter((v) => !["calendars", "facts", "desk"].includes(v.path.split("/")[0] ?? "")).flatMap((v) => v.path.split("/")[1] ?? []));
}
