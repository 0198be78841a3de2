// A policy's text read part by part, one top-level key each: while its author types in one, the others are as they were and are not read anew.
import { type Document, LineCounter, type ParsedNode, parseDocument } from "yaml";

/** One top-level key with all that belongs to it. */
export interface Part {
  readonly key: string;
  readonly line: number; // lines of the text before it
  readonly doc: Document.Parsed<ParsedNode>;
  readonly lines: LineCounter;
  readonly data: Readonly<Record<string, unknown>>;
}

type Read = Omit<Part, "line">;

const KEY = /^([a-z][a-z-]*):(?=\s|$)/;
/** What one part may name in another, or what ends or begins a document: then the text is read as a whole. */
const WHOLE = /(?:^|[\s,[{:-])[&*][^\s]|^(?:---|\.\.\.|%)/m;
const kept = new Map<string, Read>();
const MOST_KEPT = 400_000; // characters of text, together
const LARGEST_KEPT = 100_000; // of one part
let size = 0;

/** The parts in their order; null where the text cannot be read so, or one has a fault, which is then said of the whole. */
export function readParts(text: string): Part[] | null {
  if (WHOLE.test(text)) return null;
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const { key, line, own } of split(text) ?? [{ key: "", line: 0, own: "" }]) {
    const read = key === "" || seen.has(key) ? null : readPart(key, own);
    if (!read) return null;
    seen.add(key);
    parts.push({ ...read, line });
  }
  return parts.length ? parts : null;
}

/** Null where something other than comments stands before the first key. */
function split(text: string): { key: string; line: number; own: string }[] | null {
  const found: { key: string; line: number; from: number }[] = [];
  let line = 0;
  for (let from = 0; from < text.length; line++) {
    const next = text.indexOf("\n", from);
    const end = next < 0 ? text.length : next;
    const first = text.charCodeAt(from);
    if (first >= 97 && first <= 122) {
      const key = KEY.exec(text.slice(from, Math.min(end, from + 40)))?.[1];
      if (key) found.push({ key, line, from });
    }
    if (!found.length && !/^\s*(?:#|$)/.test(text.slice(from, end))) return null;
    from = end + 1;
  }
  return found.map(({ key, line, from }, i) => ({ key, line, own: text.slice(from, found[i + 1]?.from) }));
}

function readPart(key: string, text: string): Read | null {
  const known = kept.get(text);
  if (known) {
    kept.delete(text); // the one used last goes last
    kept.set(text, known);
    return known;
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  if (doc.errors.length) return null;
  const data: unknown = doc.toJS({ maxAliasCount: 0 });
  if (typeof data !== "object" || data === null || Object.keys(data).length !== 1 || !Object.hasOwn(data, key)) return null;
  const read: Read = { key, doc, lines, data: data as Record<string, unknown> };
  if (text.length <= LARGEST_KEPT) {
    kept.set(text, read);
    size += text.length;
    for (const oldest of kept.keys()) {
      if (size <= MOST_KEPT) break;
      kept.delete(oldest);
      size -= oldest.length;
    }
  }
  return read;
}
