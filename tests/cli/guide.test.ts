// The guide for authors is true: its policy has no finding, its people keep its promise and its scenarios hold.
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
