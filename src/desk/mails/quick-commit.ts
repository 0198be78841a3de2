// A commit that need not reach the disk before it is answered: for notes that are made again if they are lost.
import type { Tx } from "../../database/tx.ts";

/** Within this transaction. Any later commit that waits for the disk takes this one along: what is durable stays in order. */
export const quickCommit = (tx: Tx): Promise<number> => tx.run("set local synchronous_commit = off");

/** The same for a transaction that begins with it. */
export const QUICK_COMMIT = "SET LOCAL synchronous_commit = off;";
