// The guide for authors is true: its policy has no finding, its people keep its promise, its scenarios hold, and its examples fit together. So is the first page's example.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, ROOT, troth } from "./run-troth.ts";

test("the policy of the guide has no finding, its people keep its promise, and its scenarios hold", async () => {
  const guide = await readFile(join(ROOT, "docs/policy-guide.md"), "utf8");
  const folder = await folderWith({});
  const files = [...guide.matchAll(/<!-- (\S+) -->\n```yaml\n([\s\S]*?)```/g)];
  expect(files.map((file) => file[1])).toEqual(["policy.yaml", "staff.yaml", "scenarios/answers.yaml"]);
  for (const [, name = "", text = ""] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const checked = await troth(["check", folder]);
  expect(checked.out).toContain("no open error");
  expect(checked.out.trim().split("\n")).toHaveLength(1);
  const staffed = await troth(["check", folder, "--staff", join(folder, "staff.yaml"), "--from", "2026-03-02"]);
  expect([staffed.code, staffed.err, staffed.out.trim().split("\n").length]).toEqual([0, "", 1]);
  expect((await troth(["test", folder])).out).toMatch(/\n2 passed, 0 failed\n$/);
});

test("what the guide says of how a request ends fits together in one policy without a finding", async () => {
  const guide = await readFile(join(ROOT, "docs/policy-guide.md"), "utf8");
  const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((block) => block[1] ?? "");
  const [whole = "", asks = "", again = ""] = ["policy: garden", "solution-first", "opens-again"].map((mark) => blocks.find((block) => block.includes(mark)));
  const open = whole.slice(whole.indexOf("  - clause: otherwise-open"));
  const folder = await folderWith({ "policy.yaml": whole.slice(0, whole.indexOf("closure:\n")) + asks + again + open });
  const { out } = await troth(["check", folder]);
  expect(out.trim().split("\n")).toEqual([expect.stringContaining("12 clauses, 0 of them words only, no open error")]);
});

test("the author's decision that the guide shows settles the words that it was taken on", async () => {
  const guide = await readFile(join(ROOT, "docs/policy-guide.md"), "utf8");
  const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((block) => block[1] ?? "");
  const [whole = "", decision = ""] = ["policy: garden", "a-few-hours-are-four"].map((mark) => blocks.find((block) => block.includes(mark)));
  const vague = whole.replace(/goal: 4 hours/, 'goal: { undecided: "within a few hours" }');
  const [before, after] = [await folderWith({ "policy.yaml": vague }), await folderWith({ "policy.yaml": vague + decision })];
  expect(await troth(["check", before])).toMatchObject({ code: 1, out: expect.stringContaining("1 open error") });
  expect(await troth(["check", after])).toMatchObject({ code: 0, out: expect.stringContaining("no open error, 1 finding decided") });
});

test("the facts that the first page and the help of explain and decide write into a file are answered by the policy that they name", async () => {
  const told = [await readFile(join(ROOT, "README.md"), "utf8"), (await troth(["explain", "--help"])).out, (await troth(["decide", "--help"])).out];
  for (const text of told) {
    const [, facts = "", command = "", policy = ""] = /echo '([^']+)' > facts\.yaml\s+npx troth (\w+) (\S+) --facts facts\.yaml/.exec(text) ?? [];
    const folder = await folderWith({ "facts.yaml": `${facts}\n` });
    expect(await troth([command, policy, "--facts", join(folder, "facts.yaml")])).toMatchObject({ code: 0, err: "" });
  }
});
