// A real server is killed again and again while sixteen programs ask by HTTP at once: what was answered 201 is there, whole and once.
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { embeddedUrl } from "../../src/database/embedded-account.ts";
import { DEMO_PASSWORD } from "../../src/demo/demo-desks.ts";
import { dataFolder, type Server, startServer } from "./run-server.ts";

const data = await dataFolder();
const DESK = "technical-support";
const PROGRAMS = 16;
const KILLS = 3;

interface Whole {
  readonly number: string;
  readonly messages: number;
  readonly decisions: number;
  readonly mails: number;
  readonly events: number;
}

test("every request that was answered is there whole, one that was sent again with its key is there once, and nothing is there in part", { timeout: 240_000 }, async () => {
  const env = { LOG_LEVEL: "silent" };
  let server: Server = await startServer(data, env);
  const json = { "content-type": "application/json", "x-troth": "1" };
  const session = await fetch(`${server.url}/api/${DESK}/session`, { method: "POST", headers: json, body: JSON.stringify({ email: `owen.fitch@${DESK}.example`, password: DEMO_PASSWORD }) });
  const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
  const made = await fetch(`${server.url}/api/${DESK}/keys`, { method: "POST", headers: { ...json, cookie }, body: JSON.stringify({ name: "asking", scopes: ["tickets:read", "tickets:write"] }) });
  const { key } = (await made.json()) as { key: string };

  const answered = new Map<string, string>(); // subject to number
  let over = false;
  const asking = Array.from({ length: PROGRAMS }, async (_, program) => {
    for (let n = 0; !over; n += 1) {
      const subject = `Asked ${program}-${n}`;
      const request = {
        method: "POST",
        headers: { ...json, authorization: `Bearer ${key}`, "idempotency-key": randomUUID() },
        body: JSON.stringify({ subject, text: "The checkout page shows an error since this morning.", requester: { email: `p${program}@asks.example`, name: `Program ${program}` } }),
      };
      for (let number: string | null = null; number === null; ) {
        const answer = await fetch(`${server.url}/api/${DESK}/tickets`, { ...request, signal: AbortSignal.timeout(30_000) }).catch(() => null);
        if (answer?.status === 201) answered.set(subject, (number = ((await answer.json()) as { number: string }).number));
        else if (over) break;
        else await wait(100); // no answer is no promise: the same request again, with the same key
      }
    }
  });
  for (let kills = 0; kills < KILLS; kills += 1) {
    const before = answered.size;
    for (const end = Date.now() + 30_000; answered.size < before + 60 && Date.now() < end; ) await wait(20);
    await wait(randomInt(0, 300));
    expect(await server.stop("SIGKILL")).toBe("SIGKILL");
    server = await startServer(data, env);
  }
  const before = answered.size;
  for (const end = Date.now() + 30_000; answered.size < before + 60 && Date.now() < end; ) await wait(20);
  over = true;
  await Promise.all(asking);

  const client = new pg.Client({ connectionString: (await embeddedUrl(data)) ?? "" });
  await client.connect();
  const count = (table: string): string => `(select count(*)::int from ${table} x where x.desk = t.desk and x.ticket = t.id)`;
  const { rows } = await client.query<Whole & { subject: string }>(
    `select t.subject, t.number, ${count("messages")} as messages, ${count("decisions")} as decisions, ${count("outbox")} as mails, ${count("events")} as events
     from tickets t where t.desk = '${DESK}' and t.subject like 'Asked %'`,
  );
  const shared = await client.query<{ n: number }>(`select count(*)::int as n from (select tx from events where desk = '${DESK}' and kind = 'ask' group by tx having count(*) > 1) s`);
  await client.end();
  await server.stop();

  const bySubject = new Map(rows.map((row) => [row.subject, row]));
  expect(rows).toHaveLength(bySubject.size);
  for (const [subject, number] of answered) expect(bySubject.get(subject)?.number, subject).toBe(number);
  expect(rows.filter((row) => row.messages !== 1 || row.decisions !== 1 || row.mails > 1 || row.events < 1)).toEqual([]);
  expect(shared.rows[0]!.n).toBeGreaterThan(0); // some did come at once
});
