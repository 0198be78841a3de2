// The road lets nobody else decide: a case is decided by who holds the clause's role or was named for it, its appeal by another; whoever may not is told who may.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";
import { phrase, sentence } from "../../words/phrase.ts";
import { roleName } from "../../words/role-name.ts";
import type { Actor } from "../event.ts";
import type { Reader } from "./conduct-mails.ts";
import { Problem } from "../problem.ts";
import type { Seat } from "../staff/holders.ts";
import { type DecidesAs, decidesAs, hearsAs, heirsOf, mayLift, membersOfCase, seatOfAppeal, seatsOfCase } from "../views/case-deciders.ts";
import { localeOf } from "../../words/languages.ts";

export const fourEyes = (): Problem => new Problem("not-allowed", sentence("refused.four-eyes"));

/** As what `by` applies this clause, or none. Throws not-yours, which says who may. */
export async function mayDecide(tx: Tx, policy: Policy, c: ConductCasesRow, clause: string | null, by: Actor): Promise<DecidesAs> {
  const members = await membersOfCase(tx, c);
  const as = decidesAs(c, clause, by.id, members);
  if (as === null) throw notYours(policy, seatsOfCase(c, clause, members));
  return as;
}

/** As what `by` decides the appeal. Throws not-allowed for who decided the case, not-yours for others. */
export async function mayHear(tx: Tx, policy: Policy, c: ConductCasesRow, by: Actor): Promise<DecidesAs> {
  if (by.id === c.decided_by) throw fourEyes();
  const members = await membersOfCase(tx, c);
  const as = hearsAs(c, by.id, members);
  if (as === null) throw notYours(policy, [seatOfAppeal(c, members)]);
  return as;
}

/** Throws not-yours unless `by` may take the measure back. */
export async function checkMayLift(tx: Tx, policy: Policy, c: ConductCasesRow, by: Actor): Promise<void> {
  const members = await membersOfCase(tx, c);
  if (!mayLift(c, by.id, members)) throw notYours(policy, seatsOfCase(c, c.clause, members));
}

/** Leads name whom they like, and themselves only for what would be theirs anyway; a holder hands what stands with them to another holder. Throws not-allowed. */
export async function checkNaming(tx: Tx, c: ConductCasesRow, naming: { readonly by: Actor; readonly to: string; readonly decides: "case" | "appeal" }): Promise<void> {
  if (naming.decides === "appeal" && naming.to === c.decided_by) throw fourEyes();
  const members = await membersOfCase(tx, c);
  const leads = naming.by.kind !== "staff" || members.some((m) => m.id === naming.by.id && m.role !== "agent");
  if (!leads) {
    if (heirsOf(c, naming.decides, naming.by.id, members).some((m) => m.id === naming.to)) return;
    throw new Problem("not-allowed", sentence("refused.hand-on"));
  }
  if (naming.by.id !== naming.to) return;
  const as = naming.decides === "case" ? decidesAs(c, null, naming.to, members) : hearsAs(c, naming.to, members);
  if (as === null) throw new Problem("not-allowed", sentence("refused.not-oneself"));
}

/** Who decided, as the person reads it: with the role for which they stood in, if they did. */
export function signed({ policy, language }: Pick<Reader, "policy" | "language">, name: string, as: DecidesAs, role: string | undefined): string {
  return as === "in-place" && role !== undefined ? phrase(language, "conduct.in-place", { name, role: roleName(policy, role, language) }) : name;
}

/** Says whose it is: the role in the policy's words, and who acts for it. */
export function notYours(policy: Policy, seats: readonly Seat[]): Problem {
  const whose = (lang: string): string[] =>
    seats.map(({ role, people }) => {
      const name = role === null ? phrase(lang, "refused.a-lead") : roleName(policy, role, lang);
      return `${name} (${people.map((p) => p.name).join(", ") || phrase(lang, "refused.nobody-yet")})`;
    });
  const either = (lang: string): string => new Intl.ListFormat(localeOf(lang), { type: "disjunction" }).format(whose(lang));
  return new Problem(
    "not-yours",
    sentence("refused.whose", (lang) => ({ whose: either(lang) })),
  );
}
