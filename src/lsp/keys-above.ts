// Which keys a place in a YAML text stands under, told from the text alone: while somebody types, the text seldom is whole.

/** The keys from the outermost to the one whose value is being written; list items count for nothing. `word` is what stands before the place already. */
export function keysAbove(text: string, offset: number): { readonly keys: readonly string[]; readonly word: string } {
  const lines = text.slice(0, offset).split("\n");
  const current = lines.at(-1) ?? "";
  const word = /[\w.@-]*$/.exec(current)?.[0] ?? "";
  const keys: string[] = [];
  let indent = indentOf(current);
  for (let n = lines.length - 2; n >= 0 && indent > 0; n--) {
    const line = lines[n]!;
    if (!line.trim() || line.trim().startsWith("#") || indentOf(line) >= indent) continue;
    indent = lineIndent(line);
    keys.unshift(...openKeys(line));
  }
  return { keys: [...keys, ...openKeys(current.slice(0, current.length - word.length))], word };
}

/** The column at which a line's content stands, a list's dash counted as room before it. */
const indentOf = (line: string): number => /^\s*(?:- +)*/.exec(line)?.[0].length ?? 0;
const lineIndent = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0;

/** Keys of a beginning of a line that are not closed yet: `when: { topic: [a, ` is when, topic. */
function openKeys(line: string): string[] {
  const open: (string | null)[] = []; // a bracket, with the key before it
  let key: string | null = null;
  for (const token of line.replace(/^\s*(?:- +)*/, "").match(/[{}[\],]|"[^"]*"\s*:|[\w./@-]+\s*:(?=\s|$)|"[^"]*"|[^\s{}[\],]+/g) ?? []) {
    if (token === "{" || token === "[") {
      open.push(key);
      key = null;
    } else if (token === "}" || token === "]") key = open.pop() ?? null;
    else if (token === ",") key = null;
    else if (token.endsWith(":")) key = token.slice(0, -1).trim().replaceAll('"', "");
  }
  return [...open, key].filter((k) => k !== null);
}
