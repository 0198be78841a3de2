// Findings as the workflow commands that GitHub and its like show beside the lines of a change.
import type { Finding } from "../policy/index.ts";

const COMMAND = { error: "error", warning: "warning", note: "notice" } as const;

/** One line for each finding that is open: `::error file=…,line=…,col=…,title=…::message`. What is decided is not news. */
export function githubAnnotations(file: string, findings: readonly Finding[]): string[] {
  return findings
    .filter((f) => !f.decided)
    .map((f) => {
      const where = [
        ["file", file],
        ...(f.place
          ? [
              ["line", String(f.place.line)],
              ["col", String(f.place.column)],
            ]
          : []),
        ["title", `${f.code} ${f.at}`],
      ];
      return `::${COMMAND[f.severity]} ${where.map(([name, value]) => `${name}=${property(value!)}`).join(",")}::${data(f.mend ? `${f.message}\nTo mend it: ${f.mend}` : f.message)}`;
    });
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
