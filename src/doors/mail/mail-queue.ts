// Kept mails waiting to be read: a few at once, so that a flood of mail leaves the server to others too.
import { clearEvery } from "../../database/memory.ts";
import type { House } from "../../desk/house.ts";
import type { InboundMail } from "../../desk/mails/writes.ts";
import type { Prover } from "./proof/prover.ts";
import { takeMail } from "./take-mail.ts";

const AT_ONCE = 24;
/** Of raw mail; what is read takes a few times that in memory. A larger one is read alone. */
const BYTES_AT_ONCE = 6 * 1024 * 1024;
/** The files of large mails lie outside V8's heap, and those of several would stay until it looks. */
const cleared = clearEvery(6 * 1024 * 1024, "major");
/** So many of those that wait keep their bytes at hand; beyond that they are read from the disk. */
const HELD = 200;

export interface MailQueue {
  add(mails: readonly InboundMail[]): void;
  /** Resolves when nothing waits and nothing is being read. */
  settled(): Promise<void>;
  /** Ends what is being read; what still waits stays kept. */
  close(): Promise<void>;
}

/** A mail whose reading fails for a passing reason stays kept; the worker's replay reads it again. */
export function mailQueue(house: House, fault: (error: unknown) => void, prove: Prover | null = null): MailQueue {
  const waiting: InboundMail[] = [];
  let running = 0;
  let bytes = 0;
  let idle: (() => void)[] = [];
  const next = (): void => {
    while (running < AT_ONCE) {
      const mail = waiting[0];
      if (!mail || (running > 0 && bytes + mail.size > BYTES_AT_ONCE)) break;
      waiting.shift();
      running += 1;
      bytes += mail.size;
      void takeMail(house, mail, prove)
        .catch(fault)
        .finally(() => {
          running -= 1;
          bytes -= mail.size;
          cleared(mail.size);
          next();
        });
    }
    if (running > 0) return;
    for (const done of idle) done();
    idle = [];
  };
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      idle.push(resolve);
      next();
    });
  return {
    add(mails) {
      for (const { raw, ...mail } of mails) waiting.push(raw && waiting.length < HELD ? { ...mail, raw } : mail);
      next();
    },
    settled,
    close() {
      waiting.length = 0;
      return settled();
    },
  };
}
