// Reads a raw mail (RFC 5322, MIME) into what the desk needs of it. Broken parts are read as well as they can be.
import { createHash } from "node:crypto";
import { domainToUnicode } from "node:url";
import type { Address, Email } from "postal-mime";
import { attachedFiles, type AttachedFile, bytesOf, packedFiles } from "./attached-files.ts";
import { bodyOf } from "./body-of.ts";
import { type Forwarded, forwardedIn } from "./forwarded.ts";
import { mailIdsIn } from "./mail-ids.ts";
import { FORWARD_SUBJECT, REPLY_SUBJECT } from "./quote-words.ts";
import { parseMail } from "./parse-mail.ts";
import { type Robot, robotOf } from "./robot.ts";
import { unpackedTnef } from "./tnef.ts";
import { uuencoded } from "./uuencoded.ts";
import { windowsLetters } from "./windows-letters.ts";

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface ReadMail {
  readonly mailId: string | null;
  /** Message-IDs that it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly from: Mailbox | null;
  /** Where answers are asked to go, if not to the author. */
  readonly replyTo: readonly Mailbox[];
  /** Who sent it for the author (RFC 5322 §3.6.2). */
  readonly sender: Mailbox | null;
  readonly to: readonly Mailbox[]; // with Cc
  /** The mail that it forwards. */
  readonly forwarded: Forwarded | null;
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

const MOST_ADDRESS = 320; // letters: RFC 3696 §3

/** Thrown where no mail can be made out at all. */
export class Unreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Unreadable";
  }
}

/** `envelopeFrom` is what MAIL FROM said; empty for bounces, null where it is not known. Throws Unreadable. */
export async function readMail(raw: Uint8Array, envelopeFrom: string | null): Promise<ReadMail> {
  const { mail, packed } = unpacked(await parse(raw));
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
    replyTo: boxes(mail.replyTo ?? []),
    sender: boxes(mail.sender ? [mail.sender] : [])[0] ?? null,
    to: boxes([...(mail.to ?? []), ...(mail.cc ?? [])]),
    forwarded: forwardedIn(mail, body.whole, forwards),
    subject,
    ...body,
    files: [...files, ...packedFiles(packed)],
    moreFiles: more,
    robot: robotOf(mail, envelopeFrom, body.text),
    sha: fingerprint(mail),
  };
}

/** Files out of a "winmail.dat" and out of the text; the packed one stays among the files. */
function unpacked(mail: Email): { mail: Email; packed: readonly { readonly name: string; readonly bytes: Uint8Array }[] } {
  const tnef = mail.attachments
    .filter((a) => /^application\/(?:vnd\.)?ms-tnef$/i.test(a.mimeType) || /^winmail\.dat$/i.test(a.filename ?? ""))
    .map((a) => unpackedTnef(bytesOf(a)))
    .filter((found) => found !== null);
  const text = mail.text?.trim() || mail.html?.trim() ? mail.text : (tnef.find((t) => t.text?.trim())?.text ?? mail.text);
  const html = mail.text?.trim() || mail.html?.trim() ? mail.html : (tnef.find((t) => t.html?.trim())?.html ?? mail.html);
  const uu = text?.includes("begin ") ? uuencoded(text.replace(/\r\n?/g, "\n")) : { text: "", files: [] };
  return {
    mail: { ...mail, ...(uu.files.length > 0 ? { text: uu.text } : text !== undefined && { text }), ...(html !== undefined && { html }) },
    packed: [...tnef.flatMap((t) => t.files), ...uu.files],
  };
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    return await parseMail(raw);
  } catch (error) {
    throw new Unreadable(`It cannot be taken apart: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function boxes(addresses: readonly Address[]): Mailbox[] {
  return addresses
    .flatMap((a) => a.group ?? [a])
    .map(({ name, address }) => ({ name: oneLine(name).slice(0, 200), address: (address ?? "").trim() }))
    .filter(({ address }) => address.length <= MOST_ADDRESS && /^[^\s@<>]+@[^\s@<>]+$/.test(address)) // what is none is looked at no closer
    .map(({ name, address }) => ({ name, address: inLetters(address) }));
}

/** One spelling for a domain that has two, letters and "xn--" (RFC 5890). */
function inLetters(address: string): string {
  const at = address.lastIndexOf("@");
  return /@(?:.*\.)?xn--/i.test(address) ? `${address.slice(0, at + 1)}${domainToUnicode(address.slice(at + 1)) || address.slice(at + 1)}` : address;
}

const oneLine = (text: string): string =>
  windowsLetters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[^\S\u3000]+/g, " ") // the wide blank of East Asian writing is a letter's width, and stays
    .trim()
    .slice(0, 1000);

/** Of Message-ID and content, however it was encoded on the way: servers change the encoding of parts and their borders, never what they say. */
function fingerprint(mail: Email): string {
  const hash = createHash("sha256");
  const own = new Set(["message-id", "from", "date", "subject"]);
  for (const { key, value } of mail.headers) if (own.has(key)) hash.update(`${key}:${value.trim()}\n`);
  for (const text of [mail.text, mail.html]) hash.update(`${(text ?? "").replace(/\s+/g, " ").trim()}\n`);
  for (const file of mail.attachments) hash.update(`${file.mimeType}\n${file.filename ?? ""}\n`).update(bytesOf(file));
  return hash.digest("hex");
}
