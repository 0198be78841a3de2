// How mail programs mark what they quote, line by line.
import { FIELDS, FORWARDED, OPENS, ORIGINAL, SENDING_THING, SENT_FROM, SENT_LAST, WROTE } from "./quote-words.ts";

/** Lines that stand for what the HTML of a mail says of its structure: below the one all is quoted, below the other all is signature. Private letters, kept out of what is shown. */
export const QUOTE_BELOW = "\uE000";
export const SIGNATURE_BELOW = "\uE001";
export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]\n?/g, "");

/** A line that quotes: ">" with at most three blanks before it. */
export const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
/** A line drawn of signs. */
export const isRule = (line: string): boolean => /^[-_*=\s–—]+$/.test(line);

const ENDS = /[:：][\s*_\u200E\u200F\u202A-\u202E\u2066-\u2069-]*$/u;
/** True if the line ends as a "… wrote:" does. */
export const endsInColon = (line: string): boolean => ENDS.test(line.slice(-40));

const TIME = /\d{1,2}\s?[:.h]\s?\d{2}|\d{1,2}\s?(?:uhr|am|pm)\b|\d{1,2}[時点时]/iu;
const DATE = /\d{4}|\d{1,2}[./-]\s?\d{1,2}[./-]|\d{1,2}\/\d{1,2}/;
/** Words that begin a date: "lun. 2", "пн, 2", "po 2.". */
const WEEKDAY = /^["'«]?\p{L}{2,14}[.,]{0,2}\s\(?\d/u;

/** How sure it is that a text is "On Monday, 2 March 2026 at 10:00, Ana <ana@…> wrote:": 2 sure, 1 if a quote stands below it, 0 not at all. */
export function attribution(text: string): 0 | 1 | 2 {
  const line = text
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15)) // Arabic and Persian ones
    .replace(/\s+/g, " ")
    .replace(/^[ *_-]+/, "")
    .trimEnd();
  if (line.length < 8 || line.length > 400 || !ENDS.test(line.slice(-40))) return 0;
  const [verb, timed, dated, address] = [WROTE.test(line), TIME.test(line), DATE.test(line), /\S@\S/.test(line)];
  if ((timed || dated) && endsInAddress(line)) return 2; // "2026-03-02 10:00 GMT+01:00 Ana <ana@…>:"
  if (!verb) return 0;
  if (!address && isSentence(line)) return 1;
  if ((timed && (dated || address || OPENS.test(line) || WEEKDAY.test(line))) || (dated && address)) return 2;
  return dated || address || line.length <= 60 ? 1 : 0;
}

