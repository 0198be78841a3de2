// The IMAP entrance: every account that is named in the settings, each watched by itself.
import { Trouble } from "../../../database/trouble.ts";
import type { House } from "../../../desk/house.ts";
import { addressesOfDesks } from "../../../desk/mails/reads.ts";
import type { MailQueue } from "../mail-queue.ts";
import type { ImapAccount } from "./imap-account.ts";
import { watchAccount } from "./watch-account.ts";

export interface ImapDoorOptions {
  readonly queue: MailQueue;
  readonly mostBytes: number;
  readonly fault: (error: unknown) => void;
  readonly firstPause?: number;
}

/** Begins to watch; a server that cannot be reached is tried again and again. Throws Trouble where an account is for a desk that is not there. */
export async function openImapDoor(house: House, accounts: readonly ImapAccount[], options: ImapDoorOptions): Promise<{ close(): Promise<void> }> {
  const addresses = await house.database.asOwner(addressesOfDesks, { readOnly: true });
  const unknown = accounts.filter(({ desk }) => !addresses.has(desk)).map(({ desk }) => desk);
  if (unknown.length)
    throw new Trouble(
      `IMAP_URLS names ${unknown.length === 1 ? "a desk that is" : "desks that are"} not here: ${[...new Set(unknown)].join(", ")}.`,
      "Write the desk's name as it stands in its addresses, or open it with `npx troth activate`.",
    );
  const watches = accounts.map((account) => watchAccount(account, { house, address: addresses.get(account.desk) ?? "", refused: new Map(), ...options }));
  return { close: async () => void (await Promise.all(watches.map((watch) => watch.stop()))) };
}
