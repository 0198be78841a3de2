// The ledger: every promise with how it ended, its sums, and who may read what of it.
import { expect, test } from "vitest";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { apiDesk } from "./api-desk.ts";

const { call, key, session, database, house, ids, at } = await apiDesk();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const as = {
  lead: () => session("small", "staff", ids.lead),
  agent: () => session("small", "staff", ids.expert),
  admin: () => session("small", "staff", ids.admin),
  lea: () => session("small", "person", ids.contact),
};
const on = async <T>(who: keyof typeof as | null, method: string, path: string, body?: unknown) => call<T>(who === null ? null : await as[who](), method, path, body);
const ben = await database.asDesk("small", (tx) =>
  keepStaff(tx, "small", { name: 'Ben, "=1+1"', email: "ben@small.example", role: "agent", language: "en", trained: [], present: false, demo: false }, "no-password", MONDAY),
);

const ask = async (topic?: string): Promise<string> => (await on<{ number: string }>("lea", "POST", "/tickets", { subject: "Bonjour", text: "…", ...(topic && { topic }) })).body.number;
const give = (number: string, to: string) => on("lead", "PUT", `/tickets/${number}/assignee`, { to });
const answer = (number: string) => on("agent", "POST", `/tickets/${number}/answers`, { text: "Voilà." });
const ring = async (): Promise<void> => {
  while (
    await ringTimers(house, (error) => {
      throw error;
    })
  );
};

interface Entry {
  ticket: string;
  state: string;
  kind: string;
  clause: string;
  policyVersion: number;
  due: string;
  endedAt: string | null;
  metAt: string | null;
  goalMet: boolean | null;
  expert: string | null;
  topic: string | null;
}
interface Page {
  items: Entry[];
  next: string | null;
}
interface Item {
  key: string;
  label: string;
  kept: number | null;
  broken: number | null;
  withdrawn: number | null;
  shielded: boolean;
}
interface Sums {
  from: string;
  to: string;
  items: Item[];
  whole: Omit<Item, "key" | "label">;
  live: { running: number; paused: number; late: number } | null;
}
const sums = async (by: string, more = ""): Promise<Sums> => (await on<Sums>("lead", "GET", `/ledger/sums?by=${by}${more}`)).body;

// Two weeks at the desk: seven kept by Ana in the first, one broken and done after all; in the second one kept by Ben, one closed unanswered, one that runs.
const first: string[] = [];
for (let i = 0; i < 8; i++) first.push(await ask(i < 6 ? "how-to" : undefined));
for (const number of first) await give(number, ids.expert);
at(MONDAY + HOUR);
for (const number of first.slice(0, 7)) await answer(number);
at(MONDAY + 3 * DAY);
await ring();
await answer(first[7]!);
at(MONDAY + 7 * DAY);
const [bens, closed, runs] = [await ask("how-to"), await ask(), await ask()];
await give(bens, ben);
await answer(bens);
await on("lead", "PUT", `/tickets/${closed}/closure`, { outcome: "unresolved" });

test("every promise is there once, with its clause, version, times, how it ended, whose it was and about what", async () => {
  const { items } = (await on<Page>("lead", "GET", "/ledger?limit=100")).body;
  expect(items).toHaveLength(11);
  const of = (number: string) => items.find((e) => e.ticket === number);
  expect(of(first[0]!)).toMatchObject({
    state: "kept",
    kind: "first-answer",
    clause: "answer",
    policyVersion: 1,
    due: "2026-03-04T17:00:00.000Z",
    endedAt: "2026-03-02T10:00:00.000Z",
    goalMet: true,
    expert: "Ana Petit",
    topic: "how-to",
  });
  expect(of(first[7]!)).toMatchObject({ state: "broken", endedAt: "2026-03-04T17:00:00.000Z", metAt: "2026-03-05T09:00:00.000Z", goalMet: null, topic: null });
  expect(of(closed)).toMatchObject({ state: "withdrawn" });
  expect(of(runs)).toMatchObject({ state: "running", endedAt: null });
});

test("it is read page by page, and by state, clause, expert, topic and time", async () => {
  const read: string[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const { body }: { body: Page } = await on<Page>("lead", "GET", `/ledger?limit=4${cursor === null ? "" : `&cursor=${cursor}`}`);
    read.push(...body.items.map((e) => e.ticket));
    cursor = body.next;
    more = cursor !== null;
  }
  expect(new Set(read).size).toBe(11);
  const count = async (query: string) => (await on<Page>("lead", "GET", `/ledger?limit=100&${query}`)).body.items.length;
  expect(await count("state=kept")).toBe(8);
  expect(await count(`expert=${ben}`)).toBe(1);
  expect(await count("topic=how-to&state=kept")).toBe(7);
  expect(await count("from=2026-03-09T00:00:00Z")).toBe(3);
  expect(await count("clause=of-nothing")).toBe(0);
});

