// Whom a mail is for: the desk behind an address of the envelope.
import type { House } from "../../desk/house.ts";
import { deskOfAddress } from "../../desk/mails/reads.ts";
import { addressed } from "./addressed.ts";

export interface Recipient { readonly desk: string; readonly written: string }

/** The desk of "help+topic@desk.example"; null where no desk has the address. Throws Trouble. */
export async function recipientOf(house: House, written: string): Promise<Recipient | null> {
  const { address } = addressed(written);
  const desk = await house.database.asOwner((tx) => deskOfAddress(tx, address), { readOnly: true });
  return desk === null ? null : { desk, written: written.trim().toLowerCase() };
}
