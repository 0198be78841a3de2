// The commands that work on a desk's data: activate, import, backup, restore; on embedded databases of their own.
import { readdir, readFile, rm } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startEmbedded } from "../../src/database/embedded.ts";
import { discardEmbedded } from "../../src/database/discard-embedded.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { folderWith, troth } from "./run-troth.ts";

const parent = mkdtempSync(join(tmpdir(), "troth-cli-data-"));
const [here, there] = [join(parent, "here"), join(parent, "there")];
afterAll(async () => {
  for (const folder of await readdir(parent)) await discardEmbedded(join(parent, folder)).catch(() => undefined); // not every folder holds a database
  await rm(parent, { recursive: true, force: true });
});
const policy = await folderWith({ "policy.yaml": SMALL_POLICY });

test("a desk is opened from a policy, with an administrator whose password is shown once", async () => {
  const { code, out } = await troth(["activate", policy, "--admin", "Ada@small.example"], { DATA_DIR: here });
  expect(out).toMatch(/^The desk small now runs by version 1 of its policy\.\nAda@small\.example signs in at \/small\/console with the password \S{16}\n$/);
  expect(code).toBe(0);
  expect((await troth(["activate", policy], { DATA_DIR: here })).out).toBe("The desk small runs by this text already.\n");
});

test("a policy with an open error is never activated, and every error is named", async () => {
  const broken = await folderWith({ "policy.yaml": SMALL_POLICY.replace("when: { subscription: paid }", "when: { subscription: gold }") });
  const { code, err } = await troth(["activate", broken], { DATA_DIR: here });
  expect(code).toBe(1);
  expect(err).toMatch(/open error/);
  expect(err).toMatch(/policy\.yaml:\d+:\d+ /);
});

test("what stands in the way of a new desk is said in a sentence: the address of another one, an administrator without one", async () => {
  const twice = await troth(["activate", policy, "--desk", "twin"], { DATA_DIR: here });
  expect(twice.code).toBe(1);
  expect(twice.err).toMatch(
    /^The policy of twin cannot be activated like this\.\n {2}\S+:desk\/address Another desk has the address help@small\.example already: give this policy another one \(desk: address\)\.\nOr give the text to the desk that has the address, with --desk\.\n$/,
  );
  expect((await troth(["activate", policy, "--admin", "Ada"], { DATA_DIR: here })).err).toContain('"Ada" is no mail address.');
});

test("a backup that cannot be written says where and why", async () => {
  const { code, err } = await troth(["backup", join(parent, "nowhere", "b.tar.gz")], { DATA_DIR: here });
  expect([code, err]).toEqual([1, expect.stringContaining("nowhere/b.tar.gz: there is no such folder.\nName a file in a folder that is there")]);
});

test("customers come in from a spreadsheet with the facts of their record; a second time changes nothing", async () => {
  const folder = await folderWith({
    "c.csv": "\uFEFFOrganisation;Name;Email;Language;Zone;subscription\nCabinet Durand;Paul Durand;Paul@durand.example;fr;Europe/Paris;paid\n\nCabinet Durand;Ève Durand;eve@durand.example;fr;;\n",
  });
  const file = join(folder, "c.csv");
  expect((await troth(["import", file, "--desk", "small", "--dry-run"], { DATA_DIR: here })).out).toContain(
    "(UTF-8, semicolon) would bring into small: 2 new, 0 changed, 0 unchanged. Nothing was imported",
  );
  for (const sum of ["2 new, 0 changed, 0 unchanged", "0 new, 0 changed, 2 unchanged"])
    expect(await troth(["import", file, "--desk", "small"], { DATA_DIR: here })).toMatchObject({ code: 0, out: `Imported into small: ${sum}.\n` });
});

test("rows with faults are all named by their line, and the rest is imported", async () => {
  const folder = await folderWith({
    "c.csv": "name,email,organisation,subscription,zone\nAna,not-a-mail,A,paid,\n,b@b.example,B,golden,Mars/Base\nCy,c@c.example,C,paid,\nCy,c@c.example,C,expired,\n",
  });
  const { code, out, err } = await troth(["import", join(folder, "c.csv"), "--desk", "small"], { DATA_DIR: here });
  expect(code).toBe(1);
  expect(err.match(/c\.csv:\d+ .*/g)?.map((line) => line.replace(/^c\.csv/, ""))).toEqual([
    ':2 "not-a-mail" is no mail address.',
    ":3 The name is missing.",
    ':3 "Mars/Base" is no time zone: write it as Europe/Paris.',
    ':3 "golden" is no value of subscription: write one of paid, expired, none.',
    ":5 c@c.example stands on line 4 already.",
    ":5 subscription of C is expired here and paid on line 4.",
  ]);
  expect(out).toBe("Imported into small: 1 new, 0 changed, 0 unchanged.\n");
  expect(err).toContain("has 6 faults on 3 lines. The rest was imported.");
});

test("a column that nobody knows is named, and so is a desk that is not there", async () => {
  const folder = await folderWith({ "c.csv": "name,email,subscripton\n" });
  expect((await troth(["import", join(folder, "c.csv"), "--desk", "small"], { DATA_DIR: here })).err).toContain(
    'The column "subscripton" is none that Troth or the policy knows. Did you mean subscription?',
  );
  expect((await troth(["import", join(folder, "c.csv"), "--desk", "smal"], { DATA_DIR: here })).err).toBe("There is no desk smal here.\nThere are small.\n");
});

