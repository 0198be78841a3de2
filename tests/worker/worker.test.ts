// The worker: mail leaves once, comes again after trouble, and what comes due happens without anybody.
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import type { OutboxRow, PromisesRow, TicketsRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor, Event } from "../../src/desk/event.ts";
import { claimOutbox, LEASE, MOST_TRIES } from "../../src/desk/outbox/claim.ts";
import { settleOutbox } from "../../src/desk/outbox/settle.ts";
import { signInOutbox } from "../../src/desk/outbox/sign-in.ts";
import { Refused, type OutgoingMail, type Transport, Uncertain } from "../../src/desk/outbox/transport.ts";
import { smtpTransport } from "../../src/doors/mail/out/smtp-transport.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { startWorker } from "../../src/doors/worker/worker.ts";
import { MONDAY, smallDesk } from "../desk/small-desk.ts";

const { house, database, ids, at } = await smallDesk();
const person: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
let n = 0;
let now = MONDAY;
const later = (ms: number): void => at((now += ms));
const ask = (): Promise<{ ticket: { id: string; number: string } }> =>
  change(house, "small", {
    kind: "ask",
    id: `worker:${++n}`,
    by: person,
    asker: { id: ids.contact },
    subject: `Question ${n}`,
    said: { text: "Comment faire ?", channel: "mail", mailId: `<q${n}@paid.example>` },
  } satisfies Event);
const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk("small", (tx) => tx.query<R>(sql, params));
const outboxOf = async (ticket: string): Promise<OutboxRow | undefined> => (await rows<OutboxRow>("select * from outbox where ticket = $1", ticket))[0];
const faults: unknown[] = [];
const sendAll = async (send: Transport): Promise<void> => {
  while (await sendWaiting(house, send, (error) => faults.push(error)));
};
const into =
  (sent: OutgoingMail[]): Transport =>
  async (mail) =>
    void sent.push(mail);

async function until(true_: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 45_000; performance.now() < end; await wait(25)) if (await true_()) return;
  throw new Error("it did not come true in 45 seconds");
}

test("a mail leaves through a real server with the headers of its conversation", async () => {
  const raw: string[] = [];
  const elsewhere = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    async onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      raw.push(Buffer.concat(chunks).toString());
      done();
    },
  });
  const port = await new Promise<number>((resolve) => {
    const server = elsewhere.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
  const out = smtpTransport(`smtp://127.0.0.1:${port}?ignoreTLS=true`);
  afterAll(() => {
    out.close();
    elsewhere.close();
  });
  const { ticket } = await ask();
  await sendAll(out.send);
  expect(raw).toHaveLength(1);
  const headers = raw[0]?.replaceAll(/\r\n[ \t]+/g, " ") ?? "";
  expect(headers).toMatch(/^From: Support Petit <help@small\.example>\r$/m);
  expect(headers).toContain(`Subject: [${ticket.number}] Question ${n}`);
  expect(headers).toContain(`In-Reply-To: <q${n}@paid.example>`);
  expect(headers).toMatch(new RegExp(`References: <ticket\\.${ticket.id}@small\\.example> <q${n}@paid\\.example>`));
  expect(headers).toContain("Auto-Submitted: auto-replied");
  expect(headers).toContain("Content-Language: fr");
  const row = await outboxOf(ticket.id);
  expect(headers).toContain(`Message-ID: ${(row?.payload as { mailId: string } | undefined)?.mailId ?? "no row"}`);
  expect(row?.done_at).not.toBeNull();
});

test("a mail that named the expert is an event on the ticket once it has left, and only then", async () => {
  const { ticket } = await ask();
  const delivered = (): Promise<object[]> => rows("select 1 from events where ticket = $1 and kind = 'delivered'", ticket.id);
  expect(await delivered()).toHaveLength(0);
  await sendAll(into([]));
  expect(await delivered()).toHaveLength(1);
});

test("a server that is away is tried again, later each time, and the fault can be read meanwhile", async () => {
  const { ticket } = await ask();
  await sendAll(() => Promise.reject(new Error("connection refused")));
  expect(await outboxOf(ticket.id)).toMatchObject({ tries: 1, fault: "connection refused", done_at: null });
  const sent: OutgoingMail[] = [];
  await sendAll(into(sent));
  expect(sent).toHaveLength(0);
  later(16_000);
  await sendAll(into(sent));
  expect(sent).toHaveLength(1);
  expect(await outboxOf(ticket.id)).toMatchObject({ tries: 2, fault: null });
});

