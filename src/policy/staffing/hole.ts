// Hours that nobody covers.
import type { Stretch } from "../time/rota.ts";

/** A stretch in which nobody is there; what comes in during `late` is due before it ends. */
export interface Hole extends Stretch {
  readonly late: Stretch;
}
