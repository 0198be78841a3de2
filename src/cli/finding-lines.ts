// A finding of the checker in a terminal: the place first, so that an editor can jump to it.
import type { Finding } from "../policy/index.ts";
import { pageOf } from "../policy/check/codes.ts";
import { valueText } from "./value-text.ts";
import { styled, wrapped } from "./screen.ts";

const COLOUR = { error: "red", warning: "yellow", note: "cyan" } as const;

/** "policies/dms/policy.yaml:12:5 error E-GAP charges/overrun" and what there is to say about it. */
export function findingLines(f: Finding, path: string): string[] {
  const place = f.place ? `${path}:${f.place.line}:${f.place.column}` : path;
  const severity = f.decided ? styled("green", "decided") : styled(COLOUR[f.severity], f.severity);
  const example =
    f.example && Object.keys(f.example).length
      ? Object.entries(f.example)
          .map(([name, value]) => `${name}: ${valueText(name, value)}`)
          .join(", ")
      : null;
  return [
    `${styled("bold", place)} ${severity} ${f.code} ${f.at}`,
    ...wrapped(f.message, "    "),
    ...(example ? wrapped(`For example: ${example}`, "    ") : []),
    ...(f.decided ? wrapped(`Decided by ${f.decided}.`, "    ") : f.mend ? wrapped(`To mend it: ${f.mend}`, "    ") : []),
    styled("dim", `    ${f.key}${f.decided ? "" : `  (${pageOf(f.code)})`}`),
  ];
}
