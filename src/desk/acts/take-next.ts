// Taking the next ticket: chosen under a lock and assigned on the one road, in one transaction.
import { changeIn, inOrder } from "../change.ts";
import type { Actor } from "../event.ts";
import type { House } from "../house.ts";
import { nextFor } from "../tickets/next.ts";

/** The id of the ticket that this member of staff now has in hand; null where nothing waits. */
export function takeNext(house: House, desk: string, by: Actor & { readonly id: string }, eventId: string): Promise<string | null> {
  return inOrder(house, desk, async (tx, order) => {
    const next = await nextFor(tx, by.id, house.now());
    if (!next) return null;
    if (!next.mine) await changeIn(tx, house, desk, { kind: "assign", id: eventId, by, ticket: next.id, to: by.id }, order);
    return next.id;
  });
}
