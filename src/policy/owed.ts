// What was agreed, and so how long may be worked and what is owed for it. Whole cents and milliseconds; pure. SPEC 17.6, 17.7

/** A price that the customer has agreed to; `covers` is the work that it is for, null where it does not say. */
export interface Agreed {
  readonly id: string;
  readonly key: string;
  readonly net: number;
  readonly covers: number | null;
  readonly exact: boolean;
}
export interface Owed {
  readonly offer: string;
  readonly net: number;
}

const isBlock = (a: Agreed): boolean => a.key === "overrun";

/** How long may be worked for what was agreed, ms; null: as long as it takes. */
export function agreedTime(agreed: readonly Agreed[]): number | null {
  const base = agreed.filter((a) => !isBlock(a));
  if (base.length === 0 || base.some((a) => a.covers === null)) return null;
  return agreed.reduce((sum, a) => sum + (a.covers ?? 0), 0);
}

/** Net of what is owed after `worked` ms: what was agreed beforehand in full, of the blocks those that were begun. */
export function owed(agreed: readonly Agreed[], worked: number): Owed[] {
  const base = agreed.filter((a) => !isBlock(a));
  let from = base.reduce((sum, a) => sum + (a.covers ?? 0), 0);
  const lines: Owed[] = base.map((a) => ({ offer: a.id, net: a.net }));
  for (const block of agreed.filter(isBlock)) {
    const length = block.covers ?? 0;
    const used = Math.min(Math.max(worked - from, 0), length);
    if (used > 0) lines.push({ offer: block.id, net: block.exact ? Number((2n * BigInt(block.net) * BigInt(used) + BigInt(length)) / (2n * BigInt(length))) : block.net });
    from += length;
  }
  return lines;
}
