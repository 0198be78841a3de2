// The words of HTML that nobody can take apart in time: everything between signs of markup goes. In time that grows with the length alone.

const SIGNS: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: " ", "#39": "'" };

/** Text without tags, scripts and styles; elements that stand on lines of their own become line breaks. */
export function stripTags(html: string): string {
  return without(without(html, "script"), "style")
    .replace(/<\/?(?:p|div|br|tr|li|table|h[1-6]|blockquote)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_sign, name: string) => SIGNS[name] ?? "")
    .replace(/[ \t]+/g, " ")
    .replace(/(?: ?\n ?)+/g, "\n")
    .trim();
}

/** The text without what elements of this name hold; one that never ends takes the rest along. */
function without(html: string, name: string): string {
  const lower = html.toLowerCase();
  let kept = "";
  let at = 0;
  for (;;) {
    const begin = lower.indexOf(`<${name}`, at);
    if (begin < 0) return kept + html.slice(at);
    kept += `${html.slice(at, begin)} `;
    const end = lower.indexOf(`</${name}`, begin);
    if (end < 0) return kept;
    at = end; // what remains of the end tag goes with the others
  }
}
