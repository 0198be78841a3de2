// How many mails of one person on one ticket are answered by a mail of the desk's own, so that two robots fall silent.
import type { Tx } from "../../database/tx.ts";
import type { Event } from "../event.ts";
import { writtenByMail } from "./threads.ts";

/** So many on one ticket in ten minutes; and so many tickets of one address. */
export const CONFIRMED_AT_ONCE = 3;
const WINDOW = 10 * 60_000;

/** The event, which brings its writer no mail where they have had enough: words, and words that contest, which can be said again without end. To be asked once the ticket is locked: mails that come in the same instant are counted one behind the other. `written` is the event as it came, `at` epoch ms. */
export async function heardEnough(tx: Tx, event: Event, written: Event, at: number): Promise<Event> {
  if ((event.kind !== "message" && event.kind !== "claim" && event.kind !== "ask") || (written.kind !== "message" && written.kind !== "claim") || event.quiet) return event;
  const { by, said } = event;
  if (by.kind !== "person" || by.id === null || said?.channel !== "mail") return event;
  // What begins a request of its own, because its ticket is closed for good, is counted on that one.
  const on = event.kind === "ask" ? written.ticket : event.ticket;
  return (await writtenByMail(tx, on, by.id, at - WINDOW, CONFIRMED_AT_ONCE)) < CONFIRMED_AT_ONCE ? event : { ...event, quiet: true };
}
