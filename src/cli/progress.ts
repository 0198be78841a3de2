// A bar for work that takes a while; silent where nobody looks at a terminal.
import { SingleBar } from "cli-progress";

export interface Progress {
  step(n?: number): void;
  end(): void;
}

/** A bar on standard error that counts up to `total`. */
export function progressOf(what: string, total: number): Progress {
  if (!process.stderr.isTTY || total < 2) return { step: () => undefined, end: () => undefined };
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true, hideCursor: true });
  bar.start(total, 0);
  return { step: (n = 1) => bar.increment(n), end: () => bar.stop() };
}
