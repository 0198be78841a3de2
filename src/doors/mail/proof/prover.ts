// Whose word counts about a mail: that of the one server in front that is trusted, else our own check.
import type { Proof } from "../../../desk/mails/proof.ts";
import type { InboundMail } from "../../../desk/mails/writes.ts";
import { checkProof, type LookUp } from "./check-proof.ts";
import { bytesOfMail, type RawMail } from "../raw-mail.ts";
import { MOST_HEADERS, readResults } from "./read-results.ts";

/** What is known about who sent it; `from` is the author's address. Throws where its bytes cannot be had. */
export type Prover = (raw: RawMail, came: InboundMail, from: string) => Promise<Proof>;

export interface Trust {
  readonly lookUp: LookUp;
  /** The MTA in front: its authserv-id, and the addresses from which it connects; none: this machine. */
  readonly mta: { readonly id: string; readonly from: readonly string[] } | null;
  /** IMAP accounts (by entrance) whose server's results are believed. */
  readonly accounts: ReadonlyMap<string, string>;
}

export function proverWith({ lookUp, mta, accounts }: Trust): Prover {
  return async (raw, { entrance, ip, helo, sender }, from) => {
    const account = accounts.get(entrance);
    if (account !== undefined) return readResults(await bytesOfMail(raw, MOST_HEADERS), account, from);
    if (mta && entrance === "smtp" && ip !== null && (mta.from.length ? mta.from.includes(ip) : isLoopback(ip))) return readResults(await bytesOfMail(raw, MOST_HEADERS), mta.id, from);
    // A server that speaks to us from within is ours, not the sender's: SPF would ask about the wrong address.
    return checkProof(raw, { ip: entrance === "smtp" && ip !== null && !isWithin(ip) ? ip : null, helo, sender }, from, lookUp);
  };
}

const isLoopback = (ip: string): boolean => ip === "::1" || ip.startsWith("127.");

/** Addresses that no stranger has: loopback, private, link-local. RFC 1918, 4193, 6598. */
function isWithin(ip: string): boolean {
  return isLoopback(ip) || /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(ip) || /^f([cd]|e[89ab])/i.test(ip);
}
