// Places of a text, counted from 1, as ranges of an editor, counted from 0: what stands there, to the end of the line.
import type { Range } from "vscode-languageserver/node";
import type { Place } from "../policy/index.ts";

export function rangeAt(text: string, place: Place | undefined): Range {
  const line = (place?.line ?? 1) - 1;
  const written = text.split("\n", line + 1)[line] ?? "";
  const from = Math.min((place?.column ?? 1) - 1, written.length);
  return { start: { line, character: from }, end: { line, character: Math.max(from, written.trimEnd().length) } };
}
