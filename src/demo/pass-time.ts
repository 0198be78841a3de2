// Lets time pass on a demo desk: mails count as delivered without being sent, and every timer that came due has its event.
import type { House } from "../desk/house.ts";
import { change } from "../desk/change.ts";
import { ringing } from "../desk/overdue.ts";
import { dueTimers } from "../desk/timers/due.ts";
import { finishOutbox } from "../desk/outbox/claim.ts";
import { waitingMails } from "../desk/outbox/waiting.ts";
import type { OutboxMail } from "../desk/outbox-mail.ts";

const CLOCK = { kind: "clock", id: null, name: "" } as const;
const MOST = 500; // timers between two events of a story: more means that one sets itself again and again

/** Moves the desk's clock on to `until` (epoch ms). `house.now()` tells what `setClock` was given. */
export async function passTime(house: House, desk: string, until: number, setClock: (at: number) => void): Promise<void> {
  for (let n = 0; n < MOST; n++) {
    await deliver(house, desk);
    const [timer] = await house.database.asDesk(desk, (tx) => dueTimers(tx, until, 1));
    if (!timer) return;
    setClock(timer.at);
    await change(house, desk, ringing(timer));
  }
  throw new Error(`the clock of the desk ${desk} does not come to rest`);
}

async function deliver(house: House, desk: string): Promise<void> {
  for (const mail of await house.database.asDesk(desk, waitingMails)) {
    const { names, what } = mail.payload as OutboxMail;
    if (mail.ticket && names) await change(house, desk, { kind: "delivered", id: `delivered:${mail.id}`, by: CLOCK, ticket: mail.ticket, what: what.mail, names });
    await house.database.asOwner((tx) => finishOutbox(tx, [{ desk, id: mail.id, answer: null }], house.now()));
  }
}
