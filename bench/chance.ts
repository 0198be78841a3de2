// Chance that repeats itself from a seed: a linear congruence (Numerical Recipes), good enough to mix words and to make tables.

/** Numbers from 0 up to but not 1. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
