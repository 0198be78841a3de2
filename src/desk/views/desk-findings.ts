// What does not fit together in a desk's dated data: rota, absences, closures and staff, against the policy in force. For `check --desk` and whoever changes them.
import { dateIn, isZone } from "../../policy/index.ts";
import type { Tx } from "../../database/tx.ts";
import { closuresFrom } from "../policies/closures.ts";
import { absencesFrom, shiftsFrom } from "../rota/reads.ts";
import { allStaff } from "../staff/sign-in.ts";
import { policyInForce } from "../policies/running.ts";
import { dutyWithin, holesWithin } from "./duty.ts";
import { instantIso } from "./instant-iso.ts";
import { type RoleFinding, roleFindings } from "./role-findings.ts";
import { unkept } from "./unkept.ts";

export interface DeskFinding {
  readonly code: "hole" | "unknown-calendar" | "never-opens" | "untrained" | "unknown-topic" | "disabled" | "unknown-zone" | "unkept" | RoleFinding["code"];
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly example: string;
}

const AHEAD = 28 * 86_400_000; // ms that are looked into
const MOST = 20; // of a kind

/** Every finding about the four weeks after `now` (epoch ms). */
export async function deskFindings(tx: Tx, desk: string, now: number): Promise<DeskFinding[]> {
  const { policy } = await policyInForce(tx, desk, now);
  const today = dateIn(now, policy.desk.zone);
  const [staff, shifts, absences, closures] = await Promise.all([allStaff(tx), shiftsFrom(tx, today), absencesFrom(tx, now), closuresFrom(tx, today)]);
  const found: DeskFinding[] = [];
  const name = (id: string): string => staff.find((s) => s.id === id)?.name ?? id;
  for (const c of closures) {
    if (c.calendar !== null && !policy.calendars[c.calendar])
      found.push({
        code: "unknown-calendar",
        severity: "error",
        message: `A closure is of the calendar ${c.calendar}, which the policy in force does not have.`,
        example: `${c.first} to ${c.last}${c.reason ? `, ${c.reason}` : ""}`,
      });
  }
  for (const s of shifts) {
    if (!isZone(s.zone)) found.push({ code: "unknown-zone", severity: "error", message: `A shift of ${name(s.staff)} is in ${s.zone}, which is no time zone.`, example: s.first });
    else if (staff.some((each) => each.id === s.staff && each.disabled_at !== null))
      found.push({ code: "disabled", severity: "warning", message: `${name(s.staff)} is locked out and has a shift.`, example: `from ${s.first}` });
  }
  if (shifts.length) {
    const duty = dutyWithin(
      staff,
      shifts.filter((s) => isZone(s.zone)),
      absences,
      now,
      now + AHEAD,
    );
    for (const h of holesWithin(policy, duty, now, now + AHEAD).slice(0, MOST)) {
      found.push({ code: "hole", severity: "warning", message: `Nobody is on duty while ${h.calendar} is open.`, example: `${instantIso(h.from)} to ${instantIso(h.to)}` });
    }
  }
  if (shifts.length) for (const { clause, message } of (await unkept(tx, policy, staff, now)).slice(0, MOST)) found.push({ code: "unkept", severity: "error", message, example: clause });
  const able = staff.filter((s) => s.disabled_at === null && s.role !== "admin");
  const topics = policy.facts["topic"]?.values ?? [];
  if (able.length)
    for (const topic of topics.filter((t) => !able.some((s) => s.trained.length === 0 || s.trained.includes(t))))
      found.push({ code: "untrained", severity: "warning", message: `Nobody is trained for ${topic}.`, example: `a request about ${topic} finds no expert` });
  for (const s of able)
    for (const t of s.trained.filter((each) => !topics.includes(each)))
      found.push({ code: "unknown-topic", severity: "warning", message: `${s.name} is trained for ${t}, which the policy in force does not have.`, example: s.email });
  return [...found, ...roleFindings(policy, staff)];
}
