// A table from a spreadsheet, whatever wrote it: its encoding and separator are told from its bytes, every record with the line it begins on.
import { parse } from "csv-parse/sync";

export const ENCODINGS = ["UTF-8", "UTF-16", "Windows-1252"] as const;
export const SEPARATORS = [",", ";", "\t"] as const;

export interface Table {
  readonly encoding: (typeof ENCODINGS)[number];
  readonly separator: (typeof SEPARATORS)[number];
  /** The first is the header. `line` counts from 1. */
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** What made reading stop; null where all of it was read. */
  readonly fault: { readonly line: number; readonly message: string } | null;
}

/** Reads the bytes. Never throws. UTF-8 with or without a mark, UTF-16 with one; bytes that are no UTF-8 are Windows-1252 (WHATWG Encoding). */
export function readTable(bytes: Uint8Array): Table {
  const { text, encoding } = decoded(bytes);
  const separator = separatorOf(text);
  try {
    const raw = parse(text, { info: true, trim: true, skip_empty_lines: true, relax_column_count: true, delimiter: separator }) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser names the line on which a record ends.
    return { encoding, separator, records: raw.map(({ record, info }) => ({ line: info.lines - record.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0), cells: record })), fault: null };
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : 1;
    return {
      encoding,
      separator,
      records: [],
      fault: { line, message: `${error instanceof Error ? error.message : "This is no CSV."} Look for a quotation mark that is not closed, or save the table as CSV again.` },
    };
  }
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Table["encoding"] } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { text: new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}

/** The sign that parts the header into most cells; what stands between quotation marks does not count. */
function separatorOf(text: string): Table["separator"] {
  const first = (text.split(/\r\n|\n|\r/, 1)[0] ?? "").replaceAll(/"(?:[^"]|"")*"/g, "");
  return SEPARATORS.reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best));
}
