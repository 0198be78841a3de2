// Cursors of lists: where a page ended, as text that callers hand back unread.
import { Problem } from "../problem.ts";

export const writeCursor = (at: readonly (string | number)[]): string => Buffer.from(JSON.stringify(at)).toString("base64url");

type Kind = "moment" | "whole" | "text" | "id";
type Parts<K extends readonly Kind[]> = { readonly [I in keyof K]: K[I] extends "moment" | "whole" ? number : string };

const FITS: Readonly<Record<Kind, (part: unknown) => boolean>> = {
  moment: (part) => typeof part === "number" && part >= 0 && part <= 8.64e15, // what a Date holds, and PostgreSQL
  whole: (part) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  text: (part) => typeof part === "string",
  id: (part) => typeof part === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part),
};

/** The parts of a cursor, each of the kind asked for; null for the first page. Throws invalid-input for what is no cursor of this list. */
export function readCursor<const K extends readonly Kind[]>(cursor: string | undefined, kinds: K): Parts<K> | null {
  if (cursor === undefined) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    parts = null;
  }
  if (!Array.isArray(parts) || parts.length !== kinds.length || !kinds.every((kind, i) => FITS[kind]((parts as unknown[])[i]))) {
    throw new Problem("invalid-input", "This cursor belongs to no list; begin again without one.", [{ at: "cursor", message: "not a cursor of this list" }]);
  }
  return parts as unknown as Parts<K>;
}

/** A page out of one row more than was asked for. */
export function pageFrom<R, T>(
  rows: readonly R[],
  limit: number,
  item: (row: R, index: number) => T,
  cursor: (row: R, index: number) => readonly (string | number)[],
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? writeCursor(cursor(last, shown.length - 1)) : null };
}
