// What is wrong with an open text, as an editor shows it: the checker's findings of a policy, and of a file of scenarios those that do not hold.
import { pathToFileURL } from "node:url";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import { check } from "../policy/check/check.ts";
import { pageOf } from "../policy/check/codes.ts";
import { type Finding, type Policy, readScenarios, runScenarios } from "../policy/index.ts";
import { rangeAt } from "./range-at.ts";

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Information } as const;
const SOURCE = "troth";

export interface Diagnosed {
  readonly policy: Policy | null;
  readonly diagnostics: Diagnostic[];
}

/** `pages`: the folder of the package, in which the page of each code lies. */
export function diagnosePolicy(text: string, pages: string): Diagnosed {
  const { policy, findings } = check(text);
  return { policy, diagnostics: findings.map((f) => diagnostic(f, text, pages)) };
}

/** What its author has settled is a hint: there to be seen, nothing to mend. */
function diagnostic(f: Finding, text: string, pages: string): Diagnostic {
  const mend = f.decided ? `Decided by ${f.decided}.` : f.mend ? `To mend it: ${f.mend}` : "";
  return {
    range: rangeAt(text, f.place),
    severity: f.decided ? DiagnosticSeverity.Hint : SEVERITIES[f.severity],
    code: f.code,
    codeDescription: { href: pathToFileURL(`${pages}/${pageOf(f.code)}`).href },
    source: SOURCE,
    message: [f.message, mend, f.key].filter(Boolean).join("\n"),
    data: { key: f.key },
  };
}

/** The scenarios of a file against the policy beside it; of one that does not hold, why. */
export function diagnoseScenarios(text: string, policy: Policy): Diagnostic[] {
  const { faults, results } = runScenarios(policy, readScenarios(text));
  const said = (place: { line: number; column: number } | undefined, message: string): Diagnostic => ({ range: rangeAt(text, place), severity: DiagnosticSeverity.Error, source: SOURCE, message });
  return [...faults.map((f) => said(f.place, f.message)), ...results.filter((r) => r.failures.length).map((r) => said(r.place, `This does not hold: ${r.failures.join("; ")}`))];
}
