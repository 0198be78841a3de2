// Bytes as the letters that their writer meant: by the declared charset if it is true, else by what the bytes themselves say.
import chardet from "chardet";
import iconv from "iconv-lite";

const MOST_SAMPLE = 16 * 1024; // bytes that are looked at to tell an undeclared charset
const SURE = 40; // of a hundred, for a charset that nobody declared
const SAME = /^(?:utf-?8|unicode-1-1-utf-8|us-ascii|ascii|ansi_x3\.4-1968|7bit|8bit|default|unknown(?:-8bit)?|none|iso-10646|)$/;
const SINGLE = /^(?:iso-?8859|latin|windows-?\d|cp-?125|koi8|ibm|macintosh|x-mac)/;
const UTF7 = /^(?:x-)?(?:unicode-1-1-|csunicode11)?utf-?7$/;

/** The text of `bytes`; `declared` is what the mail calls their charset, empty where it does not. Never throws. */
export function lettersOf(bytes: Uint8Array, declared: string): string {
  const written = declared.trim().toLowerCase();
  const label = UTF7.test(written) || SAME.test(written) || isPlatforms(plainer(written)) || iconv.encodingExists(written) ? written : ""; // one that there is not says nothing
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (UTF7.test(label)) return iconv.decode(buffer, "utf-7");
  const high = hasHigh(buffer);
  if (SAME.test(label) || (SINGLE.test(label) && high)) {
    // Letters of a single-byte charset are hardly ever UTF-8 by chance.
    const utf8 = decoded(buffer, "utf-8", true);
    if (utf8 !== null && (high || !buffer.includes(0x1b))) return utf8;
  }
  if (SAME.test(label)) return (buffer.includes(0x1b) && !high ? decoded(buffer, "iso-2022-jp", true) : null) ?? guessed(buffer);
  return decoded(buffer, label, false) ?? (iconv.encodingExists(label) ? iconv.decode(buffer, label) : guessed(buffer));
}

/** A loop, since it runs over each byte of each mail. */
export function hasHigh(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return true;
  return false;
}

/** True for a charset that the platform itself does not know and we do. */
export const isOurs = (label: string): boolean => UTF7.test(label.toLowerCase()) || (!isPlatforms(label) && iconv.encodingExists(label));

function isPlatforms(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

const plainer = (label: string): string => label.replace(/^x-(?=sjis|euc|gb|big5)/, "").replace(/^ks_c_5601-1987$/, "euc-kr");

function decoded(bytes: Uint8Array, label: string, strict: boolean): string | null {
  try {
    return new TextDecoder(plainer(label), { fatal: strict }).decode(bytes);
  } catch {
    return null;
  }
}

/** The likeliest of the charsets that mail programs write, told from the words that have such letters; Windows-1252 where nothing speaks for another. */
function guessed(bytes: Buffer): string {
  const sample = (
    bytes
      .subarray(0, MOST_SAMPLE)
      .toString("latin1")
      .match(/[\x21-\x7E]*[\x80-\xFF][\x21-\xFF]*/g) ?? []
  ).join(" ");
  const dense = /[\u00C0-\u00FF]{3}/.test(sample); // three in a row: no language in Latin letters has them
  for (const { name, confidence } of chardet.analyse(Buffer.from(sample, "latin1")).slice(0, 4)) {
    const latin = /^(?:iso-8859-[1-4]|iso-8859-9|windows-125[024])$/i.test(name);
    if (/^utf|^ibm/i.test(name) || !iconv.encodingExists(name) || dense === latin || (latin && !/^(?:windows-1250|iso-8859-2)$/i.test(name)) || (!dense && confidence < SURE)) continue;
    const text = decoded(bytes, name, false) ?? iconv.decode(bytes, name);
    if (!text.includes("\uFFFD")) return text;
  }
  return iconv.decode(bytes, "windows-1252");
}
