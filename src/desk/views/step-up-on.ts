// The step up that is open to a viewer on one ticket, for taking it.
import type { TicketsRow } from "../../database/rows.gen.ts";
import type { StepUp, Value } from "../../policy/index.ts";
import { datedPolicy } from "../policies/running.ts";
import { Problem } from "../problem.ts";
import { isInside } from "../viewer.ts";
import { findTicket } from "./find-ticket.ts";
import type { Look } from "./reader-of.ts";
import { nextStepUp } from "./step-up.ts";
import { sentence } from "../../words/phrase.ts";

/** Throws not-found, and not-allowed where the policy lets this viewer take it no further. */
export async function stepUpOn(look: Look, number: string): Promise<StepUp> {
  const found = await findTicket(look.tx, look.viewer, number);
  const [row] = await look.tx.query<TicketsRow & { hours: number; facts: Record<string, Value> | null }>(
    `select t.*, k.hours, (select d.facts from decisions d where d.desk = t.desk and d.ticket = t.id order by d.at desc, d.id desc limit 1) as facts
     from tickets t join desks k on k.desk = t.desk where t.desk = troth_desk() and t.id = $1`,
    [found.id],
  );
  if (!row) throw new Problem("not-found");
  const { policy } = await datedPolicy(look.tx, look.desk, row.policy, row.hours);
  const step = nextStepUp(policy, row, row.facts ?? {}, isInside(look.viewer), look.house.now());
  if (!step) throw new Problem("not-allowed", sentence("refused.no-step-up"));
  return step;
}
