// Rotas, absences and closures: who is named when somebody asks, and what a change of hours does to what was promised.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { compile } from "../../src/policy/index.ts";
import type { OutboxMail } from "../../src/desk/outbox-mail.ts";
import { composeMail } from "../../src/words/mails/compose.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { apiDesk, type Caller } from "./api-desk.ts";

const { call: callAs, key, session, database, house, ids, at } = await apiDesk();
const [lea, lead, agent, admin] = [
  () => session("small", "person", ids.contact),
  () => session("small", "staff", ids.lead),
  () => session("small", "staff", ids.expert),
  () => session("small", "staff", ids.admin),
];
/** Months go by here, and nobody stays signed in for so long. */
const call = async <T>(as: Caller | null | (() => Promise<Caller>), method: string, path: string, body?: unknown) => callAs<T>(typeof as === "function" ? await as() : as, method, path, body);
const MONDAY = "2026-03-02";
const now = (iso: string): void => at(Date.parse(iso));
const staff = (name: string, trained: readonly string[] = []): Promise<string> =>
  database.asDesk("small", (tx) =>
    keepStaff(tx, "small", { name, email: `${name.split(" ")[0]!.toLowerCase()}@small.example`, role: "agent", language: "fr", trained, present: true, demo: false }, "no-password", house.now()),
  );
const [ben, cara] = [await staff("Ben Moreau"), await staff("Cara Roux", ["video"])];

interface Asked {
  number: string;
  assignee: { id: string; name: string } | null;
  unnamed: string | null;
  promises: { kind: string; due: string; state: string }[];
  timeline: { kind: string; detail: object }[];
}
const ask = async (topic?: string): Promise<Asked> => {
  const { body } = await call<{ number: string }>(lea, "POST", "/tickets", { subject: "Bonjour", text: "…", ...(topic && { topic }) });
  return ticket(body.number);
};
const ticket = async (number: string): Promise<Asked> => (await call<Asked>(lead, "GET", `/tickets/${number}`)).body;
const mails = async (number: string): Promise<{ subject: string; text: string }[]> => {
  const rows = await database.asDesk("small", (tx) =>
    tx.query<{ payload: OutboxMail }>("select o.payload from outbox o join tickets t on t.desk = o.desk and t.id = o.ticket where o.desk = 'small' and t.number = $1 order by o.made_at, o.id", [
      number,
    ]),
  );
  return rows.map((r) => composeMail(r.payload.what));
};
const shift = (who: string, first: string, last: string | null, begins: string, minutes: number, zone = "Europe/Paris") => ({ staff: who, zone, first, last, begins, minutes });
const close = (first: string, last: string) =>
  call<{ closure: { id: string }; tickets: number; faults?: { at: string }[] }>(lead, "POST", "/closures", { calendar: "office", first, last, reason: "Staff day" });
interface Changed {
  findings: { code: string; message: string; example: string }[];
  faults?: { at: string; message: string }[];
}
const put = (path: string, body: object) => call<Changed>(lead, "PUT", path, body);
const ring = async (): Promise<void> => {
  while (
    await ringTimers(house, (error) => {
      throw error;
    })
  );
};

test("without a rota everybody who is present may be named", async () => {
  const rota = (await call<{ keeps: boolean; staff: { onDuty: boolean }[]; holes: object[] }>(lead, "GET", "/rota")).body;
  expect(rota.keeps).toBe(false);
  expect(rota.staff.every((s) => s.onDuty)).toBe(true);
  expect(rota.holes).toEqual([]);
});

