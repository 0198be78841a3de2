// When a length of time ends, asked from the command line: one deadline with its reason, or a file of cases.
import { join } from "node:path";
import { expect, test } from "vitest";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { folderWith, troth } from "./run-troth.ts";

const OFFICE = `calendars:
  office:
    name: { en: "Office hours", fr: "Heures de bureau" }
    open: { mon-fri: [09:00-12:30, 14:00-18:00] }
    holidays: FR
`;
const withOffice = async (): Promise<string> => folderWith({ "policy.yaml": SMALL_POLICY.replace(/^calendars:\n(?: .*\n)+/m, OFFICE) });
const hours = { "09:00": "12:30", "13:30": "18:00" };
const calendars = { office: { time_zone: "Europe/Paris", hours: { mon: hours, tue: hours, wed: hours }, holidays: ["2026-03-03"] } };
const file = async (data: unknown): Promise<string> => join(await folderWith({ "cases.json": typeof data === "string" ? data : JSON.stringify(data) }), "cases.json");

test("a deadline is told with the days that were passed over and how working days were counted", async () => {
  const { code, out } = await troth(["deadline", await withOffice(), "--calendar", "office", "--from", "2026-03-27T16:50", "--for", "2 working days"]);
  expect(code).toBe(0);
  expect(out).toContain("Tuesday 31 March 2026, 18:00 (Paris time)");
  expect(out).toContain("2026-03-31T16:00:00Z");
  expect(out).toMatch(/Saturday 28 March 2026: never open on this day of the week/);
  expect(out).toMatch(/The days end at closing time; .*\(.*\)\./s);
});

test("what is promised to a customer and what the command says are one clock (SPEC 13.1)", async () => {
  const folder = await folderWith({ "policy.yaml": SMALL_POLICY, "facts.yaml": "subscription: paid\n" });
  for (const at of ["2026-03-27T16:50", "2026-03-27T18:00", "2026-04-30T20:00", "2026-10-23T08:00"]) {
    const decided = JSON.parse((await troth(["decide", folder, "--facts", join(folder, "facts.yaml"), "--at", at, "--json"])).out) as { effects: { do: string; kind?: string; due?: string }[] };
    const due = decided.effects.find((e) => e.do === "promise" && e.kind === "first-answer")?.due;
    const said = JSON.parse((await troth(["deadline", folder, "--from", at, "--for", "2 working days", "--json"])).out) as { due: string };
    expect(Date.parse(said.due), at).toBe(Date.parse(due ?? ""));
  }
});

test("a time without an offset is the calendar's own, across the change to summer time", async () => {
  const policy = await withOffice();
  const due = async (...args: string[]) => JSON.parse((await troth(["deadline", policy, "--calendar", "office", "--json", ...args])).out) as { due: string; due_local: string; closed_days: object[] };
  expect(await due("--from", "2026-03-27T16:50", "--for", "2 working hours")).toMatchObject({ due: "2026-03-30T07:50:00Z", due_local: "2026-03-30T09:50" });
  expect(await due("--from", "2026-03-27T16:50Z", "--for", "2 working hours")).toMatchObject({ due: "2026-03-30T08:50:00Z" });
  expect(await due("--from", "2026-04-30T20:00", "--for", "1 working day", "--late-arrival", "receipt-day", "--ends", "close")).toMatchObject({
    due_local: "2026-05-04T18:00",
    closed_days: [{ date: "2026-05-01", why: "holiday" }, {}, {}],
  });
});

test("hours that follow the customer are asked in the customer's zone", async () => {
  const policy = await folderWith({ "policy.yaml": SMALL_POLICY.replace('open: { mon-fri: ["09:00-18:00"] }', 'open: { mon-fri: ["09:00-18:00"] }\n    zone: customer') });
  const due = async (...zone: string[]) => (JSON.parse((await troth(["deadline", policy, "--from", "2026-03-02T05:00Z", "--for", "1 working hour", "--json", ...zone])).out) as { due: string }).due;
  expect([await due(), await due("--zone", "Asia/Tokyo"), await due("--zone", "America/New_York")]).toEqual(["2026-03-02T09:00:00Z", "2026-03-02T06:00:00Z", "2026-03-02T15:00:00Z"]);
});

