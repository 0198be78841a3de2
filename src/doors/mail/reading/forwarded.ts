// The mail that somebody forwards: attached, or below a "Forwarded message" with its fields, as the programs of many languages write them.
import type { Email } from "postal-mime";
import { bytesOf } from "./attached-files.ts";
import { fieldsApart } from "./glued-fields.ts";
import { attribution, isForwardMark, isHeaderBlock } from "./quote-marks.ts";
import { FIELDS } from "./quote-words.ts";

export interface Forwarded {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string | null; // what was written, where it stands in the text; null where it is attached
  readonly attached: Uint8Array | null;
  /** What the one who forwards it wrote above. */
  readonly above: string;
}

const MOST_LINES = 5_000;

/** The mail inside, or null. `forwards` says that the subject calls it forwarded: then fields alone are enough. */
export function forwardedIn(mail: Email, text: string, forwards: boolean): Forwarded | null {
  const lines = text
    .split("\n")
    .slice(0, MOST_LINES)
    .flatMap(fieldsApart)
    .map((line) => line.trimEnd());
  const mark = lines.findIndex(isForwardMark);
  for (let at = Math.max(0, mark); (mark >= 0 || forwards) && at < (mark >= 0 ? Math.min(lines.length, mark + 6) : lines.length); at += 1) {
    const bare = lines.slice(at, at + 20).map(unquoted);
    if (!isHeaderBlock(bare, 0)) continue;
    const found = fieldsOf(bare);
    const from = boxIn(found.from ?? "");
    if (!from) continue;
    const body = lines.slice(at + found.length);
    const quoted = body.filter(Boolean).every((line) => line.startsWith(">"));
    return { from, subject: found.subject ?? "", text: (quoted ? body.map(unquoted) : body).join("\n").trim(), attached: null, above: aboveOf(lines, mark >= 0 ? mark : at) };
  }
  const inner = mail.attachments.filter((a) => a.mimeType === "message/rfc822");
  const [only] = inner;
  if (!only) return forwards ? writtenBy(lines) : null;
  if (inner.length !== 1 || !(forwards || text.trim().length < 400)) return null;
  const head =
    Buffer.from(bytesOf(only).subarray(0, 20_000))
      .toString("latin1")
      .split(/\r?\n\r?\n/)[0] ?? "";
  const from = boxIn(/^from:[ \t]*((?:.*)(?:\r?\n[ \t].*)*)/im.exec(head)?.[1]?.replace(/\r?\n/g, "") ?? "");
  return from && { from, subject: "", text: null, attached: bytesOf(only), above: text.trim() };
}

/** Where the subject calls it forwarded and no fields stand in it, but "On 2 March 2026 at 10:05, Ana <ana@…> wrote:" does, as Outlook for Mac writes it. */
function writtenBy(lines: readonly string[]): Forwarded | null {
  for (let at = 0; at < Math.min(lines.length, MOST_ABOVE); at += 1) {
    const [first, second] = [(lines[at] ?? "").slice(0, 400), (lines[at + 1] ?? "").slice(0, 400)];
    const last = attribution(first) === 2 ? at : first && second && attribution(`${first} ${second}`) === 2 ? at + 1 : -1;
    const found = last < 0 ? null : boxIn(lines.slice(at, last + 1).join(" "));
    if (!found) continue;
    const name = found.name.replace(/^.*\d[\d:.h]*\s?(?:[ap]\.?m\.?|uhr)?\b[,\s]*/iu, "").replace(/^(?:(?:schrieb|schreef|heeft|użytkownik|skrev|from|von|de)\s)?["«„“”\s]*|["»“”\s,]+$/giu, "");
    const body = lines.slice(last + 1).map(unquoted);
    const indent = Math.min(...body.filter(Boolean).map((line) => /^ */.exec(line)?.[0].length ?? 0));
    return {
      from: { name, address: found.address },
      subject: "",
      text: body
        .map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
        .join("\n")
        .trim(),
      attached: null,
      above: aboveOf(lines, at),
    };
  }
  return null;
}
const MOST_ABOVE = 200; // lines above what is forwarded

const unquoted = (line: string): string => line.replace(/^>[> ]?/, "");
const aboveOf = (lines: readonly string[], at: number): string =>
  lines
    .slice(0, at)
    .filter((line) => !/^[-_*=\s]+$/.test(line) || line === "")
    .join("\n")
    .trim();

const field = (names: string): RegExp => new RegExp(`^[\\s*_]*${names}\\s{0,3}\\*?\\s{0,3}[:：]\\s*\\*?\\s*(.*)$`, "iu");
const [FROM, SUBJECT] = [field(FIELDS.from), field(FIELDS.subject)];
const ANY = /^[\s*_]*[\p{L}][\p{L} .'’()/-]{0,40}\s{0,3}\*?\s{0,3}[:：]/u;

/** The fields until the first blank line below them, and how many lines they take. */
function fieldsOf(lines: readonly string[]): { from?: string; subject?: string; length: number } {
  const found: { from?: string; subject?: string; length: number } = { length: 0 };
  for (const line of lines) {
    if (!line && found.from !== undefined) break;
    const from = FROM.exec(line)?.[1];
    const subject = SUBJECT.exec(line)?.[1];
    if (from !== undefined) found.from ??= from;
    if (subject !== undefined) found.subject ??= subject.trim();
    if (!ANY.test(line) && line && !/^\s|[,;<@]/.test(line)) break;
    found.length += 1;
  }
  return found;
}

/** `Ana Pop <ana@…>`, `"Pop, Ana" [mailto:ana@…]`, `ana@…`; null without an address. */
function boxIn(value: string): Forwarded["from"] | null {
  const text = value.slice(0, 1_000).replace(/\*/g, "").trim();
  const address = /[^\s<>"'();:,[\]]{1,100}@[^\s<>"'();:,[\]]{1,200}/.exec(text.replace(/mailto:/gi, " "))?.[0];
  if (address === undefined) return null;
  const name = text
    .slice(0, Math.max(0, text.indexOf(address)))
    .replace(/(?:mailto:|[<[("'])+\s*$/gi, "")
    .replace(/^["']|["']$/g, "")
    .replace(/[<[(]\s*$/, "")
    .trim();
  return { name: name.replace(/["']$/, "").trim(), address };
}
