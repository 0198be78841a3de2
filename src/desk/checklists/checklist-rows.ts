// What an event does to the lists of things that a customer was asked to do, as rows of its plan.
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";

interface Where {
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
}

export function checklistRows(event: Event, { desk, ticket, at }: Where, plan: Plan): void {
  if (event.kind === "checklist") {
    const { list, ask, findings, words, items } = event;
    plan.writes.push(
      { table: "checklists", rows: [{ desk, id: list, ticket, ask, findings, words, made_at: at, made_by: event.by.name }] },
      { table: "checklist_items", rows: items.map(({ id, n, text }) => ({ desk, id, list, ticket, n, text })) },
    );
  }
  if (event.kind === "tick") {
    plan.statements.push([
      "update checklist_items set state = $3, at = at_ms($4), by_kind = $5, by_name = $6, channel = $7 where desk = troth_desk() and ticket = $1 and id = any ($2::uuid[])",
      [ticket, event.items.map((item) => item.id), event.state, at, event.by.kind, event.by.name, event.channel],
    ]);
    if (event.completes) plan.statements.push(["update checklists set ended_at = at_ms($2) where desk = troth_desk() and ticket = $1 and ended_at is null", [ticket, at]]);
  }
  if (plan.ticket.status === "closed") plan.statements.push(["update checklists set ended_at = at_ms($2) where desk = troth_desk() and ticket = $1 and ended_at is null", [ticket, at]]);
}
