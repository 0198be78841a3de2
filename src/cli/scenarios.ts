// `troth test`: runs the scenarios that lie beside a policy.
import { Trouble } from "../database/trouble.ts";
import { runScenarios } from "../policy/index.ts";
import { type PolicyFile, readPolicyFile, runnable } from "./policy-file.ts";
import { scenarioFiles, scenarioFolder } from "./scenario-files.ts";
import { counted, out, styled } from "./screen.ts";

/** Runs every scenario; the exit code is 1 where one does not hold. */
export async function testPolicies(names: readonly string[], how: { readonly json?: boolean }): Promise<void> {
  const reports = [];
  let failed = 0;
  let held = 0;
  for (const name of names) {
    const file = await readPolicyFile(name);
    const report = await testPolicy(file);
    reports.push(report);
    failed += report.failures.length;
    held += report.held;
    if (how.json) continue;
    for (const f of report.failures) out(`${styled("bold", f.place)} ${styled("red", "fails")} ${f.scenario}`, ...f.why.map((why) => `    ${why}`));
    const untouched = report.untouched.length ? `; no scenario touches ${report.untouched.join(", ")}` : "";
    out(
      `${styled("bold", file.path)}: ${counted(report.held, "scenario holds", "scenarios hold")}, ${report.failures.length ? styled("red", `${report.failures.length} fail`) : "none fails"}${untouched}`,
    );
  }
  out(...(how.json ? [JSON.stringify(reports, null, 2)] : [`${held} passed, ${failed} failed`]));
  if (failed) process.exitCode = 1;
}

interface Failure {
  readonly scenario: string;
  readonly place: string;
  readonly why: readonly string[];
}
interface Report {
  readonly file: string;
  readonly held: number;
  readonly failures: readonly Failure[];
  readonly untouched: readonly string[];
}

async function testPolicy(file: PolicyFile): Promise<Report> {
  const policy = runnable(file);
  const files = await scenarioFiles(file);
  if (!files.length) throw new Trouble(`There are no scenarios in ${scenarioFolder(file)}.`, "Write at least one file there; docs/policy-guide.md shows how.");
  const failures: Failure[] = [];
  const touched = new Set<string>();
  let held = 0;
  for (const { path, read } of files) {
    const at = (place?: { line: number; column: number }): string => (place ? `${path}:${place.line}:${place.column}` : path);
    const { faults, results } = runScenarios(policy, read);
    for (const f of faults) failures.push({ scenario: "the file cannot be read", place: at(f.place), why: [f.message] });
    for (const r of results) {
      for (const clause of r.clauses) touched.add(clause);
      if (r.failures.length) failures.push({ scenario: r.scenario, place: at(r.place), why: r.failures });
      else held += 1;
    }
  }
  const untouched = policy.clauses.filter((c) => c.section !== "statements" && !touched.has(c.id)).map((c) => c.id);
  return { file: file.path, held, failures, untouched };
}