test("the sums say how many were kept of how many, by clause, kind, week, expert and topic, and agree with the list", async () => {
  expect((await sums("clause")).items).toEqual([{ key: "answer", label: expect.stringContaining("§"), kept: 8, broken: 1, withdrawn: 1, shielded: false }]);
  const weeks = (await sums("week")).items.filter((w) => w.kept || w.broken || w.withdrawn);
  expect(weeks.map((w) => [w.key, w.kept, w.broken, w.withdrawn])).toEqual([
    ["2026-03-02", 7, 1, 0],
    ["2026-03-09", 1, 0, 1],
  ]);
  expect((await sums("topic")).items.find((t) => t.key === "how-to")).toMatchObject({ kept: 7, broken: 0 });
  expect(await sums("kind", "&from=2026-03-09&to=2026-03-10")).toMatchObject({
    from: "2026-03-09",
    to: "2026-03-16",
    whole: { kept: 1, broken: 0, withdrawn: 1 },
    live: { running: 1, paused: 0, late: 0 },
  });
  expect((await sums("week")).items).toHaveLength(13); // a week in which nothing ended is one too
});

test("an expert of whom few ended is not told, nor one that could be worked out from the whole", async () => {
  const experts = (await sums("expert")).items;
  expect(experts.every((e) => e.shielded && e.kept === null)).toBe(true); // Ben had one; Ana's would give it away
  for (let i = 0; i < 5; i++) {
    const number = await ask();
    await give(number, ben);
    await answer(number);
  }
  const told = (await sums("expert")).items;
  expect(told.find((e) => e.key === ben)).toMatchObject({ kept: 6, broken: 0, shielded: false });
  expect(told.find((e) => e.key === ids.expert)).toMatchObject({ kept: 7, broken: 1 });
});

test("it can be saved as CSV, in which no cell is a formula", async () => {
  const { status, text, headers } = await on("lead", "GET", "/ledger.csv?state=kept");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("text/csv");
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(14);
  expect(lines[0]).toMatch(/^ticket,kind,clause,policy_version,/);
  expect(lines.find((line) => line.startsWith(bens))).toContain('"Ben, ""=1+1"""');
});

test("agents read their own, customers none; programs need the scope", async () => {
  const mine = (await on<Page>("agent", "GET", "/ledger?limit=100")).body.items;
  expect(mine.length).toBeGreaterThan(7);
  expect(mine.every((e) => e.expert === "Ana Petit")).toBe(true);
  expect((await on("agent", "GET", "/ledger/sums")).status).toBe(403);
  expect((await on("lea", "GET", "/ledger")).status).toBe(403);
  expect((await call(await key("tickets:read"), "GET", "/ledger")).status).toBe(200);
  expect((await call(await key("customers:read"), "GET", "/ledger")).status).toBe(403);
});

test("a desk publishes its sums only where it says so, and then nothing small and nobody's name", async () => {
  const published = (query = "") => call<Sums>(null, "GET", `/ledger/published${query}`);
  expect((await published()).status).toBe(404);
  expect((await on("lead", "PUT", "/ledger/publication", { sums: true })).status).toBe(403);
  expect((await on("admin", "PUT", "/ledger/publication", { sums: true })).body).toEqual({ sums: true });
  expect((await published()).body).toMatchObject({ items: [{ key: "answer", kept: 13, broken: 1, shielded: false }], live: null });
  expect((await published("?by=expert")).status).toBe(400);
  await on("admin", "PUT", "/ledger/publication", { sums: false });
  expect((await published()).status).toBe(404);
});

test("counted anew, the sums are what they were", async () => {
  const before = await sums("week");
  await database.asOwner((tx) => tx.query("select recount_ledger('small')"));
  expect(await sums("week")).toEqual(before);
});

test("a time that was told otherwise is a lead's to see, and nobody else's", async () => {
  const number = await ask();
  expect((await on<{ items: object[] }>("lead", "GET", "/ledger/drifts")).body.items).toEqual([]);
  const told = (await on<Page>("lead", "GET", "/ledger?limit=50")).body.items.find((p) => p.ticket === number && p.kind === "first-answer")?.due ?? "";
  await database.asDesk("small", (tx) =>
    tx.run(
      `update promises p set due = due + interval '1 hour', drift = jsonb_build_object('at', $2::double precision, 'told', extract(epoch from due) * 1000, 'due', extract(epoch from due) * 1000 + 3600000)
       from tickets t where t.desk = p.desk and t.id = p.ticket and t.number = $1 and p.kind = 'first-answer'`,
      [number, house.now()],
    ),
  );
  const seen = await on<{ items: object[] }>("lead", "GET", "/ledger/drifts");
  expect(seen.body.items).toEqual([expect.objectContaining({ ticket: number, subject: "Bonjour", told, due: new Date(Date.parse(told) + HOUR).toISOString(), toldBy: "mail" })]);
  expect((await on("agent", "GET", "/ledger/drifts")).status).toBe(403);
  expect((await on("lea", "GET", "/ledger/drifts")).status).toBe(403);
});
