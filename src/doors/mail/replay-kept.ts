// Reads mails that were kept and never read: the server ended in between, or the database was away.
import type { House } from "../../desk/house.ts";
import { keptMails } from "../../desk/mails/reads.ts";
import type { Prover } from "./proof/prover.ts";
import { takeMail } from "./take-mail.ts";

const AT_ONCE = 100;

/** Reads those that wait for at least `age` ms (0 at the start: all); how many were read. Throws Trouble. */
export async function replayKept(house: House, age: number, prove: Prover | null = null): Promise<number> {
  const waiting = await house.database.asOwner((tx) => keptMails(tx, house.now() - age, AT_ONCE), { readOnly: true });
  for (const mail of waiting) await takeMail(house, mail, prove);
  return waiting.length;
}
