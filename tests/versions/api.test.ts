// The versions of the policy over the API: who may read them, what each changes, who was told, and who may withdraw one.
import { expect, test } from "vitest";
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { tellVersions } from "../../src/doors/worker/tell-versions.ts";
import { apiDesk } from "../api/api-desk.ts";
import { MONDAY } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { edited } from "./edited.ts";

const { house, call, lead, admin, agent, lea: requester } = await apiDesk();
interface Versions {
  readonly items: readonly { readonly version: number; readonly state: string; readonly takesEffect: string; readonly told: readonly Record<string, unknown>[]; readonly withdrawn: unknown }[];
}
await openDesk(
  house.database,
  "small",
  edited(SMALL_POLICY, [
    [/^version: .*/m, 'version: "2"'],
    [/^effective: \S+/m, "effective: 2026-05-01"],
    ["must: 2 working days", "must: 1 working day"],
  ]),
  "Ada",
  { now: MONDAY },
);
await tellVersions(house, (error) => {
  throw error;
});

test("staff read every version with its day in the desk's zone and who was told; a customer does not", async () => {
  const { status, body } = await call<Versions>(agent, "GET", "/policies");
  expect(status).toBe(200);
  expect(body.items.map((v) => [v.version, v.state, v.takesEffect])).toEqual([
    [2, "coming", "2026-04-30T22:00:00.000Z"],
    [1, "in-force", "2019-12-31T23:00:00.000Z"],
  ]);
  expect(body.items[0]?.told).toEqual([expect.objectContaining({ kind: "announced", by: "Ada", people: 4, waiting: 4, failed: 0, left: 0, notice: null })]);
  expect((await call(requester, "GET", "/policies")).status).toBe(403);
  expect((await call(null, "GET", "/policies")).status).toBe(401);
});

test("what a version changes is told in the language that is asked for; the first changed nothing", async () => {
  const { body } = await call<{ before: number; changes: { was: string; will: string; verdict: string }[]; clauses: { is: string }[] }>(lead, "GET", "/policies/2/changes?lang=fr");
  expect(body).toMatchObject({ before: 1, changes: [{ verdict: "better" }], clauses: [{ is: "changed" }] });
  expect(body.changes[0]?.was).toContain("Réponse en 2 jours ouvrés");
  expect(body.changes[0]?.will).toContain("Réponse en 1 jour ouvré");
  expect((await call(lead, "GET", "/policies/1/changes")).status).toBe(404);
  expect((await call(lead, "GET", "/policies/7/changes")).status).toBe(404);
  expect((await call(lead, "GET", "/policies/x/changes")).status).toBe(400);
});

test("an admin withdraws a version that is to come, with a reason, once", async () => {
  expect((await call(lead, "PUT", "/policies/2/withdrawal", { why: "No" })).status).toBe(403);
  expect((await call(admin, "PUT", "/policies/2/withdrawal", { why: "" })).status).toBe(400);
  expect((await call(admin, "PUT", "/policies/9/withdrawal", { why: "No" })).status).toBe(404);
  expect((await call(admin, "PUT", "/policies/1/withdrawal", { why: "No" })).status).toBe(409);
  expect((await call(admin, "PUT", "/policies/2/withdrawal", { why: "Too soon" })).status).toBe(200);
  expect((await call(admin, "PUT", "/policies/2/withdrawal", { why: "Too soon" })).status).toBe(409);
  const { body } = await call<Versions>(agent, "GET", "/policies");
  expect(body.items[0]).toMatchObject({ state: "withdrawn", withdrawn: { by: "Ada", why: "Too soon", replacedBy: null } });
});
