// Activating ahead, at its edges: too late for what was promised, whom the policy names, many people in batches, a kill in the middle, an outage past the day, and
// a version that is withdrawn. SPEC 22.
import { expect, test } from "vitest";
import { newId } from "../../src/database/new-id.ts";
import type { OutboxRow } from "../../src/database/rows.gen.ts";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { announcePolicyBy, compile, localToInstant } from "../../src/policy/index.ts";
import { check } from "../../src/policy/check/check.ts";
import { Problem } from "../../src/desk/problem.ts";
import { tellVersion } from "../../src/desk/acts/versions/tell-versions.ts";
import { withdrawVersion } from "../../src/desk/acts/versions/withdraw-version.ts";
import { toldOf, versionsOf } from "../../src/desk/views/versions.ts";
import { policyInForce } from "../../src/desk/policies/running.ts";
import { tellVersions } from "../../src/doors/worker/tell-versions.ts";
import { composeMail, type MailToWrite } from "../../src/words/mails/compose.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { MONDAY, smallDesk } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { edited } from "./edited.ts";

const DAY = 86_400_000;
let tens = 0;
/** A small desk at a version that no other test of this file reaches: a process compiles each version of a desk once. */
async function deskAt(): Promise<Awaited<ReturnType<typeof smallDesk>> & { readonly first: number }> {
  const small = await smallDesk();
  const first = 10 * ++tens;
  await small.database.asOwner((tx) => keepVersion(tx, "small", first, small.policy, SMALL_POLICY, "test", MONDAY - DAY));
  return { ...small, first };
}
const PROMISED = `
  - clause: new-version-ahead
    promise: notice
    subject: policy
    must: 30 days
    words: { en: "A new version is announced at least {must} ahead.", fr: "Une nouvelle version est annoncée au moins {must} à l’avance." }
`;
const at = (date: string): number => localToInstant(date, "Europe/Paris");

/** The small policy as its next version, for a day; `more` are further edits. */
const next = (label: string, day: string, ...more: readonly (readonly [string | RegExp, string])[]): string =>
  edited(SMALL_POLICY, [[/^version: .*/m, `version: "${label}"`], [/^effective: \S+/m, `effective: ${day}`], ...more]);
const PROMISES: readonly [RegExp, string] = [/^promises:\n/m, `promises:${PROMISED}`];
const mailsOf = async (small: Awaited<ReturnType<typeof smallDesk>>) =>
  (await small.database.asDesk("small", (tx) => tx.query<OutboxRow>("select * from outbox where desk = troth_desk() order by made_at, id"), { readOnly: true }))
    .map((row) => ({ row, payload: row.payload as { what: MailToWrite; to: { address: string } } }))
    .filter(({ payload }) => payload.what.mail === "version")
    .map(({ row, payload }) => ({ id: row.id, to: payload.to.address, ...composeMail(payload.what) }));
const told = (small: Awaited<ReturnType<typeof smallDesk>>): Promise<unknown> =>
  tellVersions(small.house, (error) => {
    throw error;
  });
const state = (small: Awaited<ReturnType<typeof smallDesk>>) => small.database.asDesk("small", (tx) => versionsOf(tx, small.house.now()), { readOnly: true });

