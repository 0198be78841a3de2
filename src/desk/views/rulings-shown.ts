// What a policy leaves to a person on a ticket: the clause, whose it is, and what was decided by whom.
import type { Policy } from "../../policy/index.ts";
import { roleName } from "../../words/role-name.ts";
import { membersFor, type Seat, seatOf } from "../staff/holders.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import type { Look } from "./reader-of.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";
import type { RulingRow } from "./ticket-rows.ts";

/** For staff; `yours` where its reader may decide it. Clauses that the policy does not have are left out. */
export async function rulingsShown(look: Look, policy: Policy, rulings: readonly RulingRow[], { lang, base }: Reader) {
  if (!rulings.length) return [];
  const members = await membersFor(
    look.tx,
    rulings.map((r) => r.role),
  );
  const me = look.viewer.kind === "staff" ? look.viewer.id : null;
  const name = (role: string): string => roleName(policy, role, lang);
  const shown = ({ role, people, inPlace }: Seat) => ({ role: name(role ?? ""), people: people.map((p) => ({ id: p.id, name: p.name })), inPlace });
  return rulings.flatMap((r) => {
    const clause = clauseOf(policy, r.clause);
    const seat = seatOf(r.role, members);
    return clause
      ? [
          {
            clause: clauseWords(policy, clause, lang, base),
            role: r.role,
            roleName: name(r.role),
            decides: shown(seat),
            yours: r.state === "undecided" && seat.people.some((p) => p.id === me),
            options: r.options as string[],
            state: r.state as "undecided" | "granted" | "declined",
            option: r.option,
            reason: r.reason,
            askedAt: instantIso(r.asked_at),
            decidedBy: r.decided_by === null ? null : { id: r.decided_by, name: r.decided_name ?? "" },
            inPlace: r.decided_as === "in-place",
            decidedAt: instantIsoOrNull(r.decided_at),
          },
        ]
      : [];
  });
}
