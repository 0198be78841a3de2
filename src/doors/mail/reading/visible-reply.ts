// What is new in a mail: the text without the quote around it and the signature. When in doubt it keeps more; the whole is kept beside it anyway.
// Line by line and in time that grows with the length alone: a mail made to be slow is not.
import {
  apartFromWords,
  attribution,
  breaksLink,
  closesAddress,
  endsInColon,
  isBareAttribution,
  isDashedName,
  isDeviceLine,
  isField,
  isForwardMark,
  isHeaderBlock,
  isLink,
  isQuoted,
  isRule,
  isSeparator,
  isSignatureMark,
  isUnendedAttribution,
  isWordsInDashes,
  opensAttribution,
  saysAmong,
  untilWrote,
  withoutMarks,
} from "./quote-marks.ts";
import { readsOn } from "./reads-on.ts";

const MOST_SIGNATURE = 12; // lines
const MOST_LINE = 1_000;
const MOST_BLANK = 8; // lines between a telephone's line and what it quotes
const MOST_WRAPPED = 4; // lines that one "… wrote:" may take

export interface About {
  /** The subject says that it is forwarded: then what stands below is what the sender shows. */
  readonly forwards?: boolean;
  /** It answers no mail: then a quote without a "… wrote:" above it is the sender's own. */
  readonly first?: boolean;
}

/** The reply in `text`; all of it where nothing but a quote is left. Answers between quoted lines stay, with the lines that they answer. */
export function visibleReply(text: string, about: About = {}): string {
  const lines = text.split("\n").flatMap(apartFromWords);
  const { from, to } = visibleLines(lines, about);
  const shown = lines.slice(from, to).map((line) => line.trimEnd());
  const among = goesOnQuoting(lines, to);
  return withoutMarks((among ? shown : withoutMiddle(shown)).join("\n")).trim() || withoutMarks(text).trim();
}

/** True if what was taken off the end begins with the rest of a quote: then the words above it are an answer among quoted lines. */
function goesOnQuoting(lines: readonly string[], to: number): boolean {
  const next = lines.findIndex((line, at) => at >= to && line.trim() !== "");
  return next >= 0 && isQuoted(lines[next] ?? "") && !saysWithin(lines, next);
}

/** True if the quote that begins at this line says in its own first lines who wrote it: "> On 2 March 2026 at 10:05, Ana <ana@…> wrote:". */
function saysWithin(lines: readonly string[], at: number): boolean {
  let joined = "";
  for (let next = at; next < at + MOST_WRAPPED && isQuoted(lines[next] ?? ""); next += 1) {
    joined = `${joined} ${(lines[next] ?? "").replace(/^[\s>]+/, "").slice(0, MOST_LINE)}`;
    if (attribution(joined) === 2) return true;
  }
  return false;
}

/** Words above and below one quote that a "… wrote:" opens, without it: what is new is all of theirs. Several quotes are answered one by one, and stay. */
function withoutMiddle(lines: readonly string[]): readonly string[] {
  const quoted = lines.flatMap((line, at) => (isQuoted(line) ? [at] : []));
  const [first, last] = [quoted[0], quoted.at(-1)];
  if (first === undefined || last === undefined || lines.slice(first, last + 1).some((line) => line && !isQuoted(line)) || lines.some(isForwardMark)) return lines;
  let above = first;
  while (above > 0 && !lines[above - 1]) above -= 1;
  const said = aboveAttribution(above, attributions(lines.slice(0, above)));
  return said > 0 && (said < above || saysWithin(lines, first)) ? [...lines.slice(0, said), ...lines.slice(last + 1)] : lines;
}

/** The same as a range of lines; the end is not in it. Nothing to show is an empty range. */
export function visibleLines(written: readonly string[], about: About = {}): { readonly from: number; readonly to: number } {
  const lines = written.map((line) => line.trimEnd());
  const wrote = attributions(lines);
  const forward = lines.findIndex(isForwardMark);
  const cut = belowIsQuote(lines, wrote);
  if (about.forwards || (forward >= 0 && forward < cut && !isQuoted(lines[forward] ?? ""))) return { from: 0, to: about.forwards ? lines.length : stripFrom(lines, forward) };
  const to = stripEnd(lines, cut, wrote, about.first === true);
  return { from: (cut === lines.length ? aboveIsQuote(lines, to, wrote) : 0) || belowDevice(lines, to), to };
}

/** Each "… wrote:" by the line where it begins: the line after it, and how sure that is. */
type Attributions = ReadonlyMap<number, { readonly after: number; readonly sure: boolean }>;

function attributions(lines: readonly string[]): Attributions {
  const found = new Map<number, { after: number; sure: boolean }>();
  for (let end = 0; end < lines.length; end += 1) {
    const last = untilWrote(lines[end] ?? "");
    if (isBareAttribution(last) && quotesBelow(lines, end + 1)) found.set(end, { after: end + 1, sure: false });
    if (!lines[end - 1] && !lines[end + 1] && isUnendedAttribution(last)) found.set(end, { after: end + 1, sure: true });
    if (!last || !endsInColon(last) || (isQuoted(last) && !closesAddress(lines[end - 1], last))) continue;
    let joined = "";
    let best: { start: number; sure: boolean } | null = null;
    for (let start = end; start >= 0 && start > end - MOST_WRAPPED; start -= 1) {
      const line = start === end ? last : (lines[start] ?? "");
      if (!line || (start < end && (isQuoted(line) || endsInColon(line)))) break;
      joined = `${line.slice(0, MOST_LINE)} ${joined}`;
      const sureness = attribution(joined);
      if (sureness === 0) continue;
      const opened = opensAttribution(line);
      // Where no line begins like one, all lines of the paragraph are taken, up to one that ends like a sentence.
      if (opened || best === null || !/[.!?…;,]$/u.test(line)) best = { start, sure: sureness === 2 };
      if (opened || (start < end && /[.!?…;,]$/u.test(line))) break;
    }
    if (best && best.start !== end) found.delete(end);
    if (best) found.set(best.start, { after: end + 1, sure: best.sure || standsBelowDevice(lines, best.start) });
  }
  return found;
}