test("SPEC 16.4: with a rota only those on duty are named, over midnight too, and a ticket that finds nobody says why", async () => {
  const [day, night] = [randomUUID(), randomUUID()];
  expect((await put(`/shifts/${day}`, shift(ben, MONDAY, null, "09:00", 9 * 60))).status).toBe(200);
  const set = await put(`/shifts/${night}`, shift(ids.expert, MONDAY, MONDAY, "22:00", 8 * 60));
  expect(set.body.findings.map((f) => f.code)).toContain("hole"); // Tuesday to Friday nobody is there
  now("2026-03-02T09:30:00Z");
  expect((await ask()).assignee?.name).toBe("Ben Moreau");
  now("2026-03-03T03:30:00Z"); // half past four in Paris
  expect((await ask()).assignee?.name).toBe("Ana Petit");
  now("2026-03-03T05:30:00Z"); // half past six
  const none = await ask();
  expect(none).toMatchObject({ assignee: null, unnamed: "nobody-on-duty" });
  const week = (
    await call<{ holes: { calendar: string; from: string; to: string }[]; staff: { name: string; onDuty: boolean; duty: { from: string; to: string }[] }[] }>(agent, "GET", `/rota?from=${MONDAY}`)
  ).body;
  expect(week.staff.find((s) => s.name === "Ana Petit")?.duty).toMatchObject([{ from: "2026-03-02T21:00:00.000Z", to: "2026-03-03T05:00:00.000Z" }]);
  expect(week.holes[0]).toEqual({ calendar: "office", from: "2026-03-03T08:00:00.000Z", to: "2026-03-03T17:00:00.000Z" });
});

test("a shift keeps its hours by the clock on the wall when summer time begins", async () => {
  const week = (await call<{ staff: { name: string; duty: { from: string }[] }[] }>(lead, "GET", "/rota?from=2026-03-30")).body;
  expect(week.staff.find((s) => s.name === "Ben Moreau")?.duty.map((d) => d.from)).toEqual(["2026-03-30T07:00:00.000Z"]);
});

test("who is away is not named, who is not trained is not, and who has no room is not", async () => {
  const weekly = (who: string) => put(`/shifts/${randomUUID()}`, shift(who, "2026-03-09", null, "00:00", 1440));
  await weekly(ids.expert);
  await weekly(cara);
  now("2026-03-09T10:00:00Z");
  const away = randomUUID();
  await database.asDesk("small", (tx) => tx.run("delete from shifts where staff = $1", [ben]));
  expect((await put(`/absences/${away}`, { staff: ids.expert, from: "2026-03-09T08:00:00Z", to: "2026-03-10T08:00:00Z", reason: "illness" })).status).toBe(200);
  expect(await ask("how-to")).toMatchObject({ assignee: null, unnamed: "nobody-trained" });
  expect((await call(lead, "DELETE", `/absences/${away}`)).status).toBe(200);
  expect((await ask("how-to")).assignee?.name).toBe("Ana Petit");
  const open = (await call<{ staff: { name: string; open: number }[] }>(lead, "GET", "/rota")).body.staff.find((s) => s.name === "Ana Petit")!.open;
  expect((await call(admin, "PATCH", `/staff/${ids.expert}`, { capacity: open + 2 })).status).toBe(200);
  const asked = await Promise.all(Array.from({ length: 6 }, () => ask("how-to"))); // all at once: the last place is given once
  expect(asked.filter((t) => t.assignee?.name === "Ana Petit")).toHaveLength(2);
  expect(asked.filter((t) => t.unnamed === "nobody-with-room")).toHaveLength(4);
  await call(admin, "PATCH", `/staff/${ids.expert}`, { capacity: null });
});

test("a policy may say what follows when nobody is on duty, and the customer reads that clause", async () => {
  const text = SMALL_POLICY.replace('version: "1"', 'version: "2"').replace(
    "queue:\n",
    'queue:\n  - clause: by-the-team\n    when: { expert: nobody-on-duty }\n    route: team\n    words: { fr: "La nuit, c’est l’équipe du matin qui répond.", en: "At night the team of the morning answers." }\n',
  );
  const compiled = compile(text);
  expect(compiled.findings.filter((f) => f.severity === "error")).toEqual([]);
  await database.asOwner((tx) => keepVersion(tx, "small", 2, compiled.policy!, text, "test"));
  now("2026-03-10T23:30:00Z"); // Wednesday, half past midnight
  const asked = await ask();
  expect(asked.assignee).toBeNull();
  expect(asked.unnamed).toBeNull(); // the policy has said it
  expect((await mails(asked.number))[0]?.text).toContain("l’équipe du matin");
});

