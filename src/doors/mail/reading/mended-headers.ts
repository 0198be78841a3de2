// Headers with letters that were never encoded, or in a charset that the parser does not know: made UTF-8 before it looks.
import { isUtf8 } from "node:buffer";
import { hasHigh, isOurs, lettersOf } from "./letters.ts";

/** The mail with headers that are UTF-8, and begin at its first line; itself where nothing is to be mended. RFC 6532 allows UTF-8 alone. */
export function mendedHeaders(whole: Uint8Array): Uint8Array {
  const raw = whole.subarray(blankLines(whole));
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = bodyStart(bytes);
  const head = bytes.subarray(0, end);
  const high = hasHigh(head) && !isUtf8(head);
  const words = head.includes("=?") && [...head.toString("latin1").matchAll(/=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?[bq]\?/gi)].some(([, charset = ""]) => isOurs(charset));
  const signs = head.includes("=?") && withoutSigns(head.toString("latin1")) !== head.toString("latin1");
  if (!high && !words && !signs) return raw;
  const declared = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*charset\s*=\s*"?([\w.:-]+)/im.exec(head.toString("latin1").replace(/\r/g, ""))?.[1] ?? "";
  const text = high ? lettersOf(head, /^(?:us-)?ascii$|^utf-?8$/i.test(declared) ? "" : declared) : head.toString("latin1");
  return Buffer.concat([Buffer.from(withoutSigns(text).replace(/=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=/gi, ownWord)), bytes.subarray(end)]);
}

function ownWord(whole: string, charset: string, encoding: string, text: string): string {
  if (!isOurs(charset)) return whole;
  const bytes =
    encoding.toLowerCase() === "b"
      ? Buffer.from(text, "base64")
      : Buffer.from(
          text.replaceAll("_", " ").replace(/=([0-9a-f]{2})/gi, (_sign, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        );
  return `=?utf-8?B?${Buffer.from(lettersOf(bytes, charset)).toString("base64")}?=`;
}

/** Names whose encoded words hold signs that part addresses ("=?utf-8?Q?Pop,_Ana?= <…>"), which RFC 2047 §5 forbids: the signs are encoded too. */
function withoutSigns(head: string): string {
  return head.replace(/^(?:from|sender|reply-to|to|cc):.*(?:\r?\n[ \t].*)*/gim, (field) =>
    field.replace(/=\?([\w.:*-]{1,60})\?q\?([^?\r\n]{1,300})\?=/gi, (whole, charset: string, text: string) =>
      /[,;:<>()"@[\]\\]/.test(text) ? `=?${charset}?Q?${text.replaceAll(" ", "_").replace(/[,;:<>()"@[\]\\]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`)}?=` : whole,
    ),
  );
}

function bodyStart(bytes: Buffer): number {
  const found = [bytes.indexOf("\r\n\r\n"), bytes.indexOf("\n\n")].filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : bytes.length;
}

/** Lines with nothing but blanks above the headers: a program that hands a mail on as a file puts them there. Without a field below them there are no headers. */
function blankLines(bytes: Uint8Array): number {
  return /^(?:[ \t]{0,998}\r?\n){0,20}(?=[!-9;-~]{1,100}[ \t]?:)/.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2000)).toString("latin1"))?.[0].length ?? 0;
}