/** True if a telephone's line is what stands above: nobody's own words go on below it with "Ana Pop wrote:". */
function standsBelowDevice(lines: readonly string[], at: number): boolean {
  let above = at - 1;
  while (above >= 0 && above > at - MOST_BLANK && !lines[above]) above -= 1;
  return above > 0 && isDeviceLine(lines[above] ?? "");
}

/** Where an unmarked quote begins, if there is own text above it: from there on everything is somebody else's. */
function belowIsQuote(lines: readonly string[], wrote: Attributions): number {
  let own = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").slice(0, MOST_LINE);
    const said = wrote.get(at);
    if (isForwardMark(line) && !isQuoted(line)) return lines.length; // what stands below is what the sender shows
    const begins =
      isSeparator(line) ||
      isHeaderBlock(lines, at) ||
      (isWordsInDashes(line) && isHeaderBlock(lines, lines[at + 1] ? at + 1 : at + 2)) ||
      (said !== undefined && said.sure && !quotesBelow(lines, said.after));
    if (begins && own) return saysAmong(own) ? lines.length : at;
    if (said) at = said.after - 1;
    else if (begins)
      while (isField(lines[at + 1] ?? "")) at += 1; // at the very top: no own words, and what stands below them may be
    else if (line && !isQuoted(line) && !isRule(line) && own.length <= MOST_LINE) own += `${line}\n`;
  }
  return lines.length;
}

/** True if the next line with something on it is marked as quoted. */
function quotesBelow(lines: readonly string[], at: number): boolean {
  for (let next = at; next < Math.min(lines.length, at + 5); next += 1) if (lines[next]) return isQuoted(lines[next] ?? "");
  return false;
}

/** Where the answer begins if it stands below one quote that a "… wrote:" opens; 0 where it is laid out in any other way. */
function aboveIsQuote(lines: readonly string[], to: number, wrote: Attributions): number {
  let at = 0;
  while (at < to && !lines[at]) at += 1;
  const said = wrote.get(at);
  if (!said || !quotesBelow(lines, said.after)) return 0;
  at = said.after;
  while (at < to && (!lines[at] || isQuoted(lines[at] ?? ""))) at += 1;
  for (let next = at; next < to; next += 1) if (isQuoted(lines[next] ?? "")) return 0;
  return at < to ? at : 0;
}

/** Some telephones set their line above the words, with a blank one between: where the words begin, else 0. */
function belowDevice(lines: readonly string[], to: number): number {
  let at = 0;
  while (at < to && !lines[at]) at += 1;
  return at + 2 < to && isDeviceLine(lines[at] ?? "") && !lines[at + 1] ? at + 1 : 0;
}

/** Takes blank lines, marked quotes with the line above them, and signatures off the end, for as long as there are any. */
function stripEnd(lines: readonly string[], cut: number, wrote: Attributions, first: boolean): number {
  let end = cut;
  let found = cut < lines.length; // what it answers: a quote above that is the writer's own, unless it says who wrote it
  for (;;) {
    const before = end;
    while (end > 0 && (!lines[end - 1] || (cut < lines.length && isRule(lines[end - 1] ?? "")))) end -= 1;
    if (end > 0 && isQuoted(lines[end - 1] ?? "")) {
      let above = end;
      while (
        above > 0 &&
        aboveAttribution(above, wrote) === above &&
        (isQuoted(lines[above - 1] ?? "") ||
          !lines[above - 1] ||
          (isLink(lines[above - 1] ?? "") && isQuoted(lines[above] ?? "") && isQuoted(lines[above - 2] ?? "")) ||
          breaksLink(lines[above - 2], lines[above - 1] ?? ""))
      )
        above -= 1;
      const said = aboveAttribution(above, wrote);
      let begins = above;
      while (begins < end && !lines[begins]) begins += 1;
      const words = lines.slice(above, end).some((line) => /[\p{L}\p{N}]/u.test(line));
      if (said === above && words && (first || found) && !saysWithin(lines, begins)) return end;
      end = said;
      found = true;
    }
    end = aboveSignature(lines, end);
    if (end === before) return end;
  }
}

/** A forwarded mail stays whole; only blank lines and a telephone's line are taken off its end. */
function stripFrom(lines: readonly string[], forward: number): number {
  let end = lines.length;
  while (end > forward + 1 && (!lines[end - 1] || isDeviceLine(lines[end - 1] ?? ""))) end -= 1;
  return end;
}

function aboveAttribution(end: number, wrote: Attributions): number {
  for (let n = 1; n <= MOST_WRAPPED; n += 1) if (wrote.get(end - n)?.after === end) return end - n;
  return end;
}

/** A marked signature at the end, if it is short and no quote is in it; a telephone's line. */
function aboveSignature(lines: readonly string[], end: number): number {
  const last = lines[end - 1] ?? "";
  if (isDeviceLine(last) || (end > 2 && isDashedName(last) && !lines[end - 2] && !/^\s*[-–—]/.test(lines[end - 3] ?? ""))) return end - 1;
  for (let at = end - 1; at >= Math.max(0, end - MOST_SIGNATURE); at -= 1) {
    const line = lines[at] ?? "";
    if (isQuoted(line)) return end;
    if (isSignatureMark(line)) return readsOn(line, lines.slice(at + 1, end)) ? end : at;
  }
  return end;
}
