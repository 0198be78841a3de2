// What a language is called in the reader's own.
const names = new Map<string, Intl.DisplayNames>();

/** "fr" as "French", "Francese", "Franceză", to stand by itself; a tag that nobody knows stays one. */
export function languageName(tag: string, lang: string): string {
  const known = names.get(lang) ?? new Intl.DisplayNames([lang], { type: "language" });
  names.set(lang, known);
  const name = known.of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