/** True if it names nobody by a capital letter after its date, or tells somebody of it: "on 2 March at 10:05 your colleague wrote to me:". A program writes none. */
function isSentence(line: string): boolean {
  if (/^\p{Ll}/u.test(line)) return true;
  const verb = WROTE.exec(line);
  const behind = verb ? line.slice(verb.index + verb[0].length) : "";
  if (/^(?:\(\p{L}+\))?\s\p{Ll}/u.test(behind) && !/\d|folgend|volgende|siguiente|seguinte|seguente|suivant/iu.test(behind)) return true;
  const named = line.slice(0, verb?.index).replace(/^.*\d/u, "");
  return /\p{Ll}{3}/u.test(named) && !/\p{Lu}/u.test(named) && !/\p{Lu}/u.test(behind) && !/["«“„'’(]/u.test(named);
}

/** A line of which the attribution is only the first part, with the quoted words behind it, as a telephone joins them: that part. Otherwise the line. */
export function untilWrote(line: string): string {
  const at = line.slice(0, MOST_SPLIT).search(/[:：]\s{2}\s*\S|[:：](?=[\p{L}>])/u);
  if (at < 0) return line;
  const first = line.slice(0, at + 1);
  if (/\s/.test(line.charAt(at + 1)) ? !line.includes("@") : !WROTE_LAST.test(first)) return line;
  return opensAttribution(first) && attribution(first) === 2 ? first : line;
}

/** "… wrote:" and the first word without a blank between: nobody types it so. */
const WROTE_LAST = new RegExp(`(?:${WROTE.source})(?:\\([\\p{L}]+\\))?\\s?[:：]$`, "iu");

/** Own words and the attribution behind them in one line, as a converter leaves them: two lines. Only where the attribution is sure, so that no word of one's own goes with it. */
export function apartFromWords(line: string): readonly string[] {
  if (line.length > MOST_SPLIT || !endsInColon(line)) return [line];
  for (const found of line.matchAll(/(?<=\S[\s-]+)\p{Lu}\p{Ll}{0,3}(?=\s)/gu)) {
    const [own, rest] = [line.slice(0, found.index), line.slice(found.index)];
    if (OPENS.test(rest) && WITH_DATE.test(rest) && attribution(rest) === 2 && !isQuoted(own) && !/\d/.test(own.slice(-12))) return [own.replace(/[\s-]+$/, ""), rest];
  }
  return [line];
}
const MOST_SPLIT = 500;
/** "On 2 …", "Le lun. 2 …", "Il giorno lun 2 …", "Am Montag, den 2 …": a number soon after the word that opens. */
const WITH_DATE = /^\p{Lu}\p{Ll}{0,3}\s(?:[\p{L}.,]{1,12}\s){0,3}\d/u;

/** True for a line whose ">" only closes the address that the line above left open. */
export const closesAddress = (above: string | undefined, line: string): boolean =>
  above !== undefined && !isQuoted(above) && above.lastIndexOf("<") > above.lastIndexOf(">") && line.length < 80 && !/^\s*>\s*>/.test(line);

/** Only a link, in brackets or not: what is left of a quoted line that a program broke. */
export const isLink = (line: string): boolean => line.length < 2_000 && /^\s*[<([]?https?:\/\/\S+\s*>?\s*$/.test(line);

/** True for a line that is the rest of a link, which the quoted line above it opens in brackets and a program broke. */
export const breaksLink = (above: string | undefined, line: string): boolean =>
  above !== undefined && isQuoted(above) && line.length < 500 && /[<([]\s?https?:\/\/[^\s<>()[\]]*$/.test(above.slice(-500)) && /^[^\s<>()[\]]+[>)\]]+\s*>?\s*$/.test(line);

/** "On Mon, 2 Mar 2026 10:05:00 +0100 Ana <ana@…> wrote": all that an attribution has, and no colon. One only if it stands alone. */
export const isUnendedAttribution = (line: string): boolean =>
  line.length < 300 &&
  !endsInColon(line) &&
  /<[^<>\s@]{1,100}@[^<>\s@]{1,200}>.{1,30}$/u.test(line) &&
  WROTE.test(line.slice(line.lastIndexOf(">"))) &&
  opensAttribution(line) &&
  attribution(`${line}:`) === 2;

/** "----- Some words -----", in whatever language. A separator only if header fields stand below it. */
export const isWordsInDashes = (line: string): boolean => line.length < 120 && /^\s*[-_=*]{3,}\s*\p{L}[^\d@:]{2,60}?\s*:?\s*[-_=*]{3,}\s*$/u.test(line);

/** "2011/4/7 Ana Pop <ana@…>", "* Ana <ana@…> [2026-03-02 10:05]:", "On 2 March at 10:05 Ana <ana@…> sent:": no verb that is known, or no colon. One only if a quote stands below it. */
export const isBareAttribution = (line: string): boolean =>
  line.length < 300 &&
  (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s.{1,200}<[^<>\s@]{1,100}@[^<>\s@]{1,200}>$/.test(line) ||
    (endsInColon(line) && TIME.test(line) && DATE.test(line) && /<[^<>\s@]{1,100}@[^<>\s@]{1,200}>/.test(line)));

/** True if a line can be the first of an attribution that goes on below. */
export const opensAttribution = (line: string): boolean => {
  const bare = line.replace(/^[\s*_\u200E\u200F\u202A-\u202E\u2066-\u2069-]+/, "");
  return (OPENS.test(bare) && /\d/.test(bare)) || (WEEKDAY.test(bare) && !WROTE.test(bare.slice(0, 20))) || /^\d{1,4}(?:[./-]\s?\d|\s\p{L}|:\d{2}|,|年)/u.test(bare);
};

/** True if an address is the last thing before the colon. Cut out by hand: a pattern would try every sign of a line of "@" against every other. */
function endsInAddress(line: string): boolean {
  const before = line
    .slice(0, Math.max(0, line.search(/[:：][\s*_-]*$/u)))
    .trimEnd()
    .replace(/[>)\]]+$/, "");
  const word = before.slice(Math.max(before.lastIndexOf(" "), before.lastIndexOf("<"), before.lastIndexOf(">"), before.lastIndexOf("(")) + 1);
  return /.@./.test(word);
}

/** With the first field behind it in the same line, as a telephone's program joins them. */
const ORIGINAL_JOINED = new RegExp(`^\\s*-+\\s*${ORIGINAL}\\s*:?\\s*-{3,}\\s*(?:${FIELDS.from}|${FIELDS.sent}|${FIELDS.subject})\\s{0,3}[:：]`, "iu");
const ORIGINAL_LINE = new RegExp(`^\\s*[-_=*]{2,}\\s*${ORIGINAL}\\s*:?\\s*[-_=*]*\\s*$`, "iu");
const ABOVE =
  /^\W{2,}.{0,20}(?<![\p{L}])(?:repl(?:y|ies)|respon[ds]\w*|répon\w+|rispo\w+|antwort\w*|antwoord\w*|odpowied\w*|răspun\w+).{0,30}(?:above|au-dessus|sopra|oberhalb|über|encima|arriba|boven|acima|powyżej|deasupra).{0,60}\W{2,}$/iu;
const GROUPWISE = /^>{3} .{3,200}\d{1,2}[:.]\d{2}.{0,20}>{3}\s*$/u;
/** As Tobit's programs write it. */
const PROCESSED = /^original(?: message|nachricht) (?:processed|verarbeitet) (?:by|von) .{3,40}$/iu;
const DASHED = /^-{3,}.{2,200}(?:wrote|schrieb|a écrit|ha scritto|a scris|escribió|escreveu|schreef|napisał|skrev)\s?:?\s?-{3,}$/iu;

/** "-----Original Message-----" and its like: below it all is quoted. A forwarded message is no quote: it is what the sender wants to show. */
export const isSeparator = (line: string): boolean =>
  line === QUOTE_BELOW ||
  (line.length > 9 && line.length < 300 && (ORIGINAL_LINE.test(line) || ORIGINAL_JOINED.test(line) || PROCESSED.test(line) || ABOVE.test(line) || GROUPWISE.test(line) || DASHED.test(line)));

const FORWARDED_LINE = new RegExp(`^[\\s>*]*[-_=*]*\\s*${FORWARDED}\\s*(?:(?:from|de|von|da|van|by)\\s.{1,100})?\\s*[:：]?\\s*[-_=*]*[\\s*]*$`, "iu");
/** "---------- Forwarded message ---------" */
export const isForwardMark = (line: string): boolean => line.length > 9 && line.length < 200 && FORWARDED_LINE.test(line);

const field = (names: string): RegExp => new RegExp(`^[\\s*_]*${names}\\s{0,3}\\*?\\s{0,3}[:：](?![/\\\\])`, "iu");
const [FROM, SENT, TO, SUBJECT] = [field(FIELDS.from), field(FIELDS.sent), field(FIELDS.to), field(FIELDS.subject)];
const MOST_FIELD_LINES = 14;

/** "Name: …" */
export const isField = (line: string): boolean => /^[^:：]{1,40}[:：]/u.test(line);

/** True if a block of header fields begins at this line, as Outlook and others set one above what they quote: a sender, two others, and among it all a subject or an address. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? "";
  if (![FROM, SENT, SUBJECT].some((f) => f.test(first))) return false;
  const block: string[] = [];
  for (let next = at, blank = 0, other = 0; next < Math.min(lines.length, at + MOST_FIELD_LINES); next += 1) {
    const line = (lines[next] ?? "").slice(0, 1000);
    const named = isField(line);
    if (line && !named && blank > 0) break; // somebody's words
    blank = line ? 0 : blank + 1;
    other = named || !line ? 0 : other + 1;
    if (blank > 1 || other > 3) break;
    block.push(line);
  }
  const has = (f: RegExp): boolean => block.some((line) => f.test(line));
  const from = block.find((line) => FROM.test(line));
  if (from === undefined && block.length <= 3 && SENT.test(first) && /\d:\d{2}:\d{2}/.test(first) && block.some((line) => TO.test(line) && line.includes("@"))) return true; // a date as mails write it, and to whom
  if (from === undefined || [SENT, TO, SUBJECT].filter(has).length < 2) return false;
  return has(SUBJECT) || from.includes("@");
}

/** The line that parts a signature from the text (RFC 3676 §4.3). */
export const isSignatureMark = (line: string): boolean => line === SIGNATURE_BELOW || /^(--|—|__|—-) ?$/.test(line) || /^_{3,}\s*$/.test(line);

/** "Sent from my iPhone". Not "Sent from my desk, which is easier than a phone": a short line that names a thing to send with. */
export function isDeviceLine(line: string): boolean {
  const short = line
    .trim()
    .replace(/^[*_[(]+|(?<![*_)])[*_)]+$/g, "") // a run of them is looked at from its beginning alone
    .replace(/[<[(]?https?:\/\/\S+[>\])]?/g, "")
    .replace(EXCUSE, "")
    .trim();
  if (MY_THING.test(short)) return true;
  if (short.length > 120 || short.length < 8 || short.split(/\s+/).length > 11) return false;
  if (FROM_MY.test(short) && SENDING_THING.test(short)) return true;
  if (SENT_LAST.test(short) && SENDING_THING.test(short) && short.split(/\s+/).length <= 7) return true;
  return SENT_FROM.test(short) && SENDING_THING.test(short) && !/,(?!\s(?:an?\s)?(?:samsung|at&t|verizon|lg|htc|motorola|galaxy|apple)\b)/iu.test(short);
}

/** "Please excuse my brevity." */
const EXCUSE = /[.!]\s+[^.!?]{3,60}(?:brief|brev|briève|bréve|kürze|typos?\b|fautes|errori|errores|erros|beknopt|kortheid|zwięz|scurt|conciz)[^.!?]{0,30}[.!]?$/iu;
/** "Sent from my TI-85. Please excuse typos": whatever it is, in few words, and an excuse at most. */
const MY_THING =
  /^<{0,2}\s?sent (?:(?:from|via|with|by) my\s[^,.]{2,40}|(?:from|by|via|with) (?:mailbox|galaxy|mobile|front|superhuman|mailspring|typeapp|blue)(?: for \w+)?)(?:[,.]\s+(?:please |kindly )?(?:excuse|forgive|pardon|ignore)\s.{2,60})?[.)]?\s?>{0,2}$/i;

