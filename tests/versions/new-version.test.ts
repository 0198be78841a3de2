// The next version of the policy over the API: what it would do is said before anything is kept; then it is activated, at once or ahead, or refused with the reason.
import { expect, test } from "vitest";
import { apiDesk } from "../api/api-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { edited } from "./edited.ts";

const { call, lead, admin, agent, lea: requester } = await apiDesk();

interface Trial {
  readonly label: string | null;
  readonly ahead: boolean;
  readonly runs: number | null;
  readonly errors: number;
  readonly findings: readonly { readonly code: string; readonly line: number; readonly message: string; readonly mend: string | null }[];
  readonly against: readonly { readonly at: string; readonly message: string }[];
  readonly changes: { readonly before: number; readonly changes: readonly { readonly verdict: string; readonly was: string; readonly clause: { readonly url?: string } | null }[] } | null;
}
interface Activated {
  readonly version: number;
  readonly changed: boolean;
  readonly announced: boolean;
}
const versions = async (): Promise<unknown> =>
  (await call<{ items: { version: number; state: string; activatedBy: string }[] }>(admin, "GET", "/policies")).body.items.map((v) => [v.version, v.state, v.activatedBy]);
const next = (day: string): string =>
  edited(SMALL_POLICY, [
    [/^version: .*/m, 'version: "2"'],
    [/^effective: \S+/m, `effective: ${day}`],
    ["must: 2 working days", "must: 1 working day"],
  ]);

test("only administrators read a version's text, try one and activate one", async () => {
  expect((await call<{ text: string }>(admin, "GET", "/policies/1/text")).body.text).toBe(SMALL_POLICY);
  expect((await call(admin, "GET", "/policies/7/text")).status).toBe(404);
  for (const who of [lead, agent, requester]) {
    expect((await call(who, "GET", "/policies/1/text")).status).toBe(403);
    expect((await call(who, "POST", "/policies/trial", { text: next("2026-01-01") })).status).toBe(403);
    expect((await call(who, "POST", "/policies", { text: next("2026-01-01") })).status).toBe(403);
  }
  expect((await call(null, "POST", "/policies", { text: next("2026-01-01") })).status).toBe(401);
});

test("a text with errors is told with line and mend, and is never activated", async () => {
  const broken = next("2026-01-01").replace("when: { subscription: paid }", "when: { subscription: gold }");
  const { status, body } = await call<Trial>(admin, "POST", "/policies/trial", { text: broken });
  expect(status).toBe(200);
  expect(body.errors).toBeGreaterThan(0);
  const line = broken.split("\n").findIndex((l) => l.includes("gold")) + 1;
  expect(body.findings).toContainEqual(expect.objectContaining({ code: "E-UNKNOWN-VALUE", line }));
  const refused = await call<{ code: string; faults: { at: string }[] }>(admin, "POST", "/policies", { text: broken });
  expect([refused.status, refused.body.code]).toEqual([422, "policy-refused"]);
  expect(refused.body.faults[0]?.at).toMatch(/^\d+:\d+$/);
  const nothing = await call<Trial>(admin, "POST", "/policies/trial", { text: "- a list\n- of words" });
  expect(nothing.body).toMatchObject({ label: null, changes: null, errors: 1 });
  expect(await versions()).toEqual([[1, "in-force", "test"]]);
});

test("another desk's address stands against it, without that desk's name", async () => {
  const taken = next("2026-01-01").replace("help@small.example", "help@other.example");
  const said = "Another desk has the address help@other.example already: give this policy another one (desk: address).";
  expect((await call<Trial>(admin, "POST", "/policies/trial", { text: taken })).body.against).toEqual([{ at: "desk/address", message: said }]);
  const refused = await call<{ faults: unknown }>(admin, "POST", "/policies", { text: taken });
  expect([refused.status, refused.body.faults]).toEqual([422, [{ at: "desk/address", message: said }]]);
});

test("what it would change is seen before it is kept; activated, it holds at once, and the same text again changes nothing", async () => {
  const trial = (await call<Trial>(admin, "POST", "/policies/trial?lang=fr", { text: next("2026-01-01") })).body;
  expect(trial).toMatchObject({ label: "2", ahead: false, runs: null, errors: 0, against: [], changes: { before: 1, changes: [{ verdict: "better" }] } });
  expect(trial.changes?.changes[0]?.was).toContain("Réponse en 2 jours ouvrés");
  expect(await versions()).toEqual([[1, "in-force", "test"]]);
  const done = await call<Activated>(admin, "POST", "/policies", { text: next("2026-01-01") });
  expect([done.status, done.body]).toEqual([201, expect.objectContaining({ version: 2, changed: true, announced: false })]);
  expect(await versions()).toEqual([
    [2, "in-force", "Ada"],
    [1, "past", "test"],
  ]);
  expect((await call<Activated>(admin, "POST", "/policies", { text: next("2026-01-01") })).body).toMatchObject({ version: 2, changed: false });
  expect((await call<Trial>(admin, "POST", "/policies/trial", { text: next("2026-01-01") })).body.runs).toBe(2);
});

test("one for a day to come is announced; the text of before, activated again, takes its place", async () => {
  const ahead = next("2026-06-01").replace("must: 1 working day", "must: 3 working days");
  expect((await call<Trial>(admin, "POST", "/policies/trial", { text: ahead })).body).toMatchObject({ ahead: true, changes: { before: 2, changes: [{ verdict: "worse" }] } });
  expect((await call<Activated>(admin, "POST", "/policies", { text: ahead })).body).toMatchObject({ version: 3, announced: true });
  expect((await call<Activated>(admin, "POST", "/policies", { text: SMALL_POLICY })).body).toMatchObject({ version: 4, changed: true, announced: false });
  expect(await versions()).toContainEqual([4, "in-force", "Ada"]);
});

test("where notice is promised, one that comes too late says the first day that would be in time, and is activated with a reason only", async () => {
  const promising = edited(SMALL_POLICY, [
    [
      /^promises:\n/m,
      'promises:\n  - { clause: ahead, promise: notice, subject: policy, must: 30 days, words: { en: "A new version is announced at least {must} ahead.", fr: "Une nouvelle version est annoncée au moins {must} à l’avance." } }\n',
    ],
  ]);
  expect((await call<Activated>(admin, "POST", "/policies", { text: promising })).body).toMatchObject({ version: 5 });
  const soon = edited(promising, [
    [/^effective: \S+/m, "effective: 2026-03-05"],
    ["must: 2 working days", "must: 1 working day"],
  ]);
  const [against] = (await call<Trial>(admin, "POST", "/policies/trial", { text: soon })).body.against;
  expect(against?.at).toBe("effective");
  expect(against?.message).toContain("Announced now it can take effect on 2026-04-02 at the earliest");
  expect((await call(admin, "POST", "/policies", { text: soon })).status).toBe(422);
  const done = await call<Activated>(admin, "POST", "/policies", { text: soon, late: "The law changes that day" });
  expect([done.status, done.body]).toEqual([201, expect.objectContaining({ version: 6, announced: true })]);
  const { body } = await call<{ items: { told: { notice: { kept: boolean; why: string } }[] }[] }>(admin, "GET", "/policies");
  expect(body.items[0]?.told[0]?.notice).toMatchObject({ kept: false, why: "The law changes that day" });
});
