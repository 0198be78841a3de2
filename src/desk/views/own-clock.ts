// The clock that a member of staff has running, wherever they look: on which ticket, since when, and when it will be stopped.
import type { Tx } from "../../database/tx.ts";
import { offersOf } from "../offers/reads.ts";
import { policyVersion } from "../policies/running.ts";
import { capAt, capOf, workedTime, workOf } from "../work/work.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";

/** Null where none runs. */
export async function ownClock(tx: Tx, desk: string, staff: string) {
  const [found] = await tx.query<{ ticket: string; number: string; subject: string; policy: number }>(
    "select w.ticket, t.number, t.subject, t.policy from work w join tickets t on t.desk = w.desk and t.id = w.ticket where w.desk = troth_desk() and w.staff = $1 and w.ends is null",
    [staff],
  );
  if (!found) return null;
  const [{ policy }, offers, work] = await Promise.all([policyVersion(tx, desk, found.policy), offersOf(tx, found.ticket), workOf(tx, found.ticket)]);
  const open = work.find((w) => w.ends === null);
  if (!open) return null;
  return {
    number: found.number,
    subject: found.subject,
    kind: open.kind as "connection" | "phone",
    starts: instantIso(open.starts),
    before: workedTime(
      work.filter((w) => w.id !== open.id),
      open.kind,
      0,
    ),
    cap: capOf(policy, offers, open.kind),
    stopsAt: instantIsoOrNull(capAt(policy, offers, work, open)),
  };
}
