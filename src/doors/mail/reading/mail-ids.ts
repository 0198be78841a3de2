// Message-IDs as mails carry them: in angle brackets, several in a row, now and then without brackets. RFC 5322 §3.6.4.

const MOST = 100;

/** The ids in a header's value, brackets included, as written, at most 100 (the last ones: the newest). */
export function mailIdsIn(value: string | null | undefined): string[] {
  if (!value) return [];
  const bracketed = value.match(/<[^<>\s]{1,900}>/g);
  if (bracketed) return [...new Set(bracketed)].slice(-MOST);
  return value
    .split(/[\s,]+/)
    .filter((id) => /^[^\s<>@]+@[^\s<>@]+$/.test(id))
    .slice(0, MOST)
    .map((id) => `<${id}>`);
}
