// Whom a mail is for: the desk behind an address of the envelope.
import type { House } from "../../desk/house.ts";
import { deskOfAddress } from "../../desk/mails/reads.ts";
import { addressed } from "./addressed.ts";

export interface Recipient {
  readonly desk: string;
  readonly written: string;
}

/** Which desk has an address is asked once in so long, in ms: a burst of mail is mail for a few desks. */
const KNOWN_FOR = 5_000;
const known = new WeakMap<House, Map<string, { readonly desk: string; readonly until: number }>>();

/** The desk of "help+topic@desk.example"; null where no desk has the address. Throws Trouble. */
export async function recipientOf(house: House, written: string): Promise<Recipient | null> {
  const { address } = addressed(written);
  const desks = known.get(house) ?? new Map<string, { readonly desk: string; readonly until: number }>();
  known.set(house, desks);
  const found = desks.get(address);
  const desk = found && found.until > house.now() ? found.desk : await house.database.asOwner((tx) => deskOfAddress(tx, address), { readOnly: true });
  if (desk === null) return null;
  if (desk !== found?.desk || found.until <= house.now()) desks.set(address, { desk, until: house.now() + KNOWN_FOR });
  return { desk, written: written.trim().toLowerCase() };
}