test("a mail that the other server refuses for good is given up at once, one that never leaves after many tries; both stay to be seen", async () => {
  const refused = await ask();
  await sendAll(() => Promise.reject(new Refused("550 no such user")));
  expect(await rows("select bounced_why from people where bounced_at is not null")).toEqual([{ bounced_why: "550 no such user" }]);
  const hopeless = await ask();
  for (let tries = 0; tries <= MOST_TRIES; tries += 1) {
    await sendAll(() => Promise.reject(new Error("timeout")));
    later(5 * 3_600_000);
  }
  const row = await outboxOf(refused.ticket.id);
  expect(row).toMatchObject({ fault: "550 no such user", tries: 1, done_at: null });
  expect(row?.given_up_at).not.toBeNull();
  expect(await outboxOf(hopeless.ticket.id)).toMatchObject({ fault: "timeout", tries: MOST_TRIES, done_at: null });
  await database.asDesk("small", (tx) => settleOutbox(tx, row?.id ?? "", "again", "Ada", now));
  const sent: OutgoingMail[] = [];
  await sendAll(into(sent));
  expect(sent.map((m) => m.id)).toEqual([row?.id]);
  await sendAll(into([])); // what followed from its being late
});

test("a worker that dies before the mail is whole on the other side: it is sent again, once", async () => {
  await sendAll(into([])); // what the days before brought
  const { ticket } = await ask();
  let tried = 0;
  void sendWaiting(
    house,
    () => {
      tried += 1;
      return new Promise(() => undefined); // nothing was handed over, and the process is gone
    },
    (error) => faults.push(error),
  );
  await until(async () => tried === 1);
  const sent: OutgoingMail[] = [];
  await sendAll(into(sent));
  expect(sent).toHaveLength(0); // still held
  later(LEASE + 1);
  await sendAll(into(sent));
  later(LEASE + 1);
  await sendAll(into(sent));
  expect(sent).toHaveLength(1);
  expect((await outboxOf(ticket.id))?.done_at).not.toBeNull();
});

test("a worker that dies between sending and noting leaves an uncertain mail, which no worker repeats and a person settles", async () => {
  await sendAll(into([])); // what the days before brought
  const { ticket } = await ask();
  const first: OutgoingMail[] = [];
  void sendWaiting(
    house,
    async (mail, began) => {
      await began();
      first.push(mail);
      return new Promise(() => undefined); // it has left, and the process is gone
    },
    (error) => faults.push(error),
  );
  await until(async () => first.length === 1);
  const state = async (): Promise<string | undefined> => (await rows<{ state: string }>("select outbox_state(o, at_ms($2)) as state from outbox o where ticket = $1", ticket.id, now))[0]?.state;
  expect(await state()).toBe("sending");
  later(LEASE + 1);
  expect(await state()).toBe("uncertain");
  const second: OutgoingMail[] = [];
  await sendAll(into(second));
  later(10 * 86_400_000);
  await sendAll(into(second));
  expect(second).toHaveLength(0);
  const id = (await outboxOf(ticket.id))?.id ?? "";
  const settle = (as: "sent" | "again" | "left"): Promise<void> => database.asDesk("small", (tx) => settleOutbox(tx, id, as, "Ada", now));
  await expect(settle("left")).rejects.toThrow("uncertain");
  await settle("again");
  await sendAll(into(second));
  expect(second.map((m) => m.mailId)).toEqual(first.map((m) => m.mailId));
  expect(await rows("select settled_by, outbox_state(o, at_ms($2)) as state from outbox o where id = $1", id, now)).toEqual([{ settled_by: "Ada", state: "sent" }]);
  await expect(settle("again")).rejects.toThrow("The mail has left already.");
});

test("a worker that was held up so long that another took its mail neither sends it nor undoes what the other did", async () => {
  await sendAll(into([])); // what the days before brought
  await ask();
  const sent: OutgoingMail[] = [];
  const slow: { go: () => void } = { go: () => undefined };
  let reached = 0;
  const first = sendWaiting(
    house,
    async (mail, began) => {
      reached += 1;
      await new Promise<void>((resolve) => (slow.go = resolve));
      await began();
      sent.push(mail);
    },
    (error) => faults.push(error),
  );
  await until(async () => reached === 1);
  later(LEASE + 1);
  let second = 0;
  void sendWaiting(
    house,
    async (_mail, began) => {
      await began();
      second += 1;
      return new Promise(() => undefined); // it is under way
    },
    (error) => faults.push(error),
  );
  await until(async () => second === 1);
  slow.go();
  await first;
  expect(sent).toHaveLength(0);
  expect(await rows("select outbox_state(o, at_ms($1)) as state from outbox o where done_at is null and began_at is not null", now)).toEqual([{ state: "sending" }]);
  later(LEASE + 1);
  const [row] = await rows<OutboxRow>("select * from outbox where began_at is not null");
  await database.asDesk("small", (tx) => settleOutbox(tx, row?.id ?? "", "sent", "Ada", now));
  await sendAll(into([]));
});

