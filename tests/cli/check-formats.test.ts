// What `troth check` hands to programs: data, SARIF that its schema accepts, annotations for a pull request.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { expect, test } from "vitest";
import { folderWith, ROOT, troth } from "./run-troth.ts";

const BAD = "tests/policy/check/bad/a-topic-that-no-clause-answers.yaml";

/** The schema is of draft 4, of which it uses nothing that later drafts read otherwise but its own name. */
function schemaOfSarif(): object {
  const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(join(ROOT, "tests/cli/sarif-2.1.0-rtm.5.schema.json"), "utf8")) as Record<string, unknown>;
  return schema;
}

test("SARIF of all shipped policies and a broken one is what its schema asks for", async () => {
  const { code, out } = await troth(["check", "policies/dms", "policies/taxdome", "policies/teladentistry", BAD, "--format", "sarif"]);
  expect(code).toBe(1);
  const log = JSON.parse(out) as Log;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }); // its patterns are older than the flag
  addFormats.default(ajv);
  const valid = ajv.compile(schemaOfSarif());
  expect(valid(log) ? [] : valid.errors).toEqual([]);
  expect(valid({ ...log, version: "2.0" })).toBe(false);

  const { results = [], tool } = log.runs[0]!;
  const gap = results.find((r) => r.locations![0]!.physicalLocation!.artifactLocation!.uri === BAD)!;
  expect(gap).toMatchObject({ ruleId: "E-GAP", level: "error", suppressions: [], partialFingerprints: { "trothKey/v1": expect.stringMatching(/^E-GAP scope [0-9a-f]{6}$/) } });
  expect(tool.driver.rules![gap.ruleIndex!]!.id).toBe("E-GAP");
  const line = gap.locations![0]!.physicalLocation!.region!.startLine!;
  expect(readFileSync(join(ROOT, BAD), "utf8").split("\n")[line - 1]).toContain("clause: in");
  const decided = results.filter((r) => r.suppressions!.length > 0);
  expect(decided.length).toBe(results.length - 1);
  expect(decided[0]!.suppressions![0]).toMatchObject({ kind: "inSource", status: "accepted", justification: expect.stringMatching(/\d{4}-\d{2}-\d{2}: /) });
});

test("annotations name file, line and column, and escape what would end them", async () => {
  const folder = await folderWith({ "policy.yaml": 'policy: x\nversion: "50%,: off"\nscopes: []\n' });
  const { code, out } = await troth(["check", BAD, folder, "policies/orthocab", "--format", "github"]);
  expect(code).toBe(1);
  const lines = out.trim().split("\n");
  expect(lines[0]).toMatch(
    /^::error file=tests\/policy\/check\/bad\/a-topic-that-no-clause-answers\.yaml,line=\d+,col=5,title=E-GAP scope::A customer asking about invoice: no clause of scope says whether it is supported\./,
  );
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) file=[^:]+(,line=\d+,col=\d+)?,title=[^:]+::\S/);
  expect(out).not.toContain("orthocab"); // everything there is decided
});

test("data carries the page that explains each finding", async () => {
  const { out } = await troth(["check", BAD, "--format", "json"]);
  const [report] = JSON.parse(out) as [{ findings: { code: string; page: string; place: { line: number; column: number } }[] }];
  expect(report.findings.map((f) => f.page)).toEqual(["docs/findings/E-GAP.md"]);
  expect(readFileSync(join(ROOT, report.findings[0]!.page), "utf8")).toContain("# E-GAP");
});
