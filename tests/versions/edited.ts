// A policy's text with some of it changed, each change where it is looked for or not at all.

/** Throws where one of them is not in the text. */
export function edited(text: string, edits: readonly (readonly [old: string | RegExp, next: string])[]): string {
  return edits.reduce((sum, [old, next]) => {
    const changed = sum.replace(old, () => next);
    if (changed === sum) throw new Error(`the text has no ${String(old)}`);
    return changed;
  }, text);
}
