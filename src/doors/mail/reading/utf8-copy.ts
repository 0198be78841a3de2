// Mail whose 8-bit letters were never declared, or wrongly as UTF-8: read as Windows-1252, which most such mail is.
import { windowsLetters } from "./windows-letters.ts";

/** A copy with every non-ASCII byte turned from Windows-1252 to UTF-8; null where the bytes are UTF-8, or declared as something else. */
export function utf8Copy(raw: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const declared = bytes.toString("latin1").match(/charset\s*=\s*"?[\w.:-]+/gi) ?? [];
  if (declared.some((charset) => !/=\s*"?(utf-?8|us-ascii|ascii)$/i.test(charset)) || isUtf8(bytes)) return null;
  return Buffer.from(windowsLetters(bytes.toString("latin1")));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
