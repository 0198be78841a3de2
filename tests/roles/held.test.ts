// Staff hold the roles of the policy: who gives them, what is kept of it, what is said where nobody holds one. SPEC 5.9
import { expect, test } from "vitest";
import { deskFindings } from "../../src/desk/views/desk-findings.ts";
import { rolesDesk } from "./roles-desk.ts";
import { ROLES_POLICY } from "./roles-policy.ts";

const desk = await rolesDesk();
const { call, staff, holds } = desk;

interface List {
  readonly items: { readonly id: string; readonly name: string; readonly holds: string[] }[];
  readonly roles: { readonly id: string; readonly name: string; readonly tasks: string[]; readonly held: boolean }[];
}
const list = async (as = desk.admin): Promise<List> => (await call<List>(as, "GET", "/staff")).body;
const findings = () => desk.database.asDesk("small", (tx) => deskFindings(tx, "small", desk.house.now()));
const said = async (code: string): Promise<string[]> => (await findings()).filter((f) => f.code === code).map((f) => f.message);

test("the list of staff says which roles the policy has, in the reader's language, what each is asked, and whether somebody holds it", async () => {
  const { roles } = await list();
  expect(roles).toEqual([
    { id: "lead", name: "lead", tasks: [], held: false },
    { id: "judge", name: "the ombudsperson", tasks: ["decides"], held: false },
    { id: "board", name: "the management", tasks: ["hears-appeals", "decides", "is-told"], held: false },
    { id: "specialists", name: "the specialists", tasks: ["takes-over"], held: false },
    { id: "office", name: "the contracts office", tasks: ["is-told"], held: false },
  ]);
  expect((await list(desk.agent)).roles.map((r) => r.name)).toContain("la médiatrice"); // Ana reads French
});

test("a role that the policy asks for and nobody holds is a warning that says what happens meanwhile and what to do", async () => {
  const unheld = await said("unheld");
  expect(unheld).toHaveLength(4);
  expect(unheld[0]).toMatch(/Nobody holds the role judge \(the ombudsperson\), which decides: leads stand in for it until an administrator gives it to somebody under Staff/);
});

test("an administrator gives roles and takes them; leads, agents and keys of other scopes do not; who gave what is kept", async () => {
  for (const as of [desk.lead, desk.agent, await desk.key("tickets:write"), desk.lea])
    expect((await call(as, "PATCH", `/staff/${staff.ida.id}`, { holds: ["judge"] })).status).toBeGreaterThanOrEqual(401);
  expect((await holds(staff.ida.id, ["judge", "judge"])).body.holds).toEqual(["judge"]);
  expect((await call(await desk.key("admin"), "PATCH", `/staff/${staff.ben.id}`, { holds: ["board"] })).status).toBe(200);
  expect((await call(desk.admin, "PATCH", `/staff/${staff.ida.id}`, { present: true })).body).toMatchObject({ holds: ["judge"] }); // what is left out stays
  await holds(staff.ben.id, []);
  expect(await said("unheld")).toHaveLength(3);
  const kept = await desk.database.asDesk("small", (tx) => tx.query("select by_kind, by_id, detail from events where kind = 'roles-held' order by seq"));
  expect(kept).toEqual([
    { by_kind: "staff", by_id: desk.ids.admin, detail: { staff: staff.ida.id, given: ["judge"], taken: [] } },
    { by_kind: "key", by_id: expect.any(String) as string, detail: { staff: staff.ben.id, given: ["board"], taken: [] } },
    { by_kind: "staff", by_id: desk.ids.admin, detail: { staff: staff.ben.id, given: [], taken: ["board"] } },
  ]);
});

test("somebody new can hold a role from the first day; a role that the policy does not have is refused, and the answer names those that it has", async () => {
  const made = await call<{ holds: string[] }>(desk.admin, "POST", "/staff", { name: "Mia", email: "mia@small.example", role: "agent", password: "correct horse battery", holds: ["office"] });
  expect([made.status, made.body.holds]).toEqual([201, ["office"]]);
  expect((await holds(staff.ida.id, ["judge", "pope"])).body).toMatchObject({
    code: "invalid-input",
    faults: [{ at: "holds.1", message: "the policy has no such role; one of: lead, judge, board, specialists, office" }],
  });
});

test("where one person decides and alone would hear the appeal, it is said who hears it then", async () => {
  await holds(staff.ida.id, ["judge", "board"]);
  expect(await said("same-hands")).toEqual(["Only Ida holds board (the management), and decides as judge as well: what they decide is heard on appeal by a lead. Give board to somebody else too."]);
  await holds(staff.ben.id, ["board"]);
  expect(await said("same-hands")).toEqual([]);
});

test("a role that a new version of the policy no longer has stays with who held it, is shown as gone, and can be taken from them but not given to others", async () => {
  await desk.activate(
    4,
    ROLES_POLICY.replace('version: "3"', 'version: "4"')
      .replace(/^ {2}office: .*\n/m, "")
      .replace("to: office", "to: board")
      .replace("tell: [requester, office]", "tell: [requester]"),
  );
  const { items, roles } = await list();
  expect(roles.map((r) => r.id)).toEqual(["lead", "judge", "board", "specialists"]);
  const mia = items.find((s) => s.name === "Mia");
  expect(mia?.holds).toEqual(["office"]);
  expect(await said("unknown-role")).toEqual(["Mia holds the role office, which the policy in force does not have. Cases that were opened under an earlier version still go by it."]);
  expect((await holds(mia?.id ?? "", ["office", "specialists"])).body.holds).toEqual(["office", "specialists"]);
  expect((await holds(staff.ben.id, ["office"])).body).toMatchObject({ code: "invalid-input", faults: [{ at: "holds.0" }] });
  expect((await holds(mia?.id ?? "", ["specialists"])).body.holds).toEqual(["specialists"]);
});
