// Only who holds the clause's role decides a case, somebody else its appeal; leads stand in while nobody holds it, and that is shown to everybody who reads the decision.
import { expect, test } from "vitest";
import { MONDAY } from "../desk/small-desk.ts";
import { rolesDesk } from "./roles-desk.ts";
import { ROLES_POLICY } from "./roles-policy.ts";

const desk = await rolesDesk();
const { call, staff, holds, mailsTo } = desk;
const { ida, ben, ron, lou } = staff;

interface Case {
  readonly id: string;
  readonly access: string;
  readonly phase: string;
  readonly code?: string;
  readonly detail?: string;
  readonly file: {
    readonly may: Record<string, unknown>;
    readonly decides: { readonly role: string | null; readonly people: { readonly name: string }[]; readonly inPlace: boolean }[];
    readonly hears: { readonly role: string | null; readonly people: { readonly name: string }[]; readonly inPlace: boolean } | null;
    readonly offers: { readonly yours: boolean }[];
    readonly decision: { readonly as: { readonly as: string; readonly role: string | null } | null } | null;
    readonly appeal: { readonly decided: { readonly as: object | null } | null } | null;
  } | null;
}
type Caller = Parameters<typeof call>[0];

/** Reports Léa, who answers at once: the case can be decided. */
let now = MONDAY;
async function opened(): Promise<string> {
  desk.at((now += 5 * 60_000));
  const asked = await call<{ number: string }>(desk.lea, "POST", "/tickets", { subject: "Bonjour", text: "Vous êtes des incapables.", topic: "how-to" });
  const report = await call<Case>(desk.agent, "POST", `/tickets/${asked.body.number}/conduct`, { facts: { "conduct-report": "abuse" }, statement: "On the phone." });
  expect(report.status, report.text).toBe(201);
  await call(desk.lea, "POST", `/conduct/${report.body.id}/words`, { text: "Pardon." });
  return `/conduct/${report.body.id}`;
}
const read = async (as: Caller, path: string): Promise<Case> => (await call<Case>(as, "GET", path)).body;
const decide = (as: Caller, path: string, clause: string | null = "abuse") => call<Case>(as, "PUT", `${path}/decision`, { clause, reason: "As heard." });
const appeal = (as: Caller, path: string, lifts = false) => call<Case>(as, "PUT", `${path}/appeal`, { lifts, reason: "Looked at anew." });

test("while nobody holds the role a lead decides, and whoever reads the decision sees in whose place: staff, the customer, and the mail to them", async () => {
  const path = await opened();
  expect((await read(desk.lead, path)).file).toMatchObject({
    decides: [{ role: "the ombudsperson", people: [{ name: "Ada" }, { name: "Lea" }, { name: "Lou" }], inPlace: true }],
    may: { decide: true },
  });
  expect((await decide(desk.lead, path)).body.file?.decision?.as).toEqual({ as: "in-place", role: "the ombudsperson" });
  expect((await read(desk.lea, path)).file?.decision?.as).toEqual({ as: "in-place", role: "la médiatrice" });
  expect((await mailsTo("lea@paid.example")).at(-1)?.text).toContain("Lea (remplace\u00a0: la médiatrice)");
  await call(desk.lea, "POST", `${path}/words`, { text: "Je conteste." });
  expect((await read(lou, path)).file?.hears).toEqual({
    role: "la direction",
    people: [
      { id: expect.any(String), name: "Ada" },
      { id: lou.id, name: "Lou" },
    ],
    inPlace: true,
  });
  expect((await appeal(lou, path, true)).body.file?.appeal?.decided?.as).toEqual({ as: "in-place", role: "la direction" });
});

test("once somebody holds it, a lead who does not is refused and told who may; the holder reads the case, an agent though they are, and decides", async () => {
  const path = await opened();
  expect((await call(ida, "GET", path)).status).toBe(404);
  await holds(ida.id, ["judge"]);
  const refused = await decide(desk.lead, path);
  expect([refused.status, refused.body.code]).toEqual([403, "not-yours"]);
  expect(refused.body.detail).toBe("The policy leaves this to the ombudsperson (Ida). Ask them, or have a lead name somebody for it.");
  expect((await decide(desk.admin, path, null)).body).toMatchObject({ code: "not-yours" });
  expect((await read(desk.lead, path)).file).toMatchObject({ may: { decide: false, name: true }, offers: [{ yours: false }] });
  expect((await call<{ items: Case[] }>(ida, "GET", "/conduct")).body.items.map((c) => c.access)).toContain("whole");
  expect((await read(ida, path)).file).toMatchObject({ may: { decide: true, name: false }, offers: [{ yours: true }] });
  expect((await decide(ida, path)).body).toMatchObject({ phase: "decided", file: { decision: { by: { name: "Ida" }, as: { as: "holder" } } } });
  expect((await mailsTo("lea@paid.example")).at(-1)?.text).not.toContain("remplace");
  // a measure of the ombudsperson's is not a lead's to take back, and hers it is
  expect((await call<Case>(desk.lead, "PUT", `${path}/lifting`, { reason: "x" })).body).toMatchObject({ code: "not-yours" });
  expect((await call<Case>(ida, "PUT", `${path}/lifting`, { reason: "Enough." })).body).toMatchObject({ measure: { endedHow: "lifted" } });
});

