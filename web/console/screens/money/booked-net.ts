// What a ticket's charges come to without tax, and what of it somebody proposes to give back.
import type { Ticket } from "../../../shared/shapes.ts";

type Charge = Ticket["charges"][number];

/** Cents without tax: booked, and beside it what waits to be given back (below zero). */
export function bookedNet(charges: readonly Charge[]): { readonly net: number; readonly asked: number } {
  const sum = (wanted: (charge: Charge) => boolean): number => charges.filter(wanted).reduce((all, each) => all + each.quote.net.cents, 0);
  return { net: sum((each) => each.state === "booked"), asked: sum((each) => each.state === "proposed" && each.quote.net.cents < 0) };
}
