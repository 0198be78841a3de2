// A mail that a server has and does not give: a row without bytes, so that a person sees it and those behind it are not held up.
import { createHash } from "node:crypto";
import type { House } from "../../../desk/house.ts";
import { addressesOfDesks } from "../../../desk/mails/reads.ts";
import { keepInbound, settleInbound } from "../../../desk/mails/writes.ts";
import { type ImapAccount, imapName } from "./imap-account.ts";

/** `place` names the mail in its folder for good. The same again changes nothing. */
export async function noteUnfetched(house: House, account: ImapAccount, place: string, fault: string): Promise<void> {
  const entrance = imapName(account);
  const sha = createHash("sha256").update(`unfetched\n${entrance}\n${place}`).digest("hex");
  await house.database.asOwner(async (tx) => {
    const recipient = (await addressesOfDesks(tx)).get(account.desk) ?? "";
    await keepInbound(tx, [{ desk: account.desk, sha, sender: null, recipient, size: 0, at: house.now(), entrance, ip: null, helo: null }]);
  });
  await house.database.asDesk(account.desk, async (tx) => settleInbound(tx, sha, { state: "quarantined", fault }));
}
