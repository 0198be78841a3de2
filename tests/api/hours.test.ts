// Days on which a desk opens otherwise, and announced maintenance: who may say so, what it changes, and what stands as it was told.
import { expect, test } from "vitest";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile } from "../../src/policy/index.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { apiDesk, type Caller } from "./api-desk.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const { call, session, ids, house, database, at } = await apiDesk();
let [lead, agent, person]: Caller[] = [];
/** Moves the clock; who was signed in long ago signs in again. */
const on = async (time: number): Promise<void> => {
  at(time);
  [lead, agent, person] = await Promise.all([session("small", "staff", ids.lead), session("small", "staff", ids.expert), session("small", "person", ids.contact)]);
};
const text = SMALL_POLICY.replace(
  /^remedies:\n/m,
  `  - clause: solution
    promise: solution
    must: 6 hours
    pauses: [maintenance]
    words: { fr: "Une solution en {must}.", en: "A solution within {must}." }
  - clause: told-ahead
    promise: notice
    subject: maintenance
    must: 2 days
    words: { fr: "Nous annonçons les maintenances {must} à l’avance.", en: "We announce maintenance {must} ahead." }
remedies:
`,
).replace("    holidays: FR\n", "    holidays: FR\n    announce: 3 working days\n");
const { policy } = compile(text);
if (!policy) throw new Error("the policy with a pause does not compile");
await database.asOwner((tx) => keepVersion(tx, "small", 2, policy, text, "test"));

interface Told {
  number: string;
  promises: { kind: string; state: string; due: string | null; pauses: { from: string; to: string | null; reason: string }[] }[];
}
interface Made {
  closure: { id: string; hours: string[] };
  standing: { ticket: string; kind: string; due: string }[];
}
const promise = (ticket: Told, kind: string) => ticket.promises.find((p) => p.kind === kind) ?? expect.fail(`no promise of ${kind}`);
const again = async ({ number }: Told): Promise<Told> => (await call<Told>(agent ?? null, "GET", `/tickets/${number}`)).body;
const ask = async (): Promise<Told> => again((await call<Told>(person ?? null, "POST", "/tickets", { subject: "Une question", text: "Comment faire ?" })).body);
const ring = async (): Promise<void> => {
  while (
    await ringTimers(house, (error) => {
      throw error;
    })
  );
};

test("SPEC 13.13: a day that is closed moves what is promised from then on, and leaves standing what was told, which it names", async () => {
  await on(MONDAY); // Monday 10:00: an answer within two working days is due on Wednesday at 18:00
  const before = await ask();
  expect(promise(before, "first-answer").due).toBe("2026-03-04T17:00:00.000Z");
  const { status, body } = await call<Made>(lead ?? null, "POST", "/closures", { calendar: "office", first: "2026-03-04", reason: "The office moves" });
  expect(status).toBe(201);
  expect(body.standing).toEqual([{ ticket: before.number, kind: "first-answer", due: "2026-03-04T17:00:00.000Z" }]);
  expect(promise(await again(before), "first-answer").due).toBe("2026-03-04T17:00:00.000Z");
  expect(promise(await ask(), "first-answer").due).toBe("2026-03-05T17:00:00.000Z");
  expect((await call(lead ?? null, "DELETE", `/closures/${body.closure.id}`)).status).toBe(200);
  expect(promise(await ask(), "first-answer").due).toBe("2026-03-04T17:00:00.000Z");
  expect((await call<{ items: { ended: boolean; reason: string; madeBy: string }[] }>(agent ?? null, "GET", "/closures")).body.items).toMatchObject([
    { ended: true, reason: "The office moves", madeBy: "Lea" },
  ]);
});

test("a desk can open for some hours on a day on which it would be closed", async () => {
  await on(MONDAY + 4 * DAY + 9 * HOUR); // Friday 19:00
  const { body } = await call<Made>(lead ?? null, "POST", "/closures", { calendar: "office", first: "2026-03-07", last: "2026-03-08", hours: ["10:00-12:00"], reason: "A weekend on duty" });
  expect(body.closure.hours).toEqual(["10:00-12:00"]);
  expect(promise(await ask(), "first-answer").due).toBe("2026-03-09T17:00:00.000Z"); // received on Saturday, so that Sunday is the first working day and Monday the second
  await call(lead ?? null, "DELETE", `/closures/${body.closure.id}`);
});

