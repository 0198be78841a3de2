// Ticket numbers that a mail quotes: in its subject, in a subject quoted below it, or as the one number that it speaks of. S4.

const MOST = 20;

/** Numbers of a desk with this prefix, as the desk writes them ("OC-1042"), the surest first. */
export function numbersIn(prefix: string, mail: { readonly subject: string; readonly text: string; readonly whole: string }): string[] {
  const spoken = all(mail.text, prefix, "", "");
  const found = [...all(mail.subject, prefix, "", ""), ...all(mail.whole, prefix, "\\[", "\\]"), ...(spoken.length === 1 ? spoken : [])];
  return [...new Set(found)].slice(0, MOST);
}

function all(text: string, prefix: string, open: string, close: string): string[] {
  const name = prefix.replace(/[^\p{L}\p{N}]/gu, "\\$&");
  const pattern = new RegExp(`${open}(?<![\\p{L}\\p{N}])${name}-(\\d{1,12})(?![\\p{L}\\p{N}])${close}`, "giu");
  return [...new Set([...text.matchAll(pattern)].map((found) => `${prefix}-${found[1]}`))];
}