test("cases are answered in their order: instants, minutes, true or false (SPEC 13.12)", async () => {
  const cases = [
    { calendar: "office", op: "add", start: "2026-03-02T11:00:00Z", amount: 90, unit: "minutes" },
    { calendar: "office", op: "subtract", start: "2026-03-04T08:15:00Z", amount: 30, unit: "minutes" },
    { calendar: "office", op: "between", start: "2026-03-02T08:00:00Z", end: "2026-03-05T00:00:00Z" },
    { calendar: "office", op: "between", start: "2026-03-05T00:00:00Z", end: "2026-03-02T08:00:00Z" },
    { calendar: "office", op: "in_hours", time: "2026-03-02T11:30:00Z" },
    { calendar: "office", op: "in_hours", time: "2026-03-02T11:29:59Z" },
  ];
  const { code, out, err } = await troth(["deadline", "--cases", await file({ calendars, cases }), "--json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toEqual(["2026-03-02T13:30:00Z", "2026-03-02T16:45:00Z", 960, -960, false, true].map((result) => ({ result })));
});

test("a case with a fault is said and does not spoil the others", async () => {
  const cases = [
    { calendar: "ofice", op: "add", start: "2026-03-02T11:00:00Z", amount: 90, unit: "minutes" },
    { calendar: "office", op: "in_hours", time: "2026-03-02T10:00:00Z" },
    { calendar: "office", op: "add", start: "yesterday", amount: -5, unit: "fortnights" },
    { calendar: "shut", op: "add", start: "2026-03-02T11:00:00Z", amount: 1, unit: "minutes" },
    { calendar: "wrong", op: "in_hours", time: "2026-03-02T10:00:00Z" },
  ];
  const path = await file({ calendars: { ...calendars, shut: { time_zone: "UTC", hours: {} }, wrong: { time_zone: "UTC", hours: { mon: { "9": "10" } } } }, cases });
  const { code, out, err } = await troth(["deadline", "--cases", path, "--json"]);
  const answers = JSON.parse(out) as { result: unknown; error?: string }[];
  expect(code).toBe(1);
  expect(answers.map(({ result }) => result)).toEqual([null, true, null, null, null]);
  expect(answers[0]?.error).toContain("did you mean office?");
  expect(answers[2]?.error).toMatch(/start: "yesterday" is no time; .*amount: -5 .*unit: "fortnights"/);
  expect(answers[3]?.error).toContain("shut is not open that long within fifty years");
  expect(err).toContain(`${path}: calendars.wrong: hours.mon: "9" is no time to open at`);
  expect(err).toContain("cases[4]: calendar: wrong has faults");
});

test("ten thousand cases are answered in one go", async () => {
  const cases = Array.from({ length: 10_000 }, (_, i) => ({ calendar: "office", op: "add", start: new Date(Date.UTC(2026, 0, 1) + i * 7_920_000).toISOString(), amount: i * 13, unit: "minutes" }));
  const { code, out } = await troth(["deadline", "--cases", await file({ calendars, cases }), "--json"]);
  expect(code).toBe(0);
  expect((JSON.parse(out) as { result: string }[]).every(({ result }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/.test(result))).toBe(true);
});

test("what is no file of cases, no policy and no length is one sentence and how to write it", async () => {
  expect((await troth(["deadline", "--cases", await file("[1")])).err).toMatch(/cases\.json is not JSON: .*\nWrite \{"calendars"/s);
  expect((await troth(["deadline", "--cases", await file([])])).err).toMatch(/is no file of cases: it is a map with "calendars"/);
  expect((await troth(["deadline"])).err).toMatch(/^This needs a policy and a length of time, or a file of cases\./);
  const policy = await withOffice();
  expect((await troth(["deadline", policy, "--for", "soon"])).err).toMatch(/^"soon" is no length of time\./);
  expect((await troth(["deadline", policy, "--for", "1 day", "--calendar", "offices"])).err).toMatch(/^The policy has no calendar offices\.\nDid you mean office\?/);
  expect((await troth(["deadline", policy, "--for", "1 day", "--from", "2026-02-30T10:00"])).err).toMatch(/^"2026-02-30T10:00" is no time\.\nWrite it as .* in the calendar's zone\./);
});