test("when an expert leaves, each of their tickets goes to another, and its customer is told the new name", async () => {
  now("2026-03-16T10:00:00Z");
  const leaver = await staff("Dan Leblanc");
  const mine = await ask("how-to");
  await call(lead, "PUT", `/tickets/${mine.number}/assignee`, { to: leaver });
  expect((await call(admin, "PATCH", `/staff/${leaver}`, { disabled: true })).status).toBe(200);
  await ring();
  const moved = await ticket(mine.number);
  expect(moved.assignee?.name).toBe("Ana Petit");
  expect(moved.timeline.at(-1)?.kind).toBe("handed-over");
  const told = (await mails(mine.number)).at(-1)!;
  expect(told.text).toContain("Ana Petit");
  expect(told.text).toContain("Dan Leblanc");
  expect(moved.promises.every((p) => p.state === "running")).toBe(true);
});

test("a closure announced as early as the policy says moves what was promised, and the customer is told the new time", async () => {
  const text = SMALL_POLICY.replace('version: "1"', 'version: "3"').replace("    holidays: FR\n", "    holidays: FR\n    announce: 2 days\n");
  await database.asOwner((tx) => keepVersion(tx, "small", 3, compile(text).policy!, text, "test"));
  now("2026-05-18T09:00:00Z"); // a Monday; two working days lead to Wednesday evening
  const asked = await ask("how-to");
  expect(asked.promises[0]?.due).toBe("2026-05-20T16:00:00.000Z");
  const set = await close("2026-05-20", "2026-05-20");
  expect(set.status).toBe(201);
  expect(set.body.tickets).toBeGreaterThan(0);
  const { id } = set.body.closure;
  await ring();
  expect((await ticket(asked.number)).promises[0]?.due).toBe("2026-05-20T16:00:00.000Z"); // a day and a half ahead is too late: it stays
  const risk = (await call<{ atRisk: { number: string; due: string; would: string }[] }>(lead, "GET", "/rota")).body.atRisk.find((r) => r.number === asked.number);
  expect(risk).toMatchObject({ due: "2026-05-20T16:00:00.000Z", would: "2026-05-21T16:00:00.000Z" });
  expect((await call(lead, "DELETE", `/closures/${id}`)).status).toBe(200);
  await ring();
  expect((await call<{ atRisk: { number: string }[] }>(lead, "GET", "/rota")).body.atRisk.map((r) => r.number)).not.toContain(asked.number);

  now("2026-05-18T10:00:00Z");
  const later = await ask("how-to");
  now("2026-05-18T10:30:00Z");
  const before = (await mails(later.number)).length;
  expect((await close("2026-05-21", "2026-05-22")).status).toBe(201);
  await ring();
  expect((await ticket(later.number)).promises[0]?.due).toBe("2026-05-20T16:00:00.000Z"); // it ends before: nothing to move, nothing to say
  expect((await mails(later.number)).length).toBe(before);
  now("2026-05-20T09:00:00Z");
  const shut = await ask("how-to");
  expect(shut.promises[0]?.due).toBe("2026-05-27T16:00:00.000Z"); // Thursday, Friday and Whit Monday closed: made by the new hours from the start
});

