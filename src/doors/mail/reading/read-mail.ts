// Reads a raw mail (RFC 5322, MIME) into what the desk needs of it. Broken parts are read as well as they can be.
import { createHash } from "node:crypto";
import type { Address, Email } from "postal-mime";
import { attachedFiles, type AttachedFile } from "./attached-files.ts";
import { bodyOf } from "./body-of.ts";
import { mailIdsIn } from "./mail-ids.ts";
import { FORWARD_SUBJECT, REPLY_SUBJECT } from "./quote-words.ts";
import { parseMail } from "./parse-mail.ts";
import { type Robot, robotOf } from "./robot.ts";
import { utf8Copy } from "./utf8-copy.ts";
import { windowsLetters } from "./windows-letters.ts";

export interface Mailbox { readonly name: string; readonly address: string }

export interface ReadMail {
  readonly mailId: string | null;
  /** Message-IDs that it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[]; // with Cc
  readonly subject: string;
  readonly text: string; // what is new in it
  readonly whole: string; // with quote and signature
  readonly html: string | null; // sanitised
  readonly files: readonly AttachedFile[];
  /** Files beyond the most that are listed one by one. */
  readonly moreFiles: number;
  readonly robot: Robot | null;
  /** The same for two deliveries of one mail, whatever servers wrote above it on the way. */
  readonly sha: string;
}

/** Thrown where no mail can be made out at all. */
export class Unreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Unreadable";
  }
}

/** `envelopeFrom` is what MAIL FROM said; empty for bounces, null where it is not known. Throws Unreadable. */
export async function readMail(raw: Uint8Array, envelopeFrom: string | null): Promise<ReadMail> {
  const mail = await parse(raw);
  if (mail.headers.length === 0) throw new Unreadable("It has no mail headers.");
  const subject = oneLine(mail.subject ?? "");
  const answers = [...new Set([...mailIdsIn(mail.inReplyTo), ...mailIdsIn(mail.references).reverse()])];
  const forwards = FORWARD_SUBJECT.test(subject);
  const body = bodyOf(mail, { forwards, first: !forwards && answers.length === 0 && !REPLY_SUBJECT.test(subject) });
  const { files, more } = attachedFiles(mail.attachments);
  return {
    mailId: mailIdsIn(mail.messageId)[0] ?? null,
    answers,
    from: boxes(mail.from ? [mail.from] : [])[0] ?? null,
    to: boxes([...(mail.to ?? []), ...(mail.cc ?? [])]),
    subject,
    ...body,
    files, moreFiles: more,
    robot: robotOf(mail, envelopeFrom),
    sha: fingerprint(mail, raw),
  };
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    const mail = await parseMail(raw);
    const copy = marks(mail) > 0 ? utf8Copy(raw) : null;
    const other = copy && (await parseMail(copy));
    return other && marks(other) < marks(mail) ? other : mail;
  } catch (error) {
    throw new Unreadable(`It cannot be taken apart: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** How many letters could not be read. */
const marks = (mail: Email): number => [mail.subject, mail.from?.name, mail.text, mail.html].reduce((n, text) => n + (text?.split("\uFFFD").length ?? 1) - 1, 0);

function boxes(addresses: readonly Address[]): Mailbox[] {
  return addresses
    .flatMap((a) => a.group ?? [a])
    .map(({ name, address }) => ({ name: oneLine(name).slice(0, 200), address: (address ?? "").trim() }))
    .filter(({ address }) => /^[^\s@<>]+@[^\s@<>]+$/.test(address) && address.length <= 320);
}

const oneLine = (text: string): string => windowsLetters(text).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/\s+/g, " ").trim().slice(0, 1000);

/** Of Message-ID and content; servers on the way change neither. */
function fingerprint(mail: Email, raw: Uint8Array): string {
  const hash = createHash("sha256");
  const own = new Set(["message-id", "from", "date", "subject"]);
  for (const { key, value } of mail.headers) if (own.has(key)) hash.update(`${key}:${value}\n`);
  return hash.update(raw.subarray(bodyStart(raw))).digest("hex");
}

function bodyStart(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = [[bytes.indexOf("\r\n\r\n"), 4], [bytes.indexOf("\n\n"), 2]] as const;
  const found = ends.filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
  return found ? found[0] + found[1] : 0;
}
