// Whether a letter goes on below the line that would part a signature from it: writers draw such lines between paragraphs too.

/** How a letter ends, in the languages that customers write. */
const CLOSES =
  /^(?:(?:(?:with )?(?:best|kind|kindest|warm|many)\s)?regards|best wishes|yours (?:sincerely|faithfully|truly)|sincerely|(?:many )?thanks(?: again| in advance)?|thank you|cordialement|bien (?:à vous|cordialement)|salutations.*|cordiali saluti|distinti saluti|(?:un )?saluto|saluti|grazie|cu (?:stimă|respect)|toate cele bune|mulțumesc|(?:mit )?(?:freundlichen?|vielen|viele|beste|schöne|liebe) gr(?:ü|ue)(?:ß|ss)en?|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|gracias|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groet(?:en|jes)?|atenciosamente|cumprimentos|(?:com os )?melhores cumprimentos|obrigad[oa]|z poważaniem|pozdrawiam|dziękuję)\s?[,.!]?$/iu;
/** "P.S." */
const POSTSCRIPT = /^p\.?\s?s\.?\s?[:.\s–-]/iu;
/** Four words and more that end as a sentence does, and name neither a link nor an address. */
const SENTENCE = /^(?=.*\p{Ll})(?![^@]*@)(?!.*(?:https?:|www\.))(?:\S+\s+){3,40}\S+[.!?…]$/u;

/** True if `below` is the letter's own: it closes the letter or has a postscript; below a line of strokes, which is no sure mark, a sentence is enough. */
export function readsOn(mark: string, below: readonly string[]): boolean {
  const lines = below.map((line) => line.trim().slice(0, 400));
  return lines.some((line, at) => (CLOSES.test(line) && at > 0) || POSTSCRIPT.test(line)) || (/^_{3,}/.test(mark) && lines.some((line) => SENTENCE.test(line)));
}
