// What a ticket is promised now, as a mail says it.
import type { PromisesRow } from "../../database/rows.gen.ts";
import type { Policy } from "../../policy/index.ts";
import { clauseText } from "../../words/clause.ts";
import type { MailPromise } from "../../words/mails/model.ts";

/** The promises that run, in the reader's language; what is staff's alone is left out. */
export function promisedNow(policy: Policy, promises: readonly PromisesRow[], lang: string, base: string): MailPromise[] {
  return promises.flatMap((p): MailPromise[] => {
    const clause = policy.clauses.find((c) => c.id === p.clause);
    if (p.state !== "running" || !clause || clause.audience === "agent") return [];
    return [{ kind: p.kind, strength: clause.strength, due: p.due, goal: p.goal, clause: clauseText(policy, clause, lang, { base }) }];
  });
}