test("SPEC 22.2: a policy that promises thirty days of notice refuses a version that comes sooner, and says which day is the first", async () => {
  const small = await deskAt();
  expect(check(next("2", "2026-03-01", PROMISES)).findings.filter((f) => f.at === "new-version-ahead")).toEqual([]);
  await openDesk(small.database, "small", next("2", "2026-03-01", PROMISES), "author", { now: MONDAY });
  const soon = next("3", "2026-03-20", PROMISES);
  const refused = await openDesk(small.database, "small", soon, "author", { now: MONDAY }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Problem);
  expect((refused as Problem).faults).toEqual([{ at: "effective", message: expect.stringContaining("promises to announce a new version at least 30 days ahead") as string }]);
  expect((refused as Problem).faults[0]?.message).toContain("write `effective: 2026-04-02`"); // it is ten in the morning: the first of April is half a day short
  expect(await state(small)).toHaveLength(3);

  await openDesk(small.database, "small", soon, "author", { now: MONDAY, late: "A law takes effect on that day." });
  const sums = () =>
    small.database.asDesk("small", (tx) => tx.query("select key, state, sum(n)::int as n from ledger_sums where desk = troth_desk() and by = 'clause' group by 1, 2"), { readOnly: true });
  expect(await sums()).toEqual([{ key: "new-version-ahead", state: "broken", n: 1 }]);
  await small.database.asOwner((tx) => tx.run("select recount_ledger('small')"));
  expect(await sums()).toEqual([{ key: "new-version-ahead", state: "broken", n: 1 }]);
  const [news] = await small.database.asDesk("small", toldOf, { readOnly: true });
  expect(news?.news).toMatchObject({ version: small.first + 2, clause: "new-version-ahead", late_why: "A law takes effect on that day.", announce_by: at("2026-02-18") });
});

test("SPEC 22.2: the lead is wall time in the desk's zone, and a promise of it without a length is a contradiction", () => {
  const { policy } = compile(next("2", "2026-03-01", PROMISES));
  expect(announcePolicyBy(policy!, at("2026-04-02"))).toMatchObject({ clause: "new-version-ahead", due: at("2026-03-03") }); // across the change of summer time
  const without = check(next("2", "2026-03-01", [PROMISES[0], `promises:${PROMISED.replace("must: 30 days", "goal: 30 days").replaceAll("{must}", "{goal}")}`])).findings;
  expect(without.find((f) => f.code === "E-CONTRADICTION")?.message).toContain("promises notice of a new version and gives no `must`");
});

test("SPEC 22.3: a notice of the policy says who is told: here those whose subscription is paid", async () => {
  const small = await deskAt();
  const NOTICE = `notices:
  - clause: paid-are-told
    at: [timer]
    when: { announcing: policy, subscription: paid }
    notice: new-version
    to: customer
    by: [mail]
    words: { en: "Whoever pays is told of a new version.", fr: "Qui paie est prévenu d’une nouvelle version." }
  - clause: no-news
    at: [timer]
    notice: new-version
    none: true
    to: customer
    audience: agent
    words: { en: "Nobody else.", fr: "Personne d’autre." }

closure:
`;
  await openDesk(small.database, "small", next("2", "2026-03-01", [/^closure:\n/m, NOTICE]), "author", { now: MONDAY });
  await openDesk(small.database, "small", next("3", "2026-05-01", [/^closure:\n/m, NOTICE], ["must: 2 working days", "must: 1 working day"]), "author", { now: MONDAY });
  await told(small);
  const mails = await mailsOf(small);
  expect(mails.map((m) => m.to)).toEqual(["lea@paid.example"]);
  expect(mails[0]?.text).toContain("Qui paie est prévenu d’une nouvelle version.");
  expect(mails[0]?.text).toContain("Réponse en 1 jour ouvré");
});

