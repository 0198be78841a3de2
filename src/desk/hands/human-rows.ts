// What a person decided, in the rows that waited for it.
import type { Tx } from "../../database/tx.ts";
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import type { Policy } from "../../policy/index.ts";
import { Problem } from "../problem.ts";
import { membersFor, seatOf } from "../staff/holders.ts";
import { notYours } from "./conduct-deciders.ts";
import { expertById } from "../staff/reads.ts";
import { isShielded } from "../staff/shields.ts";
import { sentence } from "../../words/phrase.ts";

/** Rulings and assignments name a human: the one must exist, the other be asked for, undecided, and theirs to decide (SPEC 5.9). Nobody works on two tickets at once. */
export async function humanRows(tx: Tx, policy: Policy, event: Event, at: number, plan: Plan): Promise<void> {
  if (event.kind === "answer" && plan.ticket.assignee && (await isShielded(tx, plan.ticket.assignee, event.ticket))) delete plan.ticket.assignee; // an answer makes nobody the expert of whom they do not meet
  if (event.kind === "assign" && event.to !== null && !(await expertById(tx, event.to)))
    throw new Problem("invalid-input", sentence("refused.no-staff"), [{ at: "to", message: "no such member of staff" }]);
  if (event.kind === "assign" && event.to !== null && (await isShielded(tx, event.to, event.ticket))) throw new Problem("not-allowed", sentence("refused.not-meeting"));
  if (event.kind === "work-start") {
    const [other] = await tx.query<{ number: string }>(
      "select t.number from work w join tickets t on t.desk = w.desk and t.id = w.ticket where w.desk = troth_desk() and w.staff = $1 and w.ticket <> $2 and w.ends is null",
      [event.by.id, event.ticket],
    );
    if (other) throw new Problem("already-taken", sentence("refused.clock-elsewhere", { number: other.number }));
  }
  if (event.kind !== "ruling") return;
  const [asked] = await tx.query<{ role: string }>("select role from rulings where desk = troth_desk() and ticket = $1 and clause = $2 and state = 'undecided'", [event.ticket, event.clause]);
  const seat = asked && seatOf(asked.role, await membersFor(tx, [asked.role]));
  if (seat && !seat.people.some((p) => p.id === event.by.id)) throw notYours(policy, [seat]);
  const n = await tx.run(
    "update rulings set state = $3, option = $4, reason = $5, decided_by = $6, decided_at = at_ms($7), decided_as = $8 where desk = troth_desk() and ticket = $1 and clause = $2 and state = 'undecided'",
    [event.ticket, event.clause, event.state, event.option ?? null, event.reason, event.by.id, at, seat?.inPlace ? "in-place" : "holder"],
  );
  if (n !== 1) throw new Problem("already-taken", sentence("refused.ruling-gone"));
}
