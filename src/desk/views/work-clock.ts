// The clock of a ticket as staff see it: what was worked, what was agreed, and when the open stretch will be stopped.
import type { Policy } from "../../policy/index.ts";
import { capAt, capOf, mayBegin, workedTime } from "../work/work.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import type { TicketRows } from "./ticket-rows.ts";

/** Null where the policy has no prices. */
export function workClock(policy: Policy, line: { readonly results: unknown }, { offers, work }: TicketRows) {
  if (!Object.keys(policy.tables).some((t) => t.startsWith("charges/"))) return null;
  const open = work.find((w) => w.ends === null);
  const ended = work.filter((w) => w.ends !== null);
  return {
    stretches: work.map((w) => ({
      id: w.id,
      kind: w.kind as "connection" | "phone",
      staff: { id: w.staff, name: w.staff_name },
      starts: instantIso(w.starts),
      ends: instantIsoOrNull(w.ends),
      endedBy: w.ended_by as "staff" | "cap" | "closed" | null,
    })),
    worked: { connection: workedTime(ended, "connection", 0), phone: workedTime(ended, "phone", 0) },
    cap: capOf(policy, offers, "connection"),
    stopsAt: open ? instantIsoOrNull(capAt(policy, offers, work, open)) : null,
    agreed: mayBegin(policy, line.results as Record<string, unknown>, offers),
  };
}
