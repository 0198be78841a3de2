// `troth check`: what is wrong with policies before they run.
import { check } from "../policy/check/check.ts";
import { findingLines } from "./finding-lines.ts";
import { readPolicyFile } from "./policy-file.ts";
import { counted, out, styled } from "./screen.ts";

/** Shows every finding; the exit code is 1 where an error is open. */
export async function checkPolicies(names: readonly string[], how: { readonly json?: boolean }): Promise<void> {
  const reports = [];
  let open = 0;
  for (const name of names) {
    const file = await readPolicyFile(name);
    const { findings, clauses, wordsOnly } = check(file.text);
    const errors = findings.filter((f) => f.severity === "error" && !f.decided).length;
    open += errors;
    reports.push({ file: file.path, errors, clauses, wordsOnly, findings });
    if (how.json) continue;
    for (const f of findings) out(...findingLines(f, file.path));
    const settled = findings.filter((f) => f.decided).length;
    const others = findings.length - errors - settled;
    const sum = [
      counted(clauses, "clause"), `${wordsOnly} of them words only`, errors ? styled("red", counted(errors, "open error")) : styled("green", "no open error"),
      ...(settled ? [`${counted(settled, "finding")} decided`] : []), ...(others ? [counted(others, "warning or note", "warnings and notes")] : []),
    ];
    out(`${styled("bold", file.path)}: ${sum.join(", ")}`, "");
  }
  if (how.json) out(JSON.stringify(reports, null, 2));
  if (open) process.exitCode = 1;
}
