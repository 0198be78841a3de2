// Roles of a policy on the command line: the first administrator holds some, what nobody holds is named with what happens meanwhile, and a backup keeps who holds what.
import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { discardEmbedded } from "../../src/database/discard-embedded.ts";
import { ROLES_POLICY } from "../roles/roles-policy.ts";
import { folderWith, troth } from "./run-troth.ts";

const parent = mkdtempSync(join(tmpdir(), "troth-cli-roles-"));
const [here, there] = [join(parent, "here"), join(parent, "there")];
afterAll(async () => {
  for (const folder of await readdir(parent)) await discardEmbedded(join(parent, folder)).catch(() => undefined); // not every folder holds a database
  await rm(parent, { recursive: true, force: true });
});
const policy = await folderWith({ "policy.yaml": ROLES_POLICY });
const unheld = (text: string): string[] => [...text.matchAll(/Nobody holds the role (\S+)/g)].map(([, role]) => role ?? "");

test("a role that the policy does not have, or a role for nobody, is refused with what there is", async () => {
  expect(await troth(["activate", policy, "--admin", "ada@small.example", "--admin-holds", "judge, pope"], { DATA_DIR: here })).toMatchObject({
    code: 1,
    err: "The policy has no role pope.\nIts roles: lead, judge, board, specialists, office.\n",
  });
  expect((await troth(["activate", policy, "--admin-holds", "judge"], { DATA_DIR: here })).err).toContain("Add --admin with their address");
});

test("the administrator holds what was said; what nobody holds is named with who stands in and what to do; nothing is locked", async () => {
  const { code, out } = await troth(["activate", policy, "--admin", "ada@small.example", "--admin-holds", "judge,board"], { DATA_DIR: here });
  expect(code).toBe(0);
  expect(unheld(out)).toEqual(["specialists", "office"]);
  expect(out).toContain(
    "warning Nobody holds the role specialists (the specialists), which takes over what is escalated: leads stand in for it until an administrator gives it to somebody under Staff.",
  );
  expect(out).toContain("warning Only ada@small.example holds board (the management), and decides as judge as well");
  const checked = await troth(["check", "--desk", "small"], { DATA_DIR: here });
  expect([checked.code, unheld(checked.out)]).toEqual([0, ["specialists", "office"]]);
});

test("a backup that is restored elsewhere has who holds what", async () => {
  const file = join(parent, "kept.tar.gz");
  expect((await troth(["backup", file], { DATA_DIR: here })).code).toBe(0);
  expect((await troth(["restore", file], { DATA_DIR: there })).code).toBe(0);
  expect(unheld((await troth(["check", "--desk", "small"], { DATA_DIR: there })).out)).toEqual(["specialists", "office"]);
});
