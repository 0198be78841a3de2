// How mail programs mark what they quote, line by line, in the languages that customers' programs speak.

/** A line that quotes: ">" with at most three blanks before it. */
export const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);

const VERBS = /(wrote|écrit|ecrit|scritto|scris|schrieb|geschrieben|escribió|escribio|schreef|geschreven|escreveu|napisał|napisała|pisze|skrev|kirjoitti|написал|пишет|写道|のメッセージ)/iu;
const OPENS = /^(on|le|il|in data|la|în|pe|în data|am|el|op|em|w dniu|dnia|den|a|at|\S.*<[^<>]+>|\S.*\d)/iu;

/** "On Monday, 2 March 2026 at 10:00, Ana <ana@…> wrote:", in one string even where it was wrapped. */
export function isAttribution(text: string): boolean {
  const line = text.replace(/\s+/g, " ").replace(/^[ *_-]+/, "").trimEnd();
  if (line.length < 8 || line.length > 400 || !/[:：][\s*_-]*$/u.test(line)) return false;
  const dated = /\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[./]\d{1,2}/.test(line);
  if (dated && endsInAddress(line)) return true; // "2026-03-02 10:00 GMT+01:00 Ana <ana@…>:"
  return VERBS.test(line) && OPENS.test(line) && (dated || /\S@\S/.test(line));
}

/** True if an address is the last thing before the colon. Cut out by hand: a pattern would try every sign of a line of "@" against every other. */
function endsInAddress(line: string): boolean {
  const before = line.slice(0, Math.max(0, line.search(/[:：][\s*_-]*$/u))).trimEnd().replace(/>$/, "");
  const word = before.slice(Math.max(before.lastIndexOf(" "), before.lastIndexOf("<"), before.lastIndexOf(">")) + 1);
  return /.@./.test(word);
}

const SEPARATOR = /^\s*[-_=*]{2,}\s*(original message|original appointment|message d['’]origine|message original|messaggio originale|mesaj(ul)? original|ursprüngliche nachricht|original-nachricht|mensaje original|oorspronkelijk bericht|mensagem original|wiadomość oryginalna|oprindelig besked|ursprungligt meddelande|reply to (this|the) (e-?mail|message))\s*[-_=*]{0,}\s*$/iu;

/** "-----Original Message-----" in one of many languages. A forwarded message is no quote: it is what the sender wants to show. */
export const isSeparator = (line: string): boolean => SEPARATOR.test(line);

const FROM = /^[\s*]*(from|de|de la|da|von|van|od|fra|från|expéditeur|mittente|remitente|afzender)\s?\*?\s?:/iu;
const OTHERS = [
  /^[\s*]*(sent|date|envoyé|inviato|data|trimis|gesendet|datum|enviado|fecha|verzonden|wysłano|sendt|skickat)( le| il| el)?\s?\*?\s?:/iu,
  /^[\s*]*(to|à|a|către|catre|an|para|aan|do|til|till)\s?\*?\s?:/iu,
  /^[\s*]*(subject|objet|oggetto|subiect|betreff|asunto|onderwerp|assunto|temat|emne|ämne)\s?\*?\s?:/iu,
];

/** True if a block of headers begins at this line, as Outlook sets one above what it quotes: a sender, and two of date, recipient, subject. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? "";
  if (!FROM.test(first)) return false;
  const below = lines.slice(at + 1, at + 9);
  return OTHERS.filter((other) => below.some((line) => other.test(line))).length >= 2;
}

/** The line that parts a signature from the text (RFC 3676 §4.3), or one that a telephone adds. */
export const isSignatureMark = (line: string): boolean => /^(--|—|__|—-) ?$/.test(line) || /^_{3,}\s*$/.test(line);

const SENT = /^\s*(sent (from|via|with|by)|get outlook for|envoyé (de|depuis|à partir|avec)|télécharger outlook|inviato (da|dal|dallo|con)|scarica outlook|trimis (de pe|din|cu|de la)|gesendet (von|mit)|von meinem|enviado (desde|do|a partir|de|mediante)|obtener outlook|obter o outlook|verzonden (vanaf|met|vanuit|via)|verstuurd (vanaf|met|vanuit|via)|wysłan[oe] z|pobierz outlook|sendt fra|skickat från)\b/iu;
const THING = /(iphone|ipad|ipod|android|mobile?|handy|phone|téléphone|telefon|telefono|teléfono|telefone|telefoon|tablet|blackberry|samsung|galaxy|huawei|xiaomi|pixel \d|outlook|yahoo|proton|gmail|\bmail\b|courrier|correo|thunderbird|\bapp\b|windows|mac\b|macbook)/iu;

/** "Sent from my iPhone". Not "Sent from my desk, which is easier than a phone": a short line without a comma, that names a thing to send with. */
export function isDeviceLine(line: string): boolean {
  const short = line.trim();
  return short.length <= 120 && short.split(/\s+/).length <= 10 && !short.includes(",") && SENT.test(short) && THING.test(short);
}

/** "-Ana Pop" alone on the last line: a name, not the last item of a list. */
export const isDashedName = (line: string): boolean => /^[-–—]\s?\p{Lu}[\p{L}.'’-]{0,30}( \p{Lu}[\p{L}.'’-]{0,30}){1,3}$/u.test(line);