test("every fault of a closure is said at once, and agents and customers make none", async () => {
  const wrong = await call<{ faults: { at: string }[] }>(lead ?? null, "POST", "/closures", {
    calendar: "shop",
    first: "2026-03-14",
    last: "2026-03-11",
    hours: ["09:00-12:00", "11:00-13:00", "25:00-26:00"],
    reason: "x",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.faults.map((f) => f.at)).toEqual(["calendar", "last", "hours.2", "hours"]);
  for (const caller of [agent, person]) expect((await call(caller ?? null, "POST", "/closures", { calendar: "office", first: "2026-03-04", reason: "x" })).status).toBe(403);
});

test("during announced maintenance the clocks that say so stand still, from its first minute to its last", async () => {
  await on(MONDAY);
  const early = await ask(); // a solution within six hours, at 16:00
  expect((await call(agent ?? null, "POST", "/maintenance", { starts: "2026-03-02T11:00:00Z", ends: "2026-03-02T13:00:00Z", words: "The servers move" })).status).toBe(403);
  const { status, body } = await call<{ id: string }>(lead ?? null, "POST", "/maintenance", { starts: "2026-03-02T11:00:00Z", ends: "2026-03-02T13:00:00Z", words: "The servers move" });
  expect(status).toBe(201);
  const late = await ask();
  await on(MONDAY + 2 * HOUR + 7_000); // the worker looked seven seconds late
  await ring();
  for (const ticket of [early, late])
    expect(promise(await again(ticket), "solution")).toMatchObject({ state: "paused", pauses: [{ from: "2026-03-02T11:00:00.000Z", to: null, reason: "maintenance" }] });
  expect(promise(await again(early), "first-answer").state).toBe("running"); // its clause knows no such pause
  const during = await ask();
  expect(promise(during, "solution")).toMatchObject({ state: "paused" });
  await on(MONDAY + 4 * HOUR + 9_000);
  await ring();
  expect(promise(await again(early), "solution")).toMatchObject({ state: "running", due: "2026-03-02T17:00:00.000Z", pauses: [{ from: "2026-03-02T11:00:00.000Z", to: "2026-03-02T13:00:00.000Z" }] });
  expect(promise(await again(during), "solution").state).toBe("running");
  expect((await call<{ items: { id: string; words: string }[] }>(person ?? null, "GET", "/maintenance")).body.items).toMatchObject([{ id: body.id, words: "The servers move" }]);
});

test("maintenance that is called off lets the clocks run at once; what is over cannot be announced", async () => {
  await on(MONDAY + 7 * DAY);
  const ticket = await ask();
  const { body } = await call<{ id: string }>(lead ?? null, "POST", "/maintenance", { starts: "2026-03-09T09:00:00Z", ends: "2026-03-09T19:00:00Z", words: "The servers move again" });
  await ring();
  expect(promise(await again(ticket), "solution").state).toBe("paused");
  await on(MONDAY + 7 * DAY + HOUR);
  expect((await call(lead ?? null, "DELETE", `/maintenance/${body.id}`)).status).toBe(200);
  await ring();
  expect(promise(await again(ticket), "solution")).toMatchObject({ state: "running", due: "2026-03-09T16:00:00.000Z" });
  expect((await call(lead ?? null, "DELETE", `/maintenance/${body.id}`)).status).toBe(404);
  expect((await call(lead ?? null, "POST", "/maintenance", { starts: "2026-03-01T09:00:00Z", ends: "2026-03-01T10:00:00Z", words: "Long ago" })).status).toBe(400);
});

test("SPEC 14.7: that it is announced ahead is measured, for closures and for maintenance, and is promised on no ticket", async () => {
  await on(MONDAY + 14 * DAY);
  const notice = async (what: string, body: object): Promise<unknown> => {
    const made = (await call<{ notice?: unknown; closure?: { id: string; notice: unknown }; id?: string }>(lead ?? null, "POST", `/${what}`, body)).body;
    await call(lead ?? null, "DELETE", `/${what}/${made.closure?.id ?? made.id ?? ""}`);
    return made.closure?.notice ?? made.notice;
  };
  expect(await notice("maintenance", { starts: "2026-03-20T20:00:00Z", ends: "2026-03-20T22:00:00Z", words: "In time" })).toEqual({ by: "2026-03-18T20:00:00.000Z", kept: true });
  expect(await notice("maintenance", { starts: "2026-03-17T20:00:00Z", ends: "2026-03-17T22:00:00Z", words: "Too late" })).toEqual({ by: "2026-03-15T20:00:00.000Z", kept: false });
  expect(await notice("closures", { calendar: "office", first: "2026-03-24", reason: "In time" })).toMatchObject({ kept: true });
  expect(await notice("closures", { calendar: "office", first: "2026-03-18", reason: "Too late" })).toMatchObject({ kept: false });
  expect((await ask()).promises.map((p) => p.kind)).not.toContain("notice");
});
