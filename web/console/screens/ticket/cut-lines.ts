// Which lines of a whole message are shown in the thread, and which were cut. Pure.
export interface CutLine {
  readonly text: string;
  readonly cut: boolean;
}

/** The whole's lines in order; a line that the shown text has next is kept, every other one was cut. Blank lines go with the line before them. */
export function cutLines(whole: string, shown: string): CutLine[] {
  const wanted = shown
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  let next = 0;
  let before = false;
  return whole.split("\n").map((text) => {
    const line = text.trim();
    if (line === "") return { text, cut: before };
    const kept = next < wanted.length && line === wanted[next];
    if (kept) next += 1;
    before = !kept;
    return { text, cut: !kept };
  });
}
