// A version that is to come, on the command line: what is said of it, when it comes too late, and taken back.
import { join } from "node:path";
import { expect, test } from "vitest";
import { dateIn } from "../../src/policy/index.ts";
import { folderWith, troth } from "../cli/run-troth.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { dataFolder } from "../server/run-server.ts";
import { edited } from "./edited.ts";

const day = (n: number): string => dateIn(Date.now() + n * 86_400_000, "Europe/Paris");
const promising = edited(SMALL_POLICY, [
  [
    /^promises:\n/m,
    'promises:\n  - { clause: ahead, promise: notice, subject: policy, must: 30 days, words: { en: "A new version is announced at least {must} ahead.", fr: "Une nouvelle version est annoncée au moins {must} à l’avance." } }\n',
  ],
]);
const version = (label: string, effective: string): string =>
  edited(promising, [
    [/^version: .*/m, `version: "${label}"`],
    [/^effective: \S+/m, `effective: ${effective}`],
  ]);

test("SPEC 22.2: too late is refused with the first day that is in time, a reason breaks the promise, and what is to come can be withdrawn", { timeout: 200_000 }, async () => {
  const folder = await folderWith({ "one.yaml": promising, "soon.yaml": version("2", day(10)), "late.yaml": version("3", day(50)) });
  const env = { DATA_DIR: await dataFolder() };
  const run = (...args: string[]) => troth(args, env);
  expect(await run("activate", join(folder, "one.yaml"))).toMatchObject({ code: 0 });
  const refused = await run("activate", join(folder, "soon.yaml"));
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(`It takes effect on ${day(10)}, and the policy in force promises to announce a new version at least 30 days ahead`);
  expect(refused.err).toMatch(/write `effective: \d{4}-\d\d-\d\d`/);
  expect(refused.err).toContain("Change the day, or give the reason with --late.");
  expect((await run("activate", join(folder, "soon.yaml"), "--late", "A new law")).out).toContain(
    `Version 2 takes effect on ${day(10)}, as that day begins (Europe/Paris). Until then the desk small goes on as it is.`,
  );
  expect((await run("activate", join(folder, "late.yaml"))).out).toContain(`Version 3 takes effect on ${day(50)}`);
  expect((await run("withdraw", "small", "3", "--why", "Not yet")).out).toBe("Version 3 of small is withdrawn. The server tells whoever was told of it.\n");
  expect((await run("withdraw", "small", "1", "--why", "Never")).err).toContain("only a version that is still to come can be withdrawn");
  expect((await run("withdraw", "small", "none", "--why", "Never")).err).toContain('"none" is no version.');
});
