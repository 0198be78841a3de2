// Kept mails waiting to be read: a few at once, so that a flood of mail leaves the server to others too.
import type { House } from "../../desk/house.ts";
import type { KeptMail } from "./keep-mail.ts";
import { takeMail } from "./take-mail.ts";

const AT_ONCE = 4;

export interface MailQueue {
  add(mails: readonly KeptMail[]): void;
  /** Resolves when nothing waits and nothing is being read. */
  settled(): Promise<void>;
  /** Ends what is being read; what still waits stays kept. */
  close(): Promise<void>;
}

/** A mail whose reading fails for a passing reason stays kept; the worker's replay reads it again. */
export function mailQueue(house: House, fault: (error: unknown) => void): MailQueue {
  const waiting: KeptMail[] = [];
  let running = 0;
  let idle: (() => void)[] = [];
  const next = (): void => {
    while (running < AT_ONCE) {
      const mail = waiting.shift();
      if (!mail) break;
      running += 1;
      void takeMail(house, mail).catch(fault).finally(() => {
        running -= 1;
        next();
      });
    }
    if (running > 0) return;
    for (const done of idle) done();
    idle = [];
  };
  const settled = (): Promise<void> => new Promise((resolve) => {
    idle.push(resolve);
    next();
  });
  return {
    add(mails) {
      waiting.push(...mails);
      next();
    },
    settled,
    close() {
      waiting.length = 0;
      return settled();
    },
  };
}
