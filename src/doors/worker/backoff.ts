// How long what could not be sent waits for its next try.

/** Milliseconds until the try after the given one (1 for the first): 15 s, 30 s, 1 min … at most 4 h. */
export const backoff = (tries: number): number => Math.min(15_000 * 2 ** (tries - 1), 4 * 3_600_000);
