// What one event will write: filled by the hands, written once, in the event's own transaction.
import type { TicketsRow } from "../database/rows.gen.ts";
import type { Write } from "../database/tx.ts";

/** Columns of the ticket that change. */
export type TicketChange = { -readonly [K in keyof TicketsRow]?: TicketsRow[K] };

export interface Plan {
  readonly writes: Write[];
  readonly ticket: TicketChange;
  /** Updates and deletes beside the inserts: statement and parameters. */
  readonly statements: (readonly [sql: string, params: readonly unknown[]])[];
}

export const emptyPlan = (): Plan => ({ writes: [], ticket: {}, statements: [] });
