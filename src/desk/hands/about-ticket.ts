// What a mail to staff about a ticket is written from.
import type { Decision, Policy } from "../../policy/index.ts";
import type { Escalated } from "./escalation.ts";

export interface AboutTicket {
  readonly desk: string;
  readonly at: number; // epoch ms
  readonly number: string;
  readonly assignee: { readonly id: string } | null;
  readonly escalated: Escalated | null; // what this event carried a step up
  readonly policy: Policy;
  readonly decision: Decision;
  readonly subject: string;
  readonly customer: string;
  readonly by: string | null; // who did it
  readonly asked: readonly string[]; // clauses that waited for a person before it, or were decided by one
}
