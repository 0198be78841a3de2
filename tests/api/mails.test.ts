// Mails by the API: handed in raw, looked at, read again, settled; over real HTTP.
import { expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { Refused, Uncertain } from "../../src/desk/outbox/transport.ts";
import { SHUT } from "../../src/doors/api/mail-ways.ts";
import { type MailQueue, mailQueue } from "../../src/doors/mail/mail-queue.ts";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { apiDesk } from "./api-desk.ts";

let queue: MailQueue | null = null;
const desk = await apiDesk((house) => {
  queue = mailQueue(house, (error) => void desk.faults.push(error));
  return { ...SHUT, mostBytes: 10_000, read: queue.add, entrance: { protocol: "lmtp", host: "127.0.0.1", port: 2525, tls: false } };
});
const { base, call, admin, agent, lea, key, house, ids } = desk;
interface Mail {
  readonly sha: string;
  readonly state: string;
  readonly ticket: string | null;
  readonly fault: string | null;
  readonly entrance: string;
}
interface Out {
  readonly id: string;
  readonly state: string;
  readonly ticket: string | null;
  readonly what: string;
  readonly fault: string | null;
  readonly settledBy: string | null;
}

async function handIn(who: { headers: Readonly<Record<string, string>> } | null, raw: string, query = "", type = "message/rfc822"): Promise<{ status: number; body: Mail & { code: string } }> {
  const answer = await fetch(`${base}/api/small/mails${query}`, { method: "POST", headers: { ...who?.headers, "content-type": type }, body: raw });
  return { status: answer.status, body: (await answer.json()) as Mail & { code: string } };
}
const letter = (subject: string): string => `From: Léa <lea@paid.example>\r\nTo: help@small.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@paid.example>\r\n\r\nComment imprimer ?\r\n`;
const one = async (sha: string): Promise<Mail> => (await call<Mail>(admin, "GET", `/inbound-mails/${sha}`)).body;

test("a raw mail is kept, read, and the same again has no second effect", async () => {
  const program = await key("mails:write");
  const first = await handIn(program, letter("premier"), "?recipient=help%2Bvideo@small.example&sender=lea@paid.example");
  expect(first).toMatchObject({ status: 201, body: { entrance: "api", ticket: null } });
  await queue?.settled();
  const after = await one(first.body.sha);
  expect(after).toMatchObject({ state: "done" });
  expect((await call<{ topic: { id: string } }>(agent, "GET", `/tickets/${after.ticket ?? ""}`)).body.topic.id).toBe("video");
  expect((await handIn(program, letter("premier"))).body).toMatchObject({ state: "done", ticket: after.ticket });
  expect((await call<{ items: unknown[] }>(agent, "GET", "/tickets")).body.items).toHaveLength(1);
});

test("who may not, and what is no mail, is refused: a narrow key, a customer, JSON, nothing, too much, another desk's address", async () => {
  const program = await key("mails:write");
  expect((await handIn(await key("tickets:write"), letter("a"))).status).toBe(403);
  expect((await handIn(lea, letter("a"))).status).toBe(403);
  expect((await handIn(program, "{}", "", "application/json")).body.code).toBe("invalid-input");
  expect((await handIn(program, "")).body.code).toBe("invalid-input");
  expect((await handIn(program, letter("a") + "x".repeat(20_000))).status).toBe(413);
  expect((await handIn(program, letter("a") + "x".repeat(3_000_000))).status).toBe(413);
  expect((await handIn(program, letter("a"), "?recipient=help@other.example")).body.code).toBe("invalid-input");
});

test("a mail that was held back is read again when somebody says so; one that is on a ticket is not", async () => {
  const { sha } = (await handIn(await key("mails:write"), letter("retenu"))).body;
  await queue?.settled();
  expect((await call<{ code: string }>(admin, "PUT", `/inbound-mails/${sha}/replay`)).body.code).toBe("changed-meanwhile");
  const held = (await handIn(await key("mails:write"), "\r\n\r\nno headers at all")).body.sha;
  await queue?.settled();
  expect(await one(held)).toMatchObject({ state: "quarantined", fault: expect.any(String) as string });
  expect((await call<{ items: Mail[] }>(admin, "GET", "/inbound-mails?state=quarantined")).body.items.map((m) => m.sha)).toEqual([held]);
  // As if the fault had been ours and were mended: the same bytes, now read.
  await desk.database.asDesk("small", (tx) => tx.run("update inbound_mails set state = 'quarantined', fault = 'a fault of ours', ticket = null where sha = $1", [sha]));
  expect((await call<Mail>(admin, "PUT", `/inbound-mails/${sha}/replay`)).status).toBe(200);
  await queue?.settled();
  expect(await one(sha)).toMatchObject({ state: "done", fault: null });
  expect((await call(agent, "PUT", `/inbound-mails/${sha}/replay`)).status).toBe(403);
  expect((await call(admin, "PUT", `/inbound-mails/${"0".repeat(64)}/replay`)).status).toBe(404);
});

test("a ticket tells of its mails: why each is here, who sent it, and how each that left fared", async () => {
  const [ticket] = (await call<{ items: { number: string }[] }>(agent, "GET", "/tickets")).body.items;
  const path = `/tickets/${ticket?.number ?? ""}/mails`;
  const mails = (await call<{ received: { placed: { how: string }; entrance: string; sender: string }[]; sent: Out[] }>(agent, "GET", path)).body;
  expect(mails.received).toMatchObject([{ placed: { how: "new" }, entrance: "api" }]);
  expect(mails.sent).toMatchObject([{ what: "confirmation", state: "waiting" }]);
  expect((await call(lea, "GET", path)).status).toBe(403);
});

test("uncertain mails and those that were given up wait for a person, who settles them", async () => {
  const faults: unknown[] = [];
  await sendWaiting(
    house,
    () => Promise.resolve(),
    (error) => faults.push(error),
  );
  const opened = (n: number) =>
    change(house, "small", {
      kind: "ask",
      id: `s:${n}`,
      by: { kind: "person", id: ids.contact, name: "Léa" },
      asker: { id: ids.contact },
      subject: `Sort ${n}`,
      said: { text: "Et ?", channel: "portal" },
    });
  const { ticket: doubtful } = await opened(1);
  await sendWaiting(
    house,
    async (_mail, began) => {
      await began();
      throw new Uncertain("the line went dead");
    },
    (error) => faults.push(error),
  );
  await opened(2);
  await sendWaiting(
    house,
    () => Promise.reject(new Refused("550 no such user")),
    (error) => faults.push(error),
  );
  const looked = (await call<{ items: Out[] }>(admin, "GET", "/outgoing-mails")).body.items;
  expect(looked.map((m) => [m.state, m.fault])).toEqual(
    expect.arrayContaining([
      ["failed", "550 no such user"],
      ["uncertain", "the line went dead"],
    ]),
  );
  const health = (await call<{ queue: object; bouncing: object[]; entrance: object; out: string }>(admin, "GET", "/mail-health")).body;
  expect(health).toMatchObject({
    queue: { uncertain: 1, failed: 1, waiting: 0 },
    bouncing: [{ address: "lea@paid.example", times: 1, fault: "550 no such user" }],
    entrance: { protocol: "lmtp", mostBytes: 10_000 },
    out: "caught",
  });
  const uncertain = looked.find((m) => m.ticket === doubtful.number);
  const settle = (id: string | undefined, as: string, who = agent) => call<Out & { code: string }>(who, "PUT", `/outgoing-mails/${id ?? ""}/settlement`, { as });
  expect((await settle(uncertain?.id, "left")).body.code).toBe("changed-meanwhile");
  expect((await settle(uncertain?.id, "sent")).body).toMatchObject({ settledBy: "Ana Petit" });
  await sendWaiting(
    house,
    () => Promise.reject(new Error("must not be sent again")),
    (error) => faults.push(error),
  );
  expect((await call<{ items: Out[] }>(admin, "GET", "/outgoing-mails?state=sent")).body.items.map((m) => m.id)).toContain(uncertain?.id);
  const failed = looked.find((m) => m.state === "failed");
  expect((await settle(failed?.id, "left")).status).toBe(200);
  expect((await call<{ items: Out[] }>(admin, "GET", "/outgoing-mails")).body.items).toEqual([]);
  expect((await settle(failed?.id, "again")).body.state).toBe("waiting");
  expect((await settle("00000000-0000-7000-8000-000000000000", "again")).status).toBe(404);
  expect(faults).toEqual([]);
});
