// Takes what is new in an open mailbox: bytes and row are on disk first, then the mail is marked there, then our own mark moves. A crash
// anywhere in between means that a mail is looked at again, which has no second effect; none is passed over.
import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { House } from "../../../desk/house.ts";
import { imapMark, moveImapMark } from "../../../desk/mails/imap-marks.ts";
import { settleInbound } from "../../../desk/mails/writes.ts";
import { noteUnfetched } from "./note-unfetched.ts";
import { addressed } from "../addressed.ts";
import { keepMail } from "../keep-mail.ts";
import type { MailQueue } from "../mail-queue.ts";
import { type ImapAccount, imapName } from "./imap-account.ts";

export interface Taking {
  readonly house: House;
  readonly queue: Pick<MailQueue, "add"> /** The desk's own address. */;
  readonly address: string /** Larger ones are kept, and read only when somebody says so; bytes. */;
  readonly mostBytes: number /** How often the server did not give a mail, by its UID. */;
  readonly refused: Map<number, number>;
}

/** The server has the mail and does not give it. */
export class Unfetched extends Error {}
/** So often a mail is asked for; then a person is told of it, and those behind it go on. */
const MOST_REFUSALS = 5;

const DAY = 86_400_000;
const PIECE = 1024 * 1024;
const HEADERS = ["return-path", "to", "cc", "delivered-to", "x-original-to", "envelope-to"];

/** Takes all that is new, the oldest first; how many. Throws what the server or the database says; what was taken until then is taken. */
export async function fetchNew(client: ImapFlow, account: ImapAccount, taking: Taking): Promise<number> {
  const { house } = taking;
  if (!client.mailbox) throw new Error("No mailbox is open.");
  const validity = String(client.mailbox.uidValidity);
  const name = imapName(account);
  const { lastUid, since } = await house.database.asDesk(account.desk, (tx) => imapMark(tx, account.desk, name, validity, house.now()));
  // By day first (SEARCH knows no hours), then by the minute: what came since, or was never seen.
  const found = (await client.search({ uid: `${lastUid + 1}:*`, or: [{ seen: false }, { since: new Date(since - DAY) }] }, { uid: true })) || [];
  let taken = 0;
  for (const uid of found.filter((each) => each > lastUid).sort((a, b) => a - b)) {
    const given = await takeOne(client, account, uid, since, taking).catch(async (error: unknown) => {
      const times = (taking.refused.get(uid) ?? 0) + 1;
      taking.refused.set(uid, times);
      if (!(error instanceof Unfetched) || times < MOST_REFUSALS) throw error;
      await noteUnfetched(house, account, `${validity} ${uid}`, `${name} does not give this mail (UID ${uid}): ${error.message}`);
      return "noted" as const;
    });
    if (given === "not-ours") continue;
    if (given === "noted") {
      await house.database.asDesk(account.desk, (tx) => moveImapMark(tx, name, validity, uid, house.now()));
      continue;
    }
    if (account.then === "seen") await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    if (account.then === "delete") await client.messageDelete(String(uid), { uid: true });
    await house.database.asDesk(account.desk, (tx) => moveImapMark(tx, name, validity, uid, house.now()));
    taken += 1;
  }
  return taken;
}

/** Keeps the mail if it is ours. Throws Unfetched where the server has it and does not give it. */
async function takeOne(client: ImapFlow, account: ImapAccount, uid: number, since: number, taking: Taking): Promise<"taken" | "not-ours"> {
  let reason = "it is there, and no content comes";
  const refusal = (error: unknown): false => {
    const { responseStatus, responseText, message } = error as { responseStatus?: string; responseText?: string; message?: string };
    if (responseStatus === undefined) throw error; // the line, not the mail
    reason = responseText ?? message ?? responseStatus;
    return false;
  };
  const mail = await client.fetchOne(String(uid), { uid: true, flags: true, internalDate: true, headers: HEADERS }, { uid: true }).catch(refusal);
  if (mail && mail.flags?.has("\\Seen") && Number(new Date(mail.internalDate ?? 0)) < since - 60_000) return "not-ours";
  if (mail && (await take(client, account, mail, taking).catch(refusal))) return "taken";
  const there = (await client.search({ uid: String(uid) }, { uid: true })) || [];
  if (!there.includes(uid)) return "not-ours"; // somebody took it away meanwhile
  throw new Unfetched(reason);
}

/** Keeps it, and lets it be read. False where nothing comes. */
async function take(client: ImapFlow, account: ImapAccount, mail: FetchMessageObject, { house, queue, address, mostBytes }: Taking): Promise<boolean> {
  const download = await client.download(String(mail.uid), undefined, { uid: true, chunkSize: PIECE });
  if (!("content" in download)) return false;
  const headers = headersOf(mail.headers);
  const sender = senderOf(headers);
  const came = { entrance: imapName(account), ip: null, helo: null };
  const kept = await keepMail(house, download.content as AsyncIterable<Uint8Array>, sender, [{ desk: account.desk, written: recipientOf(headers, address) }], came);
  const large = kept.filter((each) => each.size > mostBytes);
  for (const each of large) await house.database.asDesk(each.desk, async (tx) => settleInbound(tx, each.sha, { state: "quarantined", fault: `It is larger than ${mostBytes} bytes.` }));
  queue.add(kept.filter((each) => each.size <= mostBytes));
  return true;
}

/** Names in small letters, each with its values, unfolded. */
function headersOf(bytes: Uint8Array | undefined): (name: string) => string[] {
  const lines = Buffer.from(bytes ?? [])
    .toString("utf8")
    .replaceAll(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  return (name) => lines.filter((line) => line.toLowerCase().startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim());
}

const addressesIn = (value: string): string[] => value.match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [];

/** Which of the desk's addresses it was for: the one with a plus part says more. */
function recipientOf(headers: (name: string) => string[], address: string): string {
  const written = ["delivered-to", "x-original-to", "envelope-to", "to", "cc"].flatMap(headers).flatMap(addressesIn);
  return written.find((each) => addressed(each).address === address && addressed(each).plus !== null) ?? address;
}

/** The envelope's sender, which the last server wrote down (RFC 5321 §4.4); empty for what wants no answer, null where it did not: the author is somebody else. */
function senderOf(headers: (name: string) => string[]): string | null {
  const [path] = headers("return-path");
  if (path === undefined) return null;
  const [address] = addressesIn(path);
  return address ?? (/^<\s*>/.test(path) ? "" : null);
}
