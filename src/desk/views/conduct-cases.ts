// Cases of conduct as their readers may see them: whole, or only that there is one. To everybody else a case is as if it were not there.
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Asked } from "../conduct/open-case.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import type { Look } from "./reader-of.ts";
import { sentence } from "../../words/phrase.ts";

export type Access = "whole" | "state";
export type Phase = "hearing" | "to-decide" | "decided" | "appealed" | "lapsed";

type Named = Pick<ConductCasesRow, "decider" | "appeal_decider" | "opened_by" | "person" | "asked" | "clause" | "appealed_at">;

/** True for those who read every case. */
export const readsCases = (viewer: Viewer): boolean =>
  viewer.kind === "staff" ? viewer.role !== "agent" : viewer.kind === "key" && (viewer.scopes.includes("conduct:read") || viewer.scopes.includes("admin"));

/** Null where the viewer is not to know of the case. */
export function accessTo(viewer: Viewer, c: Named): Access | null {
  if (readsCases(viewer)) return "whole";
  if (viewer.kind === "key") return null;
  if (viewer.kind === "person") return c.person === viewer.id ? "whole" : null;
  if (c.decider === viewer.id || c.appeal_decider === viewer.id || holdsIn(viewer.holds, c)) return "whole";
  return c.opened_by === viewer.id ? "state" : null;
}

/** Whoever holds the role that decides reads the case; the role that hears appeals, once there is one. */
const holdsIn = (holds: readonly string[], c: Named): boolean =>
  (c.asked as readonly Asked[]).some((a) => holds.includes(a.role) || (c.appealed_at !== null && a.clause === c.clause && a.appeal !== undefined && holds.includes(a.appeal)));

export function phaseOf(c: Pick<ConductCasesRow, "state" | "heard_at" | "answer_by" | "appealed_at" | "appeal_at" | "lifted_at">, now: number): Phase {
  if (c.state === "lapsed") return "lapsed";
  if (c.state === "decided") return c.appealed_at !== null && c.appeal_at === null && c.lifted_at === null ? "appealed" : "decided";
  return c.heard_at === null && c.answer_by !== null && now < c.answer_by ? "hearing" : "to-decide";
}

export type CaseLine = ConductCasesRow & { number: string; subject: string; p_name: string; kind: string | null; ends: number | null; ended_at: number | null; ended_how: string | null };

export const CASES = `select c.*, t.number, t.subject, p.name as p_name, m.kind, m.ends, m.ended_at, m.ended_how from conduct_cases c
  join tickets t on t.desk = c.desk and t.id = c.ticket join people p on p.desk = c.desk and p.id = c.person
  left join measures m on m.desk = c.desk and m.of_case = c.id where c.desk = troth_desk()`;

/** A case in a list. Who may only know that there is one gets its state and nothing of whom or what it is about. */
export function caseLine(c: CaseLine, access: Access, now: number) {
  const whole = access === "whole";
  return {
    id: c.id,
    access,
    phase: phaseOf(c, now),
    openedAt: instantIso(c.opened_at),
    ticket: c.number,
    person: whole ? c.p_name : null,
    answerBy: whole ? instantIsoOrNull(c.answer_by) : null,
    lapsesAt: whole && c.state === "open" ? instantIsoOrNull(c.lapses_at) : null,
    reviewBy: whole ? instantIsoOrNull(c.appeal_due) : null,
    measure:
      whole && c.kind !== null
        ? {
            kind: c.kind as "warning" | "restriction" | "ending",
            ends: instantIsoOrNull(c.ends),
            endedAt: instantIsoOrNull(c.ended_at),
            endedHow: c.ended_how as "time" | "appeal" | "lifted" | null,
            holds: c.ended_at === null && (c.ends === null || now < c.ends),
          }
        : null,
  };
}

/** Whose cases a viewer is shown, as a condition on `c`; its parameter is `$1`. */
function rightsOnCases(viewer: Viewer): { readonly sql: string; readonly params: readonly string[] } {
  if (readsCases(viewer)) return { sql: "$1::text is not null", params: [""] };
  if (viewer.kind === "person") return { sql: "c.person = $1::uuid", params: [viewer.id] };
  if (viewer.kind === "staff") return { sql: `(c.decider = $1::uuid or c.appeal_decider = $1::uuid or c.opened_by = $1::uuid or ${HOLDS})`, params: [viewer.id] };
  return { sql: "$1::text is null", params: [""] };
}

/** As holdsIn() says. */
const HOLDS = `exists (select 1 from staff s, jsonb_array_elements(c.asked) a where s.desk = c.desk and s.id = $1::uuid
  and (a->>'role' = any (s.holds) or (c.appealed_at is not null and a->>'clause' = c.clause and a->>'appeal' = any (s.holds))))`;

/** A page of the cases that the viewer may know of, those that wait for somebody first. */
export async function casePage(look: Look, wanted: { readonly cursor?: string | undefined; readonly limit: number }) {
  const rights = rightsOnCases(look.viewer);
  const from = readCursor(wanted.cursor, ["whole", "moment", "id"]);
  const waits = "(case when c.state = 'open' or (c.appealed_at is not null and c.appeal_at is null and c.lifted_at is null) then 1 else 0 end)";
  const rows = await look.tx.query<CaseLine & { waits: number }>(
    `${CASES.replace("select c.*,", `select c.*, ${waits} as waits,`)} and ${rights.sql} ${from ? `and (${waits}, c.opened_at, c.id) < ($3::integer, at_ms($4), $5::uuid)` : ""} order by ${waits} desc, c.opened_at desc, c.id desc limit $2`,
    [...rights.params, wanted.limit + 1, ...(from ?? [])],
  );
  const now = look.house.now();
  return pageFrom(
    rows,
    wanted.limit,
    (row) => caseLine(row, accessTo(look.viewer, row) ?? "state", now),
    (row) => [row.waits, row.opened_at, row.id],
  );
}

/** The cases that were found on a ticket, as far as the viewer may know of them. */
export async function casesOn(look: Look, ticket: string) {
  const rows = await look.tx.query<CaseLine>(`${CASES} and c.ticket = $1 order by c.opened_at desc`, [ticket]);
  const now = look.house.now();
  return rows.flatMap((row) => {
    const access = accessTo(look.viewer, row);
    return access ? [caseLine(row, access, now)] : [];
  });
}

/** The case that a report on a ticket belongs to: who reported learns that there is one, whoever opened it. */
export async function reportedCase(look: Look, requester: string): Promise<{ readonly line: ReturnType<typeof caseLine>; readonly access: Access }> {
  const [row] = await look.tx.query<CaseLine>(`${CASES} and c.person = $1 order by c.opened_at desc limit 1`, [requester]);
  if (!row) throw new Problem("not-found", sentence("refused.no-case"));
  const access = accessTo(look.viewer, row) ?? "state";
  return { line: caseLine(row, access, look.house.now()), access };
}

/** The ticket on which a case was found. */
export async function ticketOfCase(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.query<{ ticket: string }>("select ticket from conduct_cases where desk = troth_desk() and id = $1", [id]);
  if (!row) throw new Problem("not-found", sentence("refused.no-case"));
  return row.ticket;
}
