// Live: what one may see arrives at once, in order, without a hole, also after the line was cut.
import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import { liveFeed } from "../../src/doors/api/live.ts";
import { apiDesk, type Caller } from "./api-desk.ts";

const { call, lea, luc, cam, agent, lead, admin, session, base, house, database, ids, live } = await apiDesk();
interface Heard {
  id: string;
  data: Record<string, unknown> | null;
}
const open: AbortController[] = [];
afterEach(() => open.splice(0).forEach((each) => each.abort()));

/** Listens until `until` holds of what was heard, at most thirty seconds. */
async function hear(as: Caller, from?: string) {
  const abort = new AbortController();
  open.push(abort);
  const response = await fetch(`${base}/api/small/live`, { headers: { ...as.headers, ...(from !== undefined && { "last-event-id": from }) }, signal: abort.signal });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const heard: Heard[] = [];
  void (async () => {
    let rest = "";
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
        const [id, data] = [field("id"), field("data")];
        if (id !== undefined || data !== undefined) heard.push({ id: id ?? "", data: data === undefined ? null : (JSON.parse(data) as Record<string, unknown>) });
      }
    }
  })().catch(() => undefined);
  const until = async (holds: (heard: readonly Heard[]) => boolean): Promise<Heard[]> => {
    for (const end = performance.now() + 30_000; !holds(heard) && performance.now() < end; ) await new Promise((done) => setTimeout(done, 20));
    return heard;
  };
  return { heard, until, stop: () => abort.abort() };
}
const opened = async (who = lea): Promise<string> => (await call<{ number: string }>(who, "POST", "/tickets", { subject: "Direct", text: "…" })).body.number;
const kinds = (heard: readonly Heard[], ticket: string): unknown[] => heard.filter((h) => h.data?.["ticket"] === ticket && h.data["kind"] !== "presence").map((h) => h.data?.["kind"]);

test("an agent hears of every change; a customer only of their own tickets, and never that a note was written", async () => {
  const [staff, customer, stranger] = [await hear(agent), await hear(lea), await hear(luc)];
  const number = await opened();
  await call(agent, "POST", `/tickets/${number}/notes`, { text: "intern" });
  await call(agent, "POST", `/tickets/${number}/answers`, { text: "Voilà." });
  expect(kinds(await staff.until((h) => kinds(h, number).length === 3), number)).toEqual(["ask", "note", "answer"]);
  expect(kinds(await customer.until((h) => kinds(h, number).length === 2), number)).toEqual(["ask", "answer"]);
  expect(stranger.heard.filter((h) => h.data)).toEqual([]);
});

test("whoever was away resumes where they left off, with nothing lost and nothing twice", async () => {
  const first = await hear(agent);
  const one = await opened();
  const [last] = (await first.until((h) => kinds(h, one).length === 1)).slice(-1);
  first.stop();
  const two = await opened();
  const three = await opened();
  const again = await hear(agent, last!.id);
  const heard = await again.until((h) => kinds(h, three).length === 1);
  expect([one, two, three].map((number) => kinds(heard, number))).toEqual([[], ["ask"], ["ask"]]);
});

test("a transaction that began earlier and commits later is not passed over", async () => {
  const staff = await hear(agent);
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  let begun = (): void => undefined;
  const began = new Promise<void>((done) => (begun = done));
  const late = database.asDesk("small", async (tx) => {
    await tx.run("insert into events (desk, id, kind, by_kind, at, detail) values ('small', $1, 'late', 'desk', now(), '{}')", [`late:${randomUUID()}`]);
    begun();
    await held;
  });
  await began;
  const number = await opened(); // commits first, with the younger transaction
  await new Promise((done) => setTimeout(done, 300));
  release();
  await late;
  const heard = await staff.until((h) => kinds(h, number).length === 1);
  const told = heard.filter((h) => h.data && (h.data["kind"] === "late" || h.data["ticket"] === number)).map((h) => h.data?.["kind"]);
  expect(told).toEqual(["late", "ask"]);
});

test("agents see who reads and who writes beside them; customers do not", async () => {
  const number = await opened();
  const [staff, customer] = [await hear(lead), await hear(lea)];
  await call(agent, "PUT", `/tickets/${number}/presence`, { doing: "writing" });
  const heard = await staff.until((h) => h.some((e) => e.data?.["kind"] === "presence"));
  expect(heard.find((h) => h.data?.["kind"] === "presence")?.data).toEqual({ kind: "presence", ticket: number, who: [{ id: ids.expert, name: "Ana Petit", doing: "writing" }] });
  expect((await call<{ present: unknown }>(lead, "GET", `/tickets/${number}`)).body.present).toEqual([{ id: ids.expert, name: "Ana Petit", doing: "writing" }]);
  expect((await call<{ present: unknown }>(lea, "GET", `/tickets/${number}`)).body.present).toEqual([]);
  expect(customer.heard.filter((h) => h.data)).toEqual([]);
});

test("what another server process writes is heard as well", async () => {
  const staff = await hear(agent);
  const other = { ...house, changed: () => undefined }; // another process: nothing of it reaches this feed but the database
  const { ticket } = await change(other, "small", {
    kind: "ask",
    id: "other:1",
    by: { kind: "person", id: ids.contact, name: "Léa" },
    asker: { id: ids.contact },
    subject: "x",
    said: { text: "y", channel: "mail" },
  });
  expect(kinds(await staff.until((h) => kinds(h, ticket.number).length === 1), ticket.number)).toEqual(["ask"]);
  expect(live.present.on("small", ticket.number)).toEqual([]);
});

test("whoever is limited to their own tickets, or is signed out, hears of nobody else's from then on", async () => {
  const leaving = await session("small", "person", ids.contact);
  const [customer, left] = [await hear(cam), await hear(leaving)];
  const before = await opened();
  expect(kinds(await customer.until((h) => kinds(h, before).length === 1), before)).toEqual(["ask"]);
  expect(kinds(await left.until((h) => kinds(h, before).length === 1), before)).toEqual(["ask"]);
  await call(admin, "POST", `/organisations/${ids.paid}/people`, { name: "Cam Colleague", email: "cam@paid.example", sees: "own" });
  await call(leaving, "DELETE", "/session");
  const after = await opened();
  const own = await opened(cam);
  const heard = await customer.until((h) => kinds(h, own).length === 1);
  expect(kinds(heard, own)).toEqual(["ask"]);
  expect(kinds(heard, after)).toEqual([]);
  expect(kinds(left.heard, after)).toEqual([]);
});

test("whoever comes back from long ago reads what they missed by themselves: nobody else waits for it", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  let hold = false;
  const slow: typeof database = {
    ...database,
    async asDesk(desk, work, how) {
      const waits = hold;
      hold = false;
      if (waits) await held;
      return database.asDesk(desk, work, how);
    },
  };
  const feed = liveFeed(slow, () => undefined);
  const heard = { now: [] as string[], old: [] as string[] };
  const into = (list: string[]) => ({ event: ({ number }: { number: string | null }) => void list.push(number ?? ""), present: () => undefined });
  try {
    const first = await opened();
    await feed.watch("small", null, into(heard.now));
    hold = true; // the next read is of what was missed
    await feed.watch("small", { tx: "0", seq: 0 }, into(heard.old));
    const second = await opened();
    await expect.poll(() => heard.now, { timeout: 30_000 }).toContain(second);
    expect(heard.old).toEqual([]);
    release();
    await expect.poll(() => heard.old, { timeout: 30_000 }).toContain(second);
    expect(heard.old.filter((number) => number === first || number === second)).toEqual([first, second]);
  } finally {
    release();
    await feed.close();
  }
});