/** "From my iPhone 6", and nothing more. */
const FROM_MY = /^(?:from my|de mon|de mi|do meu|dal mio|de pe|von meinem|vanaf mijn) (?:\p{L}[\p{L}\d-]* ?){1,3}\d{0,2}\.?$/iu;

/** "-Ana Pop" alone on the last line: a name, not the last item of a list. */
export const isDashedName = (line: string): boolean => /^[-–—]\s?\p{Lu}[\p{L}.'’-]{0,30}( \p{Lu}[\p{L}.'’-]{0,30}){1,3}$/u.test(line);

const AMONG =
  /(?<![\p{L}])(?:in-?line|see (?:my )?(?:answers|comments|replies|responses|notes)?\s?(?:below|in (?:red|blue|green|bold))|(?:answers|comments|replies|responses) (?:are )?(?:below|in|inline|within)|my (?:answers|comments|replies|responses)|ci-dessous|dans le (?:texte|corps|message)|en (?:rouge|bleu|vert|gras)|di seguito|qui sotto|in (?:rosso|blu|verde|grassetto|rot|blau|grün)|nel testo|mai jos|în (?:roșu|rosu|albastru|text)|siehe unten|im text|unten (?:in|im)|meine antworten|más abajo|abajo|en (?:rojo|azul|negrita)|em (?:vermelho|azul|negrito)|abaixo|hieronder|in het (?:rood|blauw)|zie (?:onder|hieronder)|poniżej|na (?:czerwono|niebiesko))(?![\p{L}])/iu;
/** True if the words say that the answers stand among the quoted lines, unmarked: "see my answers in red below". */
export const saysAmong = (text: string): boolean => text.length <= 600 && AMONG.test(text);
