// What the shape's validator says, put into words that an author can act on.
import type { z } from "zod";
import { nearest } from "./finding.ts";
import type { Path } from "./read.ts";

export interface ShapeFault {
  readonly path: Path;
  readonly message: string;
  readonly mend?: string;
}

/** Issues of the validator as located sentences; a misspelt key gets the nearest known one. */
export function shapeFaults(issues: readonly z.core.$ZodIssue[], data: unknown): ShapeFault[] {
  return issues.flatMap((issue): ShapeFault[] => {
    const path = issue.path.map((p) => (typeof p === "symbol" ? String(p) : p));
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => {
        const near = nearest(key, KNOWN_KEYS);
        return { path: [...path, key], message: `"${key}" is not a word that belongs here.`, ...(near && { mend: `Did you mean "${near}"?` }) };
      });
    }
    if (issue.code === "invalid_union") {
      const best = issue.errors.map((e) => shapeFaults(e, data)).sort((a, b) => deepest(b) - deepest(a))[0];
      if (best?.some((f) => f.path.length > 0)) return best.map((f) => ({ ...f, path: [...path, ...f.path] }));
    }
    if (valueAt(data, path) === undefined) return [{ path, message: `"${String(path[path.length - 1])}" is missing.`, mend: "Add it." }];
    return [{ path, message: `${issue.message}${shown(valueAt(data, path))}.` }];
  });
}

const deepest = (faults: readonly ShapeFault[]): number => Math.max(0, ...faults.map((f) => f.path.length));

function shown(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? ` (found: ${String(value).slice(0, 60)})` : "";
}

function valueAt(data: unknown, path: Path): unknown {
  let node: unknown = data;
  for (const step of path) node = typeof node === "object" && node !== null ? (node as Record<string | number, unknown>)[step] : undefined;
  return node;
}

const KNOWN_KEYS = [
  "clause",
  "when",
  "unless",
  "over",
  "at",
  "strength",
  "may",
  "even-if-refused",
  "audience",
  "mentions",
  "suppress",
  "words",
  "set",
  "case",
  "conduct",
  "scope",
  "refer",
  "leads",
  "entitlement",
  "mend",
  "channel",
  "offered",
  "calendar",
  "otherwise",
  "booking",
  "answer",
  "after",
  "fee",
  "allowance",
  "quantity",
  "per",
  "for",
  "charge",
  "accept",
  "before",
  "rank",
  "route",
  "training",
  "skip",
  "order",
  "ask",
  "facts",
  "items",
  "pause",
  "proof",
  "remind",
  "promise",
  "none",
  "must",
  "goal",
  "every",
  "ends",
  "late-arrival",
  "starts",
  "stops",
  "pauses",
  "on-change",
  "names-expert",
  "subject",
  "share",
  "offer",
  "thing",
  "limit",
  "during",
  "notice",
  "to",
  "by",
  "about",
  "act",
  "escalate",
  "tell",
  "how",
  "remedy",
  "percent",
  "amount",
  "claim",
  "closure",
  "as",
  "agree",
  "upkeep",
  "keep",
  "who",
  "lead",
  "policy",
  "version",
  "effective",
  "title",
  "intro",
  "desk",
  "money",
  "calendars",
  "documents",
  "parties",
  "roles",
  "things",
  "page",
  "decisions",
  "statements",
  "type",
  "values",
  "of",
  "source",
  "known",
  "unknown",
  "shown",
  "fallback",
  "ended",
  "label",
  "hints",
  "count",
  "name",
  "zone",
  "open",
  "holidays",
  "except",
  "announce",
];