test("what counts as sent by a person's word brings about what sending would have", async () => {
  const { ticket } = await ask();
  await sendAll(async (_mail, began) => {
    await began();
    throw new Uncertain("the line went dead");
  });
  const row = await outboxOf(ticket.id);
  expect(row).toMatchObject({ fault: "the line went dead", done_at: null, given_up_at: null });
  expect(await rows("select 1 from events where ticket = $1 and kind = 'delivered'", ticket.id)).toHaveLength(0);
  await database.asDesk("small", (tx) => settleOutbox(tx, row?.id ?? "", "sent", "Ada", now));
  const sent: OutgoingMail[] = [];
  await sendAll(into(sent));
  expect(sent).toHaveLength(0);
  expect((await outboxOf(ticket.id))?.done_at).not.toBeNull();
  expect(await rows("select 1 from events where ticket = $1 and kind = 'delivered'", ticket.id)).toHaveLength(1);
});

test("several workers at once send each mail once", async () => {
  const tickets = await Promise.all(Array.from({ length: 30 }, ask));
  const sent: OutgoingMail[] = [];
  await Promise.all([1, 2, 3].map(() => sendAll(into(sent))));
  expect(sent.map((m) => m.id).sort()).toEqual([...new Set(sent.map((m) => m.id))].sort());
  expect(sent).toHaveLength(tickets.length);
});

test("a sign-in mail leaves like any other, and its link is nowhere afterwards", async () => {
  await database.asDesk("small", (tx) =>
    tx.writeAll(
      signInOutbox(
        house,
        "small",
        { name: "Léa", address: "lea@paid.example" },
        {
          desk: { name: "Support Petit", address: "help@small.example", url: "http://127.0.0.1:8080/small" },
          reader: { name: "Léa", lang: "fr", zone: "Europe/Paris" },
          url: "http://127.0.0.1:8080/small/sign-in/secret-token",
          valid: { amount: 30, unit: "minutes" },
        },
      ),
    ),
  );
  const sent: OutgoingMail[] = [];
  await sendAll(into(sent));
  expect(sent[0]?.text).toContain("secret-token");
  expect(await rows("select 1 from outbox where payload::text like '%secret-token%'")).toHaveLength(0);
});

test("a promise that comes due without an answer is broken by its timer, once, by however many workers", async () => {
  const { ticket } = await ask();
  later(10 * 86_400_000);
  await Promise.all([1, 2, 3].map(() => ringTimers(house, (error) => faults.push(error))));
  while (await ringTimers(house, (error) => faults.push(error)));
  const [promise] = await rows<PromisesRow>("select * from promises where ticket = $1", ticket.id);
  expect(promise?.state).toBe("broken");
  const what = (await rows<OutboxRow>("select payload from outbox where ticket = $1 order by made_at, id", ticket.id)).map((r) => (r.payload as { what: { mail: string } }).what.mail);
  expect(what).toEqual(["confirmation", "apology"]);
  const sent: OutgoingMail[] = [];
  await sendAll(into(sent));
  expect(new Set(sent.filter((m) => m.references.includes(`<ticket.${ticket.id}@small.example>`)).map((m) => m.automatic))).toEqual(new Set(["auto-replied", "auto-generated"]));
});

test("a running worker sends when it is called, rings by itself, reads what was left unread, and ends cleanly", async () => {
  const sent: OutgoingMail[] = [];
  const ages: number[] = [];
  const worker = startWorker(house, { send: into(sent), every: 50, replay: async (age) => (ages.push(age) > 1 ? 0 : 1), fault: (error) => faults.push(error) });
  const { ticket } = await ask();
  worker.wake();
  await until(async () => (await outboxOf(ticket.id))?.done_at != null);
  await change(house, "small", { kind: "answer", id: "worker:answer", by: { kind: "staff", id: ids.expert, name: "Ana Petit" }, ticket: ticket.id, said: { text: "Alors ?", channel: "console" } });
  later(15 * 86_400_000);
  await until(async () => (await rows<TicketsRow>("select * from tickets where id = $1", ticket.id))[0]?.status === "closed");
  await until(async () => sent.filter((m) => m.subject.includes(ticket.number)).length === 3); // confirmation, answer, closing
  await worker.stop();
  expect(ages.slice(0, 2)).toEqual([0, 0]);
  await ask();
  worker.wake();
  await wait(150);
  expect(await database.asOwner((tx) => claimOutbox(tx, house.now(), 10))).toHaveLength(1);
  expect(faults).toEqual([]);
});
