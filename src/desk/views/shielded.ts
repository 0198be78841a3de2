// Small counts are not told where a person could be told by them. Pure.

/** Fewer than so many that ended are a person's own affair. */
export const FEWEST = 5;

export interface Counted {
  readonly kept: number | null;
  readonly broken: number | null;
  readonly withdrawn: number | null;
  readonly shielded: boolean;
}
type Open = { readonly kept: number; readonly broken: number; readonly withdrawn: number };

/**
 * The counts with those hidden of which fewer than five ended. Where that would hide one alone it could be worked out from the whole:
 * the smallest of the others is hidden with it.
 */
export function shielded<T extends Open>(rows: readonly T[]): (Omit<T, keyof Open> & Counted)[] {
  const ended = (r: T): number => r.kept + r.broken + r.withdrawn;
  const hide = new Set(rows.filter((r) => ended(r) > 0 && ended(r) < FEWEST)); // none at all is nobody's affair
  const rest = rows.filter((r) => !hide.has(r) && ended(r) > 0).sort((a, b) => ended(a) - ended(b));
  if (hide.size === 1 && rest[0]) hide.add(rest[0]);
  return rows.map((r) => (hide.has(r) ? { ...r, kept: null, broken: null, withdrawn: null, shielded: true } : { ...r, shielded: false }));
}
