// Memory that nobody uses any more is given back in time. Left alone V8 lets it pile up, the more of it the larger the machine is.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Without anything it clears all. Node 20 takes whatever it is given as `minor`, later ones read the type. */
type Collect = (what?: { readonly type: "minor" }) => void;

function collector(): Collect {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as Collect;
}

/**
 * Bytes that pass by lie outside V8's heap, and tens of MB of them pile up in each thread before it looks. So this is told of them, and
 * has what `every` bytes left behind cleared: `minor` what is young (1 to 3 ms), `major` all of it.
 */
export function clearEvery(every: number, type: "major" | "minor"): (bytes: number) => void {
  const collect = collector();
  let since = 0;
  return (bytes) => {
    since += bytes;
    if (since < every) return;
    since = 0;
    if (type === "minor") collect({ type });
    else collect();
  };
}

/**
 * Ends the start: what it left behind is cleared, and from here on the heap grows by three tenths of what is in use until it is cleared
 * again. By itself it would double on a machine with much memory; the limit holds from the first clearing that is whole.
 */
export function growSlowly(): void {
  setFlagsFromString("--heap-growing-percent=30");
  collector()();
}
