// One ticking time for all the clocks on a screen, so that a hundred of them cost one timer.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let now = Date.now();
let timer: number | undefined;

function listen(hear: () => void): () => void {
  listeners.add(hear);
  timer ??= window.setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

/** The time in epoch milliseconds, rounded down to `step`: a component draws anew only when its own step is over. */
export function useNow(step = 1000): number {
  const stepped = (): number => Math.floor(now / step) * step;
  return useSyncExternalStore(listen, stepped);
}
