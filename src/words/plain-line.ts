// A line of an answer as letters and numbers alone, to be held against the few answers that are taken at their word.

/** More words than a greeting, thanks and a signature have: a person reads what goes on for longer. */
export const MOST_OTHER_WORDS = 25;

/** "  Sì, ACCETTO! " → "si accetto". Source: Unicode NFKD, without its marks. */
export const plainLine = (line: string): string =>
  line
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
