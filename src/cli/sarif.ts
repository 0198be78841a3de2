// Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.
import type { Log, ReportingDescriptor, Result } from "sarif";
import { CODES, pageOf } from "../policy/check/codes.ts";
import type { Finding, Policy } from "../policy/index.ts";

export interface FileFindings {
  /** Relative to the folder in which the command runs, with forward slashes. */
  readonly file: string;
  readonly policy: Policy | null;
  readonly findings: readonly Finding[];
}

/** One run over all files. What an author's decision settles is suppressed, with the reason as its justification. */
export function sarif(files: readonly FileFindings[]): Log {
  const codes = Object.keys(CODES);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Troth", rules: codes.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: files.flatMap(({ file, policy, findings }) => findings.map((f) => resultOf(f, file, policy, codes))),
      },
    ],
  };
}

function ruleOf(code: string): ReportingDescriptor {
  const { title, severity } = CODES[code]!;
  return { id: code, shortDescription: { text: `${title[0]!.toUpperCase()}${title.slice(1)}.` }, help: { text: `See ${pageOf(code)}.` }, defaultConfiguration: { level: severity } };
}

function resultOf(f: Finding, file: string, policy: Policy | null, codes: readonly string[]): Result {
  const decision = policy?.decisions.find((d) => d.id === f.decided);
  return {
    ruleId: f.code,
    ruleIndex: codes.indexOf(f.code),
    level: f.severity,
    message: { text: f.mend ? `${f.message}\nTo mend it: ${f.mend}` : f.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
          ...(f.place && { region: { startLine: f.place.line, startColumn: f.place.column } }),
        },
        logicalLocations: [{ fullyQualifiedName: f.at }],
      },
    ],
    partialFingerprints: { "trothKey/v1": f.key },
    suppressions: decision ? [{ kind: "inSource", status: "accepted", justification: `${decision.author}, ${decision.date}: ${decision.choice} ${decision.reason}` }] : [],
  };
}