test("SPEC 22.3: many are told in batches with pauses between them, each once, also where a process ends in the middle of one", async () => {
  const small = await deskAt();
  await small.database.asDesk("small", async (tx) => {
    const office = await keepOrganisation(tx, "small", { name: "Many", attributes: { subscription: "paid" } }, MONDAY, "test");
    for (let n = 0; n < 228; n++) await keepMember(tx, "small", office, { name: `P${n}`, email: `p${n}@many.example`, sees: "office" }, MONDAY);
    await tx.run("insert into people (desk, id, name, email) values ('small', $1, 'Once', 'once@passing.example')", [newId(MONDAY)]); // wrote once and belongs to nobody
  });
  await openDesk(small.database, "small", next("2", "2026-05-01", ["must: 2 working days", "must: 1 working day"]), "author", { now: MONDAY });
  await told(small);
  await told(small); // nothing is due yet
  expect(await mailsOf(small)).toHaveLength(100);
  small.at(MONDAY + 6_000);
  const dying = { ...small.house, now: () => small.house.now(), changed: () => undefined, publicUrl: undefined as unknown as string };
  Object.defineProperty(dying, "publicUrl", {
    get() {
      throw new Error("the process ends here");
    },
  });
  await expect(tellVersion(dying, { desk: "small", version: small.first + 1, kind: "announced" })).rejects.toThrow("the process ends here");
  expect(await mailsOf(small)).toHaveLength(100);
  await Promise.all([told(small), told(small), told(small)]); // several workers
  expect(await mailsOf(small)).toHaveLength(200);
  small.at(MONDAY + 12_000);
  await told(small);
  small.at(MONDAY + 60_000);
  await told(small);
  const mails = await mailsOf(small);
  expect(new Set(mails.map((m) => m.to)).size).toBe(mails.length);
  expect(mails).toHaveLength(230);
  expect(mails.some((m) => m.to === "once@passing.example")).toBe(false);
  const [told2] = await small.database.asDesk("small", toldOf, { readOnly: true });
  expect(told2).toMatchObject({ people: 230, waiting: 230, failed: 0 });
  expect(told2?.news.done_at).not.toBeNull();
});

test("SPEC 22.4: whom nothing reached before the day is not told afterwards, and that is counted", async () => {
  const small = await deskAt();
  await openDesk(small.database, "small", next("2", "2026-04-01"), "author", { now: MONDAY });
  small.at(at("2026-04-01"));
  await told(small);
  expect(await mailsOf(small)).toEqual([]);
  expect((await small.database.asDesk("small", toldOf, { readOnly: true }))[0]?.news).toMatchObject({ told: 0, missed: 2 });
});

test("SPEC 22.4: a withdrawn version never holds; who was told of it is told that, and a mail that had not left does not leave", async () => {
  const small = await deskAt();
  await openDesk(small.database, "small", next("2", "2026-05-01"), "author", { now: MONDAY });
  await told(small);
  const [first] = await mailsOf(small);
  await small.database.asDesk("small", (tx) => tx.run("update outbox set done_at = at_ms($2) where desk = troth_desk() and id = $1", [first?.id, MONDAY]));
  small.at(MONDAY + DAY);
  await withdrawVersion(small.house, "small", small.first + 1, "The price was wrong.", "Ada");
  await expect(withdrawVersion(small.house, "small", small.first + 1, "Again.", "Ada")).rejects.toMatchObject({ code: "changed-meanwhile" });
  await expect(withdrawVersion(small.house, "small", small.first, "In force.", "Ada")).rejects.toMatchObject({ code: "changed-meanwhile" });
  await expect(withdrawVersion(small.house, "small", 7, "None.", "Ada")).rejects.toMatchObject({ code: "not-found" });
  await told(small);
  await told(small);
  const mails = await mailsOf(small);
  expect(mails).toHaveLength(2);
  expect(mails[1]).toMatchObject({ to: first?.to });
  expect(mails[1]?.subject).toMatch(/Ce qui était annoncé pour le 1er mai 2026 n’aura pas lieu|What we announced for 1 May 2026 does not come/);
  small.at(at("2026-05-02"));
  await told(small);
  expect((await state(small)).map((v) => [v.version, v.state])).toEqual([
    [small.first + 1, "withdrawn"],
    [small.first, "in-force"],
    [1, "past"],
  ]);
  expect(await openDesk(small.database, "small", next("2", "2026-05-01"), "author", { now: small.house.now() })).toMatchObject({ version: small.first + 2, changed: true }); // the same text again is another version
});

