// The worker: what has to leave leaves, what comes due happens, what was kept unread is read. Any number of them may run on one database.
import type { House } from "../../desk/house.ts";
import type { Transport } from "../../desk/outbox/transport.ts";
import { loop } from "./loop.ts";
import { runImport } from "../../desk/acts/records/run-imports.ts";
import { runTogether } from "../../desk/acts/problems/run-together.ts";
import { ringRecords } from "./ring-records.ts";
import type { Poster } from "../../desk/outbox/poster.ts";
import { ringTimers } from "./ring-timers.ts";
import { sendWaiting } from "./send-waiting.ts";
import { tellEndpoints } from "./tell-endpoints.ts";
import { tellVersions } from "./tell-versions.ts";

export interface WorkerOptions {
  readonly send: Transport;
  /** Tells other systems; without it nothing is told. */
  readonly post?: Poster;
  /** Reads mails that were kept at least `age` ms ago and never read. */
  readonly replay?: (age: number) => Promise<number>;
  /** How long the loops wait when nobody calls, in ms; 1 s if not given. */
  readonly every?: number;
  /** Told of what went wrong; the work itself is tried again. */
  readonly fault?: (error: unknown) => void;
}

export interface Worker {
  /** There may be something to do: looked at once. Call it from `house.changed`. */
  wake(): void;
  /** Finishes what it holds and ends; the rest waits for the next start. */
  stop(): Promise<void>;
}

const REPLAY_EVERY = 15_000;
/** A mail that waits for less is still in the hands of the door that took it. */
const REPLAY_AGE = 60_000;

/** Starts the loops. */
export function startWorker(house: House, options: WorkerOptions): Worker {
  const fault = options.fault ?? ((error) => process.emitWarning(String(error)));
  const every = options.every ?? 1_000;
  const { replay } = options;
  let age = 0; // what the last process left unread is read at once
  const outbox = loop(() => sendWaiting(house, options.send, fault), every, fault);
  const { post } = options;
  const endpoints = post && loop(() => tellEndpoints(house, post, fault), every, fault);
  const timers = loop(() => ringTimers(house, fault), every, fault);
  const records = loop(() => ringRecords(house, fault), every, fault);
  const versions = loop(() => tellVersions(house, fault), every, fault);
  const imports = loop(() => runImport(house), every, fault);
  const together = loop(() => runTogether(house, fault), every, fault);
  const unread =
    replay &&
    loop(
      async () => {
        const read = await replay(age);
        if (read === 0) age = REPLAY_AGE;
        return read > 0;
      },
      REPLAY_EVERY,
      fault,
    );
  return {
    wake() {
      outbox.wake(); // timers lie in the future: their own round finds them
      versions.wake();
      endpoints?.wake();
      together.wake();
    },
    async stop() {
      await Promise.all([outbox.stop(), endpoints?.stop(), timers.stop(), records.stop(), versions.stop(), imports.stop(), together.stop(), unread?.stop()]);
    },
  };
}
