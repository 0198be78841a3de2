// A frame's body, taken apart at its empty lines.

export interface Paragraph {
  readonly text: string;
  readonly line: number; // of its first line in the body, from 1
}

export function paragraphsOf(body: string): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let lines: string[] = [];
  const end = (next: number): void => {
    if (lines.length) found.push({ text: lines.join("\n"), line: next - lines.length });
    lines = [];
  };
  const all = body.replace(/\r\n?/g, "\n").split("\n");
  for (const [at, line] of all.entries()) {
    if (line.trim()) lines.push(line.trimEnd());
    else end(at + 1);
  }
  end(all.length + 1);
  return found;
}

/** The part that a paragraph is, if it is one placeholder and nothing else. */
export const partOf = (text: string): string | null => /^\s*\{\s*([a-z]+)\s*\}\s*$/.exec(text)?.[1] ?? null;
