// `troth check`: what is wrong with policies before they run, for people, programs, code hosts and pull requests.
import { relative } from "node:path";
import { check, type Checked } from "../policy/check/check.ts";
import { pageOf } from "../policy/check/codes.ts";
import { findingLines } from "./finding-lines.ts";
import { githubAnnotations } from "./github-annotations.ts";
import { readPolicyFile } from "./policy-file.ts";
import { sarif } from "./sarif.ts";
import { counted, out, styled } from "./screen.ts";
import { staffFindings } from "./staff-findings.ts";

export const FORMATS = ["text", "json", "sarif", "github"] as const;
interface Report extends Checked {
  readonly file: string;
  readonly errors: number; // open
}

/** Shows every finding; the exit code is 1 where an error is open. `json` is the short way to say `format: "json"`. With `staff`, a file, its people are held against what is promised. */
export async function checkPolicies(
  names: readonly string[],
  how: { readonly json?: boolean; readonly format?: (typeof FORMATS)[number]; readonly staff?: string; readonly from?: string },
): Promise<void> {
  const format = how.json ? "json" : (how.format ?? "text");
  const reports: Report[] = [];
  for (const name of names) {
    const file = await readPolicyFile(name);
    const plain = check(file.text);
    const checked = how.staff !== undefined && plain.policy ? { ...plain, findings: [...plain.findings, ...(await staffFindings(plain.policy, how.staff, how.from))] } : plain;
    const report = { file: file.path, ...checked, errors: checked.findings.filter((f) => f.severity === "error" && !f.decided).length };
    reports.push(report);
    if (format === "text") out(...linesOf(report));
    if (format === "github") out(...githubAnnotations(here(file.path), checked.findings));
  }
  if (format === "json") out(JSON.stringify(reports.map(asData), null, 2));
  if (format === "sarif") out(JSON.stringify(sarif(reports.map((r) => ({ ...r, file: here(r.file) }))), null, 2));
  if (reports.some((r) => r.errors)) process.exitCode = 1;
}

const asData = ({ file, errors, clauses, wordsOnly, findings }: Report): unknown => ({ file, errors, clauses, wordsOnly, findings: findings.map((f) => ({ ...f, page: pageOf(f.code) })) });

/** As seen from the folder of the command, which for a code host is the project's. */
const here = (path: string): string => (relative(process.cwd(), path) || path).replaceAll("\\", "/");

function linesOf({ file, errors, clauses, wordsOnly, findings }: Report): string[] {
  const settled = findings.filter((f) => f.decided).length;
  const others = findings.length - errors - settled;
  const sum = [
    counted(clauses, "clause"),
    `${wordsOnly} of them words only`,
    errors ? styled("red", counted(errors, "open error")) : styled("green", "no open error"),
    ...(settled ? [`${counted(settled, "finding")} decided`] : []),
    ...(others ? [counted(others, "warning or note", "warnings and notes")] : []),
  ];
  return [...findings.flatMap((f) => findingLines(f, file)), `${styled("bold", file)}: ${sum.join(", ")}`, ""];
}
