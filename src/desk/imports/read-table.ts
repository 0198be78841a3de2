// A table from a spreadsheet, whatever wrote it: its encoding and separator are told from its bytes, every record with the line it begins on.
import { Readable } from "node:stream";
import { setImmediate as breath } from "node:timers/promises";
import { parse } from "csv-parse";

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

/** A row, or a line of one, holds at most so many signs. */
const MOST_SIGNS = 1_000_000;
const PIECE = 64 * 1024; // bytes read in one go

/**
 * Reads the bytes, some at a time: others are served meanwhile, however large it is. Never throws. UTF-8 with or without a mark, UTF-16 with one; bytes
 * that are no UTF-8 are Windows-1252 (WHATWG Encoding).
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const { text, encoding } = decoded(bytes);
  const long = longLine(text);
  if (long !== null)
    return { encoding, separator: ",", records: [], fault: { line: long, message: `The line holds more than ${MOST_SIGNS.toLocaleString("en")} signs: this is no table of customers.` } };
  const separator = separatorOf(text);
  const records: Table["records"][number][] = [];
  const parser = parse({ info: true, trim: true, skip_empty_lines: true, relax_column_count: true, max_record_size: MOST_SIGNS, delimiter: separator });
  Readable.from(pieces(Buffer.from(text))).pipe(parser);
  try {
    // The parser names the line on which a record ends.
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      records.push({ line: info.lines - record.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0), cells: record });
    return { encoding, separator, records, fault: null };
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

async function* pieces(all: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < all.length; from += PIECE) {
    yield all.subarray(from, from + PIECE);
    await breath();
  }
}

/** The first line that is longer than any row may be, from 1; null where there is none. */
function longLine(text: string): number | null {
  const sign = text.includes("\n") ? "\n" : "\r";
  for (let from = 0, line = 1; from < text.length; line += 1) {
    const end = text.indexOf(sign, from);
    if ((end < 0 ? text.length : end) - from > MOST_SIGNS) return line;
    if (end < 0) return null;
    from = end + 1;
  }
  return null;
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
