// What is new in a mail: the text without the quote below it and the signature. When in doubt it keeps more; the whole is kept beside it anyway.
// Line by line and in time that grows with the length alone: a mail made to be slow is not.
import { isAttribution, isDashedName, isDeviceLine, isHeaderBlock, isQuoted, isSeparator, isSignatureMark } from "./quote-marks.ts";

const MOST_SIGNATURE = 12; // lines
const MOST_LINE = 1_000;

/** The reply in `text`; all of it where nothing but a quote is left. Answers between quoted lines stay, with the lines that they answer. */
export function visibleReply(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const end = stripEnd(lines, belowIsQuote(lines));
  const kept = lines.slice(0, end).join("\n").trim();
  return kept || text.trim();
}

/** Where an unmarked quote begins, if there is own text above it: from there on everything is somebody else's. */
function belowIsQuote(lines: readonly string[]): number {
  let own = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").slice(0, MOST_LINE);
    if (own && (isSeparator(line) || isHeaderBlock(lines, at) || (wraps(lines, at) > 0 && !quotesBelow(lines, at + wraps(lines, at))))) return at;
    if (line && !isQuoted(line) && wraps(lines, at) === 0 && !isRule(line)) own = true;
  }
  return lines.length;
}

/** A line drawn of signs. */
const isRule = (line: string): boolean => /^[-_*=\s]+$/.test(line);

/** How many lines from `at` on are one "… wrote:", wrapped or not; 0 where they are none. */
function wraps(lines: readonly string[], at: number): number {
  const first = lines[at] ?? "";
  if (!first || isQuoted(first)) return 0;
  let joined = "";
  for (let n = 1; n <= 3; n += 1) {
    const line = lines[at + n - 1] ?? "";
    if (!line && n > 1) return 0;
    joined += ` ${line.slice(0, MOST_LINE)}`;
    if (/[:：][\s*_-]*$/u.test(line)) return isAttribution(joined) ? n : 0;
  }
  return 0;
}

/** True if the next line with something on it is marked as quoted. */
function quotesBelow(lines: readonly string[], at: number): boolean {
  for (let next = at; next < Math.min(lines.length, at + 5); next += 1) if (lines[next]) return isQuoted(lines[next] ?? "");
  return false;
}

/** Takes blank lines, marked quotes with the line above them, and signatures off the end, for as long as there are any. */
function stripEnd(lines: readonly string[], cut: number): number {
  let end = cut;
  for (;;) {
    const before = end;
    while (end > 0 && (!lines[end - 1] || (cut < lines.length && isRule(lines[end - 1] ?? "")))) end -= 1;
    if (end > 0 && isQuoted(lines[end - 1] ?? "")) {
      while (end > 0 && (isQuoted(lines[end - 1] ?? "") || !lines[end - 1])) end -= 1;
      end = aboveAttribution(lines, end);
    }
    end = aboveSignature(lines, end);
    if (end === before) return end;
  }
}

function aboveAttribution(lines: readonly string[], end: number): number {
  for (let n = 1; n <= 3; n += 1) if (end - n >= 0 && wraps(lines, end - n) === n) return end - n;
  return end;
}

/** A marked signature at the end, if it is short and no quote is in it; a telephone's line. */
function aboveSignature(lines: readonly string[], end: number): number {
  const last = lines[end - 1] ?? "";
  if (isDeviceLine(last) || (end > 2 && isDashedName(last) && !lines[end - 2] && !/^\s*[-–—]/.test(lines[end - 3] ?? ""))) return end - 1;
  for (let at = end - 1; at >= Math.max(0, end - MOST_SIGNATURE); at -= 1) {
    const line = lines[at] ?? "";
    if (isQuoted(line)) return end;
    if (isSignatureMark(line)) return at;
  }
  return end;
}
