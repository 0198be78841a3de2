// What a customer was asked to do on a ticket, and how far they are.
import type { ChecklistItemsRow, ChecklistsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export type Checklist = ChecklistsRow & { readonly items: readonly ChecklistItemsRow[] };

/** All lists of the ticket, the oldest first, with their items. */
export async function checklistsOf(tx: Tx, ticket: string): Promise<Checklist[]> {
  const [lists, items] = await Promise.all([
    tx.query<ChecklistsRow>("select * from checklists where desk = troth_desk() and ticket = $1 order by made_at, id", [ticket]),
    tx.query<ChecklistItemsRow>("select * from checklist_items where desk = troth_desk() and ticket = $1 order by n, id", [ticket]),
  ]);
  return lists.map((list) => ({ ...list, items: items.filter((item) => item.list === list.id) }));
}

/** What is still to be done. */
export const openItems = (lists: readonly Checklist[]): ChecklistItemsRow[] => lists.filter((list) => list.ended_at === null).flatMap((list) => list.items.filter((item) => item.state === "open"));
