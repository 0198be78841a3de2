// Reads the text of a policy: YAML to plain data, with a way back from a path to its line. Never throws.
import { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Place } from "./model.ts";
import { type Part, readParts } from "./read-parts.ts";

/** Steps into the data: map keys and list indexes. */
export type Path = readonly (string | number)[];

export interface Source {
  readonly data: unknown;
  /** Where the value at a path stands; the nearest parent's place where the path itself is absent. */
  readonly locate: (path: Path) => Place | undefined;
  readonly faults: readonly { message: string; place?: Place }[];
}

/** Larger texts are refused before they are parsed: no policy that a person reads is longer. */
export const LARGEST_POLICY = 2_000_000;
const DEEPEST = 64;

/** Parses YAML 1.2. Aliases are bounded, depth is bounded, duplicate keys are faults. */
export function read(text: string): Source {
  if (text.length > LARGEST_POLICY) return broken(`The policy has ${text.length} characters; at most ${LARGEST_POLICY} are read.`);
  if (tooDeep(text)) return broken(`The policy is nested more than ${DEEPEST} levels deep.`);
  try {
    const parts = readParts(text);
    return parts ? ofParts(parts) : readWhole(text);
  } catch (error) {
    return broken(error instanceof Error ? error.message : "The text is not YAML.");
  }
}

function ofParts(parts: readonly Part[]): Source {
  const data = Object.assign({}, ...parts.map((part) => part.data)) as Record<string, unknown>;
  if (deeperThan(DEEPEST, data)) return broken(`The policy is nested more than ${DEEPEST} levels deep, or holds itself.`);
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const locate = (path: Path): Place | undefined => {
    const part = byKey.get(String(path[0])) ?? parts[0];
    if (!part) return undefined;
    const place = placeIn(part.doc.contents, part === byKey.get(String(path[0])) ? path : [], part.lines);
    return place && { line: place.line + part.line, column: place.column };
  };
  return { data, locate, faults: [] };
}

function readWhole(text: string): Source {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  const faults = doc.errors.map((e) => ({ message: e.message, place: placeAt(lines, e.pos[0]) }));
  let deep = false;
  visit(doc, (_key, node, ancestors) => {
    if (isCollection(node) && ancestors.length > DEEPEST * 2) {
      deep = true;
      return visit.BREAK;
    }
    return undefined;
  });
  if (deep) return broken(`The policy is nested more than ${DEEPEST} levels deep.`);
  const data: unknown = faults.length ? null : doc.toJS({ maxAliasCount: 100 });
  if (deeperThan(DEEPEST, data)) return broken(`The policy is nested more than ${DEEPEST} levels deep, or holds itself.`);
  return { data, locate: (path) => placeIn(doc.contents, path, lines), faults };
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Of the node at a path, or of the nearest parent that is there. */
function placeIn(root: unknown, path: Path, lines: LineCounter): Place | undefined {
  for (let n = path.length; n >= 0; n--) {
    const node: unknown = n === 0 ? root : nodeAt(root, path.slice(0, n));
    const range = (node as { range?: [number, number, number] } | null)?.range;
    if (range) return placeAt(lines, range[0]);
  }
  return undefined;
}

/** Aliases can nest what the text does not, and even put a list into itself. */
function deeperThan(levels: number, data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  return levels === 0 || Object.values(data).some((inner) => deeperThan(levels - 1, inner));
}

function broken(message: string): Source {
  return { data: null, locate: () => ({ line: 1, column: 1 }), faults: [{ message, place: { line: 1, column: 1 } }] };
}

/** Guards the parser's own recursion: flow brackets nest by character, blocks by indentation. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === "[" || c === "{") {
      if (++depth > DEEPEST) return true;
    } else if (c === "]" || c === "}") depth = Math.max(0, depth - 1);
  }
  return /^(?: {2}){65,}\S|(?:- ){65,}/m.test(text);
}

/** The node at a path; for a map entry the key's node, so that the place is the line that names it. */
function nodeAt(root: unknown, path: Path): unknown {
  let node: unknown = root;
  let named: unknown = root;
  for (const step of path) {
    if (isAlias(node)) return node;
    if (isMap(node)) {
      const pair: unknown = node.items.find((p) => isPair(p) && (isScalar(p.key) ? String(p.key.value) : String(p.key)) === String(step));
      if (!isPair(pair)) return undefined;
      node = pair.value;
      named = pair.key;
    } else if (isCollection(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined) return undefined;
      node = item;
      named = item;
    } else return undefined;
  }
  return named;
}
