// The letters that Windows-1252 has where Latin-1 has control characters: “ ” € … A runtime may decode the one as the other (Node 20 does),
// and mail programs declare the one and send the other. No mail means those control characters, so the letters are put in their place.

const LETTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The text with U+0080 to U+009F read as Windows-1252. */
export function windowsLetters(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => LETTERS[control.charCodeAt(0) - 0x80] ?? control);
}
