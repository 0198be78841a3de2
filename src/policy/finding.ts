// One way to make a finding: a stable code, a place, and a key that a decision of the author can quote.
import type { Facts, Finding, Place, Severity } from "./model.ts";

export interface FindingParts {
  readonly code: string;
  readonly at: string;
  readonly message: string;
  readonly severity?: Severity;
  readonly clauses?: readonly string[];
  readonly mend?: string;
  readonly example?: Facts;
  readonly place?: Place | undefined;
  /** What the finding rests on: clauses and region of facts. A settlement lapses when it changes. */
  readonly rests?: string;
}

/** The key is `code at fingerprint`; the fingerprint covers the clauses and what the finding rests on. */
export function finding(parts: FindingParts): Finding {
  const clauses = parts.clauses ?? [];
  const key = `${parts.code} ${parts.at} ${fingerprint([parts.code, parts.at, ...clauses, parts.rests ?? ""].join("\u0000"))}`;
  return {
    code: parts.code,
    severity: parts.severity ?? "error",
    at: parts.at,
    clauses,
    message: parts.message,
    key,
    ...(parts.example && { example: parts.example }),
    ...(parts.mend && { mend: parts.mend }),
    ...(parts.place && { place: parts.place }),
  };
}

/** FNV-1a, 32 bits, shown as six hex digits: short to quote, enough to tell that something changed. */
function fingerprint(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, "0").slice(0, 6);
}

/** The nearest of the known names, for "did you mean"; null when nothing is near. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const k of known) {
    const d = distance(name, k);
    if (d < least) [best, least] = [k, d];
  }
  return best;
}

/** Levenshtein's edit distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
