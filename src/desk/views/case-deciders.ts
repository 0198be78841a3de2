// Who decides a case of conduct and who hears its appeal: the holders of the clause's role, whoever was named, and leads while nobody holds it. Read by the screens and held by the road.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Asked } from "../conduct/open-case.ts";
import { type Member, membersFor, type Seat, seatOf } from "../staff/holders.ts";

export type DecidesAs = "holder" | "named" | "in-place";
type Case = Pick<ConductCasesRow, "asked" | "clause" | "decider" | "decided_by" | "appeal_decider">;

/** Everybody who could act in the case. */
export function membersOfCase(tx: Tx, c: Pick<Case, "asked">): Promise<Member[]> {
  return membersFor(tx, rolesOf(c));
}

const rolesOf = (c: Pick<Case, "asked">): string[] => (c.asked as readonly Asked[]).flatMap((a) => [a.role, ...(a.appeal === undefined ? [] : [a.appeal])]);

/** Those who can apply the clause; null: those who can decide that no measure is taken, who are those of any of its clauses. Pure. */
export function seatsOfCase(c: Pick<Case, "asked">, clause: string | null, members: readonly Member[]): readonly Seat[] {
  const asked = (c.asked as readonly Asked[]).filter((a) => clause === null || a.clause === clause);
  const roles = [...new Set(asked.map((a) => a.role))];
  return (roles.length ? roles : [null]).map((role) => seatOf(role, members));
}

/** Those who can hear the appeal: never who decided the case, whatever they hold. Pure. */
export function seatOfAppeal(c: Pick<Case, "asked" | "clause" | "decided_by">, members: readonly Member[]): Seat {
  const role = (c.asked as readonly Asked[]).find((a) => a.clause === c.clause)?.appeal ?? null;
  return seatOf(role, members, c.decided_by);
}

/** As what this member of staff decides the case so; null: they may not. Pure. */
export function decidesAs(c: Pick<Case, "asked" | "decider">, clause: string | null, staff: string | null, members: readonly Member[]): DecidesAs | null {
  return asOf(seatsOfCase(c, clause, members), c.decider, staff);
}

/** As what they hear the appeal; null: they may not. Pure. */
export function hearsAs(c: Pick<Case, "asked" | "clause" | "decided_by" | "appeal_decider">, staff: string | null, members: readonly Member[]): DecidesAs | null {
  return staff === c.decided_by ? null : asOf([seatOfAppeal(c, members)], c.appeal_decider, staff);
}

/** Whom a holder with whom the case, or its appeal, stands may hand it to: the others who hold its role. It stands with who was named, else with each holder. Pure. */
export function heirsOf(c: Case, decides: "case" | "appeal", staff: string | null, members: readonly Member[]): readonly Member[] {
  const as = (who: string | null): DecidesAs | null => (decides === "case" ? decidesAs(c, null, who, members) : hearsAs(c, who, members));
  const named = decides === "case" ? c.decider : c.appeal_decider;
  if (as(staff) !== "holder" || (named !== null && named !== staff)) return [];
  return members.filter((m) => m.id !== staff && as(m.id) === "holder");
}

/** A measure is taken back by those who could take it, and by whoever holds the role that hears an appeal against it or was named for one. Pure. */
export function mayLift(c: Case, staff: string | null, members: readonly Member[]): boolean {
  if (decidesAs(c, c.clause, staff, members) !== null) return true;
  const hears = asOf([seatOfAppeal({ ...c, decided_by: null }, members)], c.appeal_decider, staff);
  return hears === "holder" || hears === "named";
}

/** The role as which a case is decided so: of the clause, or where no measure is taken of the first that it offers. Pure. */
export function roleOfCase(c: Pick<Case, "asked">, clause: string | null): Pick<Asked, "role" | "appeal"> | undefined {
  const asked = c.asked as readonly Asked[];
  return asked.find((a) => a.clause === clause) ?? asked[0];
}

function asOf(seats: readonly Seat[], named: string | null, staff: string | null): DecidesAs | null {
  if (staff === null) return null;
  const mine = seats.filter((s) => s.people.some((p) => p.id === staff));
  if (mine.some((s) => !s.inPlace)) return "holder";
  if (named === staff) return "named";
  return mine.length ? "in-place" : null;
}