test("a version that takes the place of one that is still to come withdraws it, and the desk follows a version on its day, not before", async () => {
  const small = await deskAt();
  const name = () => small.database.asDesk("small", (tx) => tx.query<{ colour: string | null }>("select colour from desks where desk = troth_desk()"), { readOnly: true });
  await openDesk(small.database, "small", next("2", "2026-05-01"), "author", { now: MONDAY });
  await told(small);
  small.at(MONDAY + DAY);
  await openDesk(small.database, "small", next("2b", "2026-04-15", [/^ {2}prefix: SM/m, '  colour: "#123456"\n  prefix: SM']), "author", { now: MONDAY + DAY });
  await small.database.asDesk("small", (tx) => tx.run("update outbox set done_at = at_ms($1) where desk = troth_desk()", [MONDAY])); // they have had the first
  await told(small);
  const second = (await mailsOf(small)).filter((m) => m.to === "lea@paid.example").slice(1);
  expect(second.map((m) => m.subject)).toEqual(expect.arrayContaining([expect.stringContaining("n’aura pas lieu"), expect.stringContaining("15 avril 2026")]) as string[]);
  expect(second.find((m) => m.subject.includes("n’aura pas lieu"))?.text).toContain("Une autre nouvelle version la remplace");
  expect((await state(small)).map((v) => [v.version, v.state, v.replaced_by])).toEqual([
    [small.first + 2, "coming", null],
    [small.first + 1, "withdrawn", small.first + 2],
    [small.first, "in-force", null],
    [1, "past", null],
  ]);
  const before = await name();
  small.at(at("2026-04-15") - 1);
  await told(small);
  expect(await name()).toEqual(before);
  small.at(at("2026-04-15"));
  expect((await small.database.asDesk("small", (tx) => policyInForce(tx, "small", small.house.now()))).version).toBe(small.first + 2); // as its day begins in Paris, an hour or two before it does in UTC
  await told(small);
  expect(await name()).toEqual([{ colour: "#123456" }]);
});

test("SPEC 22.4: one that holds at once takes the place of one that was announced, and who was told is led to the one that holds now", async () => {
  const small = await deskAt();
  await openDesk(small.database, "small", next("2", "2026-05-01"), "author", { now: MONDAY });
  await told(small);
  await small.database.asDesk("small", (tx) => tx.run("update outbox set done_at = at_ms($1) where desk = troth_desk()", [MONDAY]));
  await openDesk(small.database, "small", next("3", "2026-03-01"), "author", { now: MONDAY });
  await told(small);
  const last = (await mailsOf(small)).filter((m) => m.to === "lea@paid.example").at(-1);
  expect(last?.subject).toContain("n’aura pas lieu");
  expect(last?.text).toContain(`/policy?version=${small.first + 2}&lang=fr`);
  expect(last?.text).not.toContain("Une autre nouvelle version");
});

test("SPEC 22.6: a text to accept cannot read differently under the version that was accepted", async () => {
  const small = await deskAt();
  const documents = (words: string, version = "1"): readonly [RegExp, string] => [
    /^scope:\n/m,
    `documents:\n  rules: { version: "${version}", title: { en: Rules, fr: Règles }, words: { en: "${words}", fr: "Bien." } }\n\nscope:\n`,
  ];
  const ok = await openDesk(small.database, "small", next("2", "2026-03-01", documents("Be kind.")), "author", { now: MONDAY }).catch((error: unknown) => error);
  if (ok instanceof Problem) throw new Error(JSON.stringify(ok.faults));
  await expect(openDesk(small.database, "small", next("3", "2026-05-01", documents("Be quick.")), "author", { now: MONDAY })).rejects.toMatchObject({
    code: "policy-refused",
    faults: [{ at: "documents/rules/version" }],
  });
  expect(await openDesk(small.database, "small", next("3", "2026-05-01", documents("Be quick.", "2")), "author", { now: MONDAY })).toMatchObject({ version: small.first + 2, announced: true });
});
