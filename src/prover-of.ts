// Who tells who sent a mail, as the settings have it.
import { imapName } from "./doors/mail/imap/imap-account.ts";
import { lookUpAt } from "./doors/mail/proof/check-proof.ts";
import { type Prover, proverWith } from "./doors/mail/proof/prover.ts";
import type { Settings } from "./settings.ts";

export function proverOf({ dnsServers, trustedMta, imap }: Settings): Prover {
  return proverWith({ lookUp: lookUpAt(dnsServers), mta: trustedMta, accounts: new Map(imap.flatMap((each) => (each.trust === null ? [] : [[imapName(each), each.trust]]))) });
}
