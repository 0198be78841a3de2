// Who is to decide a case of conduct, or its appeal, is told by mail, in their language, without what the case holds: whoever was named for it, and those who hold the role.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx, Write } from "../../database/tx.ts";
import type { NamedMail } from "../../words/mails/named.ts";
import { roleName } from "../../words/role-name.ts";
import type { Event } from "../event.ts";
import type { House } from "../house.ts";
import { Problem } from "../problem.ts";
import { toldOf } from "../staff/holders.ts";
import { staffToTell } from "../staff/reads.ts";
import { membersOfCase, seatOfAppeal, seatsOfCase } from "../views/case-deciders.ts";
import type { Reader } from "./conduct-mails.ts";
import { staffMail, type StaffReader } from "./staff-mail.ts";
import { sentence } from "../../words/phrase.ts";

type Naming = Extract<Event, { kind: "conduct-named" }>;
type Around = Pick<Reader, "desk" | "policy" | "at">;
type Told = Pick<ConductCasesRow, "id" | "asked" | "answer_by"> & Partial<Pick<ConductCasesRow, "heard_at" | "lapses_at" | "appeal_due" | "clause" | "decided_by">>;

/** The outbox row of the mail; none where they are named already, or name themselves. Throws invalid-input where nobody has this id. */
export async function namedRows(tx: Tx, house: House, event: Naming, c: ConductCasesRow, around: Around): Promise<Write[]> {
  const to = await staffToTell(tx, event.to);
  if (!to) throw new Problem("invalid-input", sentence("refused.no-staff"), [{ at: "to", message: "no such member of staff" }]);
  const { decides } = event;
  if (to.id === event.by.id || to.id === (decides === "case" ? c.decider : c.appeal_decider)) return [];
  return [mailTo(house, around, to, c, decides, () => ({ by: event.by.name, roles: [], inPlace: false }))];
}

/** The rows that tell those who decide by the policy, each once; `but` knows of it. */
export async function seatRows(tx: Tx, house: House, c: Told, decides: "case" | "appeal", around: Around, but: string | null = null): Promise<Write[]> {
  const members = await membersOfCase(tx, c);
  const seats = decides === "case" ? seatsOfCase(c, null, members) : [seatOfAppeal({ asked: c.asked, clause: c.clause ?? null, decided_by: c.decided_by ?? null }, members)];
  return members.flatMap((to) => {
    const theirs = seats.filter((s) => toldOf(s).some((p) => p.id === to.id));
    if (theirs.length === 0 || to.id === but) return [];
    const roles = theirs.flatMap(({ role }) => (role === null ? [] : [role]));
    return [
      mailTo(house, around, to, c, decides, (lang) => ({
        by: null,
        roles: roles.map((role) => roleName(around.policy, role, lang)),
        inPlace: theirs.every((s) => s.inPlace),
      })),
    ];
  });
}

function mailTo(house: House, around: Around, to: StaffReader, c: Told, decides: "case" | "appeal", why: (lang: string) => Pick<NamedMail, "by" | "roles" | "inPlace">): Write {
  const hears = decides === "case" && (c.heard_at ?? null) === null && c.answer_by !== null && c.answer_by > around.at;
  return staffMail(house, around, to, ({ desk, reader }) => ({
    mail: "named",
    input: {
      desk,
      reader,
      decides,
      ...why(reader.lang),
      url: `${desk.url}/console/conduct/${c.id}`,
      hearing: hears ? c.answer_by : null,
      until: (decides === "case" ? c.lapses_at : c.appeal_due) ?? null,
    },
  }));
}
