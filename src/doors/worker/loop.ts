// One loop of the worker: works until nothing is left, then waits for a call or a while. Ends with what it holds finished.
import { setTimeout as wait } from "node:timers/promises";

export interface Loop {
  wake(): void;
  /** Resolves once the round that runs has ended; none begins after it. */
  stop(): Promise<void>;
}

/** How long a call is left to gather others, in ms: a round of many costs little more than a round of one. Longer where many came before the last. */
const GATHER = 50;
const GATHER_MANY = 200;
const MANY = 8;

/** `round` answers whether there may be more to do at once. What it throws is told to `fault`, and the next round waits. */
export function loop(round: () => Promise<boolean>, every: number, fault: (error: unknown) => void): Loop {
  let stopped = false;
  let called = 0;
  let ring: (() => void) | null = null;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (called > 0 || stopped) return resolve();
      const timer = setTimeout(resolve, every);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      const many = called > MANY;
      called = 0;
      const more = await round().catch((error: unknown) => {
        fault(error);
        called = 0; // a call must not turn trouble into a storm
        return false;
      });
      if (!more) await pause();
      if (!more && called > 0 && !stopped) await wait(many ? GATHER_MANY : GATHER);
      ring = null;
    }
  };
  const running = run();
  return {
    wake() {
      called += 1;
      ring?.();
    },
    stop() {
      stopped = true;
      ring?.();
      return running;
    },
  };
}