test("an appeal goes to whoever holds its role and did not decide, also where one person holds both; they read the case only once there is an appeal", async () => {
  await holds(ida.id, ["judge", "board"]);
  await holds(ben.id, ["board"]);
  const path = await opened();
  expect((await call(ben, "GET", path)).status).toBe(404);
  await decide(ida, path);
  expect((await call(ben, "GET", path)).status).toBe(404);
  await call(desk.lea, "POST", `${path}/words`, { text: "Je conteste." });
  expect((await read(ida, path)).file).toMatchObject({ may: { decideAppeal: false }, hears: { people: [{ name: "Ben" }], inPlace: false } });
  expect((await appeal(ida, path)).body).toMatchObject({ code: "not-allowed", detail: "An appeal is decided by somebody else than who decided the case." });
  expect((await appeal(lou, path)).body).toMatchObject({ code: "not-yours", detail: "The policy leaves this to the management (Ben). Ask them, or have a lead name somebody for it." });
  expect((await appeal(ben, path)).body).toMatchObject({ file: { appeal: { decided: { lifts: false, by: { name: "Ben" }, as: { as: "holder" } } } } });
  expect((await call<Case>(ben, "PUT", `${path}/lifting`, { reason: "Later on." })).status).toBe(200);
});

test("where the only holder of the appeal's role decided the case, a lead hears it and nobody is locked out", async () => {
  await holds(ben.id, []);
  const path = await opened();
  await decide(ida, path);
  await call(desk.lea, "POST", `${path}/words`, { text: "Je conteste." });
  expect((await appeal(desk.lead, path, true)).body.file?.appeal?.decided).toMatchObject({ by: { name: "Lea" }, as: { as: "in-place", role: "the management" } });
});

test("a lead names somebody else for it as before, and nobody names themselves for what is not theirs", async () => {
  const path = await opened();
  const name = (as: Caller, to: string) => call<Case>(as, "PUT", `${path}/decider`, { to });
  expect((await name(desk.lead, desk.ids.lead)).body).toMatchObject({ code: "not-allowed", detail: expect.stringContaining("Nobody names themselves") as string });
  expect((await name(desk.lead, ron.id)).status).toBe(200);
  expect((await decide(ron, path, null)).body.file?.decision?.as).toEqual({ as: "named", role: "mediatoarea" });
});

test("who is locked out holds nothing any more: leads stand in", async () => {
  const path = await opened();
  await call(desk.admin, "PATCH", `/staff/${ida.id}`, { disabled: true });
  expect((await decide(desk.lead, path, null)).body.file?.decision?.as).toMatchObject({ as: "in-place" });
  await call(desk.admin, "PATCH", `/staff/${ida.id}`, { disabled: false });
});

test("a case goes by the roles of the version under which it was opened, also when a new one has others", async () => {
  const path = await opened();
  await desk.activate(4, ROLES_POLICY.replace('version: "3"', 'version: "4"').replaceAll("judge", "referee"));
  expect((await decide(desk.lead, path, null)).body).toMatchObject({ code: "not-yours", detail: expect.stringContaining("the ombudsperson (Ida)") as string });
  const again = await desk.session("small", "staff", ida.id); // being locked out ended her first
  expect((await decide(again, path, null)).body).toMatchObject({ file: { decision: { as: { as: "holder" } } } });
});

test("what a policy leaves to a role on a ticket is a holder's to decide; others are told whose it is", async () => {
  const asked = await call<{ number: string }>(desk.luc, "POST", "/tickets", { subject: "Bonjour", text: "Une question.", topic: "how-to" });
  const path = `/tickets/${asked.body.number}`;
  type Rulings = { rulings: { yours: boolean; inPlace: boolean; state: string; decides: { role: string; people: { name: string }[]; inPlace: boolean } }[]; code?: string };
  await holds(ida.id, ["judge"]);
  await holds(ron.id, ["board"]);
  expect((await call<Rulings>(desk.lead, "GET", path)).body.rulings).toMatchObject([{ yours: false, decides: { role: "the management", people: [{ name: "Ron" }], inPlace: false } }]);
  const rule = (as: Caller) => call<Rulings>(as, "PUT", `${path}/rulings/an-exception`, { state: "granted", option: "help-once", reason: "Once." });
  for (const as of [desk.lead, desk.agent, desk.admin]) expect((await rule(as)).body).toMatchObject({ code: "not-yours", detail: expect.stringContaining("the management (Ron)") as string });
  expect((await rule(ron)).body.rulings).toMatchObject([{ state: "granted", inPlace: false }]);
  expect((await rule(ron)).body).toMatchObject({ code: "already-taken" });
});