test("SPEC 16.3: one that is announced early enough moves it, by an event that the timeline shows", async () => {
  now("2026-06-01T09:00:00Z");
  const asked = await ask("how-to");
  expect(asked.promises[0]?.due).toBe("2026-06-03T16:00:00.000Z");
  now("2026-06-01T09:05:00Z");
  const text = SMALL_POLICY.replace('version: "1"', 'version: "4"').replace("    holidays: FR\n", "    holidays: FR\n    announce: 1 day\n");
  await database.asOwner((tx) => keepVersion(tx, "small", 4, compile(text).policy!, text, "test"));
  const sooner = await ask("how-to"); // under a policy that announces a day ahead
  const shut = (await close("2026-06-03", "2026-06-03")).body.closure.id;
  await ring();
  expect((await ticket(asked.number)).promises[0]?.due).toBe("2026-06-03T16:00:00.000Z");
  const moved = await ticket(sooner.number);
  expect(moved.promises[0]?.due).toBe("2026-06-04T16:00:00.000Z");
  expect(moved.timeline.at(-1)?.kind).toBe("hours-changed");
  const told = (await mails(sooner.number)).at(-1)!;
  expect(told.text).toContain("horaires ont changé");
  expect(told.text).toContain("4 juin");
  await call(lead, "DELETE", `/closures/${shut}`);
  await ring();
  expect((await ticket(sooner.number)).promises[0]?.due).toBe("2026-06-04T16:00:00.000Z"); // what was told does not come nearer by itself
  now("2026-06-04T16:00:01Z");
  await ring();
  expect((await ticket(sooner.number)).promises[0]?.state).toBe("broken");
});

test("what does not fit is refused with every fault at once, and only leads and their programs may change the rota", async () => {
  now("2026-06-08T09:00:00Z");
  const faults = async (path: string, body: object) => ((await put(path, body)).body.faults ?? []).map((f) => f.at);
  expect(await faults(`/shifts/${randomUUID()}`, shift(randomUUID(), "2026-06-09", "2026-06-08", "09:00", 60, "Europe/Atlantis"))).toEqual(["zone", "last", "staff"]);
  expect(await faults(`/shifts/${randomUUID()}`, { ...shift(ben, "2026-06-09", null, "25:00", 0) })).toEqual(["begins", "minutes"]);
  await put(`/shifts/${randomUUID()}`, shift(ben, "2026-06-09", null, "22:00", 600));
  expect(await faults(`/shifts/${randomUUID()}`, shift(ben, "2026-06-17", "2026-06-17", "07:00", 120))).toEqual(["begins"]); // the Tuesday's night reaches into it
  expect((await close("2026-06-07", "2026-06-09")).body.faults?.map((f) => f.at)).toEqual(["first"]); // yesterday was open, and stays so
  await close("2026-07-01", "2026-07-10");
  expect(await faults(`/absences/${randomUUID()}`, { staff: ben, from: "2026-06-10T09:00:00Z", to: "2026-06-10T08:00:00Z", reason: "holiday" })).toEqual(["to"]);
  expect((await call(agent, "PUT", `/shifts/${randomUUID()}`, shift(ben, "2026-08-01", null, "09:00", 60))).status).toBe(403);
  expect((await call(lea, "GET", "/rota")).status).toBe(403);
  expect((await call(await key("admin"), "GET", "/rota")).status).toBe(200);
  expect((await call(await key("tickets:read"), "GET", "/rota")).status).toBe(403);
  expect((await call(lead, "DELETE", `/shifts/${randomUUID()}`)).status).toBe(404);
  expect((await put(`/staff/${ben}/capacity`, { capacity: 3 })).status).toBe(200);
  expect((await call<{ staff: { id: string; capacity: number | null }[] }>(lead, "GET", "/rota")).body.staff.find((s) => s.id === ben)?.capacity).toBe(3);
  expect((await put(`/staff/${ben}/capacity`, { capacity: 0 })).status).toBe(400);
  expect((await put(`/staff/${randomUUID()}/capacity`, { capacity: null })).status).toBe(404);
  expect((await call(agent, "PUT", `/staff/${ben}/capacity`, { capacity: null })).status).toBe(403);
});

test("a closure changes when the desk says that it is open", async () => {
  const { body } = await call<{ calendars: { exceptions: { days: string }[] }[] }>(null, "GET", "/policy?lang=en");
  expect(body.calendars[0]?.exceptions.map((e) => e.days).join()).toContain("1 July 2026");
});
