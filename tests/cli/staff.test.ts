// `troth check --staff`: a file of people against what a policy promises, as an author reads it.
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, troth } from "./run-troth.ts";

const staffed = async (text: string): Promise<string> => join(await folderWith({ "staff.yaml": text }), "staff.yaml");
const SHORT = 'people:\n  dana: { name: Dana, rota: { mon-sat: ["00:00-24:00"], sun: ["00:00-02:00", "06:00-24:00"] } }\n';

test("the hour at which nobody is on duty is named, with the promise that it breaks, and the end is 1", async () => {
  const { code, out } = await troth(["check", "policies/teladentistry", "--staff", await staffed(SHORT), "--from", "2026-04-06"]);
  expect(code).toBe(1);
  expect(out).toMatch(
    /error E-UNKEEPABLE received-and-assigned\n {4}Every week Sunday 02:00 to 06:00: nobody is on duty\. § 6\.1 received-and-assigned\s+promises an\s+acknowledgement\s+within 5 minutes/,
  );
});

test("people at every hour keep what is promised", async () => {
  const { code, out } = await troth(["check", "policies/teladentistry", "--staff", await staffed("people: { dana: { rota: always } }\n"), "--from", "2026-04-06"]);
  expect([code, out.includes("no open error")]).toEqual([0, true]);
});

test("faults of the file are named by line, and as data the holes are findings like any other", async () => {
  expect(await troth(["check", "policies/teladentistry", "--staff", await staffed("people:\n  dana: { trained: [surfing], rota: always }\n")])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/staff\.yaml:2:\d+ "surfing" is no topic/) as string,
  });
  const { out } = await troth(["check", "policies/teladentistry", "--staff", await staffed(SHORT), "--from", "2026-04-06", "--json"]);
  const [report] = JSON.parse(out) as [{ findings: { code: string; at: string; key: string }[] }];
  expect(report.findings.filter((f) => f.code === "E-UNKEEPABLE").map((f) => [f.at, /^E-UNKEEPABLE received-and-assigned [0-9a-f]{6}$/.test(f.key)])).toEqual([["received-and-assigned", true]]);
});
