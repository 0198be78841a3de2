// What the bench is doing, on the other stream than its results.

const started = performance.now();

export function progress(line: string): void {
  process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}\n`);
}

/** Seconds since the bench began. */
export const elapsed = (): number => (performance.now() - started) / 1000;