test("a backup restored elsewhere has every row and every file again", async () => {
  const bytes = "kept whole";
  const sha = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(join(here, "files", sha.slice(0, 2), sha.slice(2, 4)), { recursive: true });
  writeFileSync(join(here, "files", sha.slice(0, 2), sha.slice(2, 4), sha), bytes);
  const [first, second] = [join(parent, "first.tar.gz"), join(parent, "second.tar.gz")];
  expect((await troth(["backup", first], { DATA_DIR: here })).code).toBe(0);
  expect((await troth(["restore", first], { DATA_DIR: there })).out).toMatch(/^\d+ rows and 1 file are back\.\n$/);
  expect((await troth(["backup", second], { DATA_DIR: there })).code).toBe(0);
  expect(contents(second)).toEqual(contents(first));
  expect(await readFile(join(there, "secret"), "utf8")).toBe(await readFile(join(here, "secret"), "utf8"));
  const again = await troth(["restore", first], { DATA_DIR: there });
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("The database already holds desks") as string });
});

test("a desk's own data are checked: nobody is trained, nobody is there; and a desk that there is not is said to be none", async () => {
  const embedded = await startEmbedded({ dataDir: here });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query(
    "insert into staff (desk, id, name, email, password, role, trained) values ('small', '00000000-0000-4000-8000-00000000000a', 'Ben', 'ben@small.example', '-', 'agent', '{video}')",
  );
  await client.query(
    "insert into shifts (desk, id, staff, zone, first, last, begins, minutes, made_at, made_by) values ('small', gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 'Europe/Paris', '2026-01-05', null, 540, 60, now(), 'Ada')",
  );
  await client.query(
    "insert into closures (desk, id, since, calendar, first, last, reason, made_at, made_by) values ('small', gen_random_uuid(), 1, 'nights', current_date::text, (current_date + 7)::text, '', now(), 'Ada')",
  );
  await client.query("update desks set hours = 1 where desk = 'small'");
  await client.end();
  await embedded.stop();
  const { code, out } = await troth(["check", "--desk", "small", "--json"], { DATA_DIR: here });
  const { findings } = JSON.parse(out) as { findings: { code: string; message: string }[] };
  expect(code).toBe(1);
  expect([...new Set(findings.map((f) => f.code))]).toEqual(["unknown-calendar", "hole", "unkept", "untrained"]);
  expect(findings.find((f) => f.code === "unkept")?.message).toMatch(/(?:nobody|Nobody).*§ \d+\.\d+ \S+ promises a/);
  expect(await troth(["check", "--desk", "tall"], { DATA_DIR: here })).toMatchObject({ code: 1, err: expect.stringContaining("no desk tall") });
  expect((await troth(["check"])).code).toBe(1);
});

test("a desk with very many large mails is backed up and comes back, though no one text could hold them", async () => {
  const [crowded, file] = [join(parent, "crowded"), join(parent, "crowded.tar.gz")];
  expect((await troth(["activate", policy], { DATA_DIR: crowded })).code).toBe(0);
  const embedded = await startEmbedded({ dataDir: crowded });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query(`insert into mailbox (desk, id, sender, recipients, subject, headers, text, html, at)
    select 'small', gen_random_uuid(), 'help@small.example', '{a@x.example}', 'Large', '{}', repeat('word ', 200000), '', now() from generate_series(1, 560)`);
  await client.end();
  await embedded.stop();
  expect(await troth(["backup", file], { DATA_DIR: crowded })).toMatchObject({ code: 0, err: "" });
  expect((await troth(["restore", file], { DATA_DIR: join(parent, "roomy") })).out).toMatch(/^\d+ rows and 0 files are back\.\n$/);
});

test("a backup that is cut off, or no backup at all, is refused in one sentence and leaves nothing behind", async () => {
  const whole = await readFile(join(parent, "first.tar.gz"));
  writeFileSync(join(parent, "cut.tar.gz"), whole.subarray(0, whole.length / 2));
  writeFileSync(join(parent, "text.tar.gz"), "no archive");
  const empty = { DATA_DIR: join(parent, "empty") };
  expect((await troth(["restore", join(parent, "cut.tar.gz")], empty)).err).toMatch(/damaged or cut off|not whole/);
  expect((await troth(["restore", join(parent, "text.tar.gz")], empty)).err).toMatch(/no backup of Troth/);
  expect((await troth(["restore", join(parent, "first.tar.gz")], empty)).code).toBe(0);
});

/** Every entry of an archive but the times of making and the count of transactions, which are the cluster's own. */
function contents(file: string): Record<string, string> {
  const names = execFileSync("tar", ["tzf", file]).toString().trim().split("\n");
  return Object.fromEntries(
    names.map((name) => [
      name,
      execFileSync("tar", ["xzOf", file, name])
        .toString()
        .replace(/"madeAt": "[^"]*"|"tx":"\d+"/g, ""),
    ]),
  );
}
