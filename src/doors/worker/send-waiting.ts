// Sends what waits in the outbox. None is repeated blindly: that a mail may have left is on disk before it is whole on the other side, and
// where no answer was noted after that, it is uncertain and waits for a person. What had not come so far is simply sent again.
import { gathered } from "../../database/gathered.ts";
import type { OutboxRow } from "../../database/rows.gen.ts";
import { change } from "../../desk/change.ts";
import type { House } from "../../desk/house.ts";
import { framesOf, type FrameWords } from "../../desk/frames/reads.ts";
import { quickCommit } from "../../desk/mails/quick-commit.ts";
import { mailIdsOf } from "../../desk/mails/threads.ts";
import { claimOutbox, finishOutbox, forgetOutbox, giveUpOutbox, type Left, leaveUncertain, MOST_TRIES, noteBegan, noteSent, retryOutbox, wasSent } from "../../desk/outbox/claim.ts";
import { type OutgoingMail, Refused, type Transport, Uncertain } from "../../desk/outbox/transport.ts";
import type { OutboxMail } from "../../desk/outbox-mail.ts";
import { noteUndeliverable } from "../../desk/people/writes.ts";
import { forgetSubscriber } from "../../desk/subscribers/subscribers.ts";
import { composeMail } from "../../words/mails/compose.ts";
import { frameOf, isFramable } from "../../words/mails/frames/framable.ts";
import { backoff } from "./backoff.ts";
import { inTurn } from "./in-turn.ts";

const AT_ONCE = 50;
const REFERENCES = 20;

/** Takes some waiting mails and sends them; true if there may be more. */
export async function sendWaiting(house: House, send: Transport, fault: (error: unknown) => void): Promise<boolean> {
  const { rows, threads, frames } = await house.database.asOwner(async (tx) => {
    const [claimed] = await Promise.all([claimOutbox(tx, house.now(), AT_ONCE), quickCommit(tx)]); // a claim that is lost is made again
    return {
      rows: claimed,
      threads: await mailIdsOf(
        tx,
        claimed.flatMap(({ desk, ticket }) => (ticket === null ? [] : [{ desk, ticket }])),
        REFERENCES,
      ),
      frames: await framesOf(tx, [...new Set(claimed.map(({ desk }) => desk))]),
    };
  });
  // That a mail was sent may be lost with the machine's power: then it is uncertain, not repeated.
  const finish = gathered<Left>((left) => house.database.asOwner((tx) => Promise.all([quickCommit(tx), finishOutbox(tx, left, house.now())])));
  rows.sort((a, b) => a.made_at - b.made_at || (a.id < b.id ? -1 : 1));
  await inTurn(
    rows,
    (row) => `${row.desk}/${row.ticket ?? row.id}`,
    (row) => sendOne({ house, send, finish, frames }, row, threads.get(row.ticket ?? "") ?? []),
    fault,
  );
  return rows.length === AT_ONCE;
}

interface Hands {
  readonly house: House;
  readonly send: Transport;
  readonly finish: (left: Left) => Promise<void>;
  readonly frames: ReadonlyMap<string, FrameWords>;
}

async function sendOne({ house, send, finish, frames }: Hands, row: OutboxRow, earlier: readonly string[]): Promise<void> {
  const mail = row.payload as OutboxMail;
  let answer: string | null = null;
  if (!wasSent(row)) {
    try {
      answer = (await send(outgoingMail(row, mail, earlier, frames), () => house.database.asDesk(row.desk, (tx) => noteBegan(tx, row, house.now())))) ?? null;
    } catch (error) {
      return failed(house, row, error);
    }
  }
  const secret = mail.what.mail === "sign-in" || mail.what.mail === "code" || mail.what.mail === "subscribe"; // its link or code is a key: once it has left it is nowhere here
  // Who is named was told so by this mail: a fact of its own on the road. It must not be lost between sending and done.
  if (mail.names && row.ticket !== null) {
    await house.database.asDesk(row.desk, (tx) => noteSent(tx, row.id, house.now(), answer));
    await change(house, row.desk, { kind: "delivered", id: `delivered:${row.id}`, by: { kind: "clock", id: null, name: "" }, ticket: row.ticket, what: mail.what.mail, names: true });
  }
  await (secret ? house.database.asDesk(row.desk, (tx) => forgetOutbox(tx, row.id)) : finish({ desk: row.desk, id: row.id, answer }));
}

/** What answers somebody at once; the rest that nobody wrote comes by itself. */
const REPLIES: ReadonlySet<string> = new Set(["confirmation", "refusal", "added", "late-answer", "code", "denied", "sign-in", "subscribe"]);

function outgoingMail(row: OutboxRow, mail: OutboxMail, earlier: readonly string[], frames: Hands["frames"]): OutgoingMail {
  const host = mail.from.address.split("@")[1] ?? "localhost";
  return {
    desk: row.desk,
    id: row.id,
    mailId: mail.mailId,
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
    ...(mail.unsubscribe !== undefined && { unsubscribe: mail.unsubscribe }),
    automatic: mail.automatic ? (REPLIES.has(mail.what.mail) ? "auto-replied" : "auto-generated") : null,
    language: mail.what.input.reader.lang,
    at: row.made_at,
    inReplyTo: mail.inReplyTo ?? earlier.at(-1) ?? null,
    // The first is no mail but the ticket: it makes one conversation of all its mails where the customer wrote none.
    references: row.ticket === null ? [] : [`<ticket.${row.ticket}@${host}>`, ...earlier],
    ...composeMail(mail.what, (isFramable(mail.what) && frames.get(`${row.desk} ${frameOf(mail.what)}`)?.[mail.what.input.reader.lang]) || null),
  };
}

/** Again after 15 s, 30 s, 1 min … at most 4 h, sixteen times in all: about a day. */
async function failed(house: House, row: OutboxRow, error: unknown): Promise<void> {
  const fault = error instanceof Error ? error.message : String(error);
  const over = error instanceof Refused || row.tries >= MOST_TRIES;
  if (error instanceof Uncertain) return house.database.asDesk(row.desk, (tx) => leaveUncertain(tx, row, fault));
  const { to } = row.payload as OutboxMail;
  await house.database.asDesk(row.desk, async (tx) => {
    if (!over) return retryOutbox(tx, row, fault, house.now() + backoff(row.tries));
    if (error instanceof Refused && saysNobody(fault)) {
      await noteUndeliverable(tx, to.address, fault, house.now());
      await forgetSubscriber(tx, to.address);
    }
    return giveUpOutbox(tx, row, fault, house.now());
  });
}

/** The refusal is about the address, not about us or the content. RFC 3463 §3.2; 5.7 is policy. */
const saysNobody = (answer: string): boolean => /\b5\.1\.\d/.test(answer) || (/^55[013]\b/.test(answer) && !/\b5\.\d\.\d/.test(answer));
