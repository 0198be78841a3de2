// Takes a mail apart with postal-mime, in memory and time that grow with its bytes and not with its lines.
// Its own store for unencoded parts keeps an object for each line: 25 MB of empty lines ended the process. Ours is put in its place.
import PostalMime, { type Email } from "postal-mime";
import { Base64Bytes } from "./base64-bytes.ts";
import { lettersOf } from "./letters.ts";
import { mendedBorders } from "./mended-borders.ts";
import { mendedHeaders } from "./mended-headers.ts";
import { withWholeAuthor } from "./whole-author.ts";

const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 100, maxHeadersSize: 1024 * 1024 } as const;
const QUOTED = /quoted-printable/i; // its store is as it should be
const BASE64 = /base64/i; // its store keeps each byte several times
const LINE_FEED = 0x0a;
const MOST_PARTS = 20_000;

interface Store {
  update(line: Uint8Array): void;
  finalize(): Promise<ArrayBuffer | Uint8Array>;
}
/** What of the parser is not in its types; the version is pinned. */
interface Inside {
  currentNode: {
    readonly state: string;
    contentDecoder: Store | null;
    readonly contentTransferEncoding: { readonly encoding: string };
    readonly contentType: { readonly parsed: { readonly value: string; readonly params: Record<string, string | undefined> } };
    readonly contentDisposition: { readonly parsed: { readonly value: string } };
  };
  processLine(line: Uint8Array, isFinal: boolean): Promise<void>;
}

/** The mail's parts. Throws Error past a hundred levels, a megabyte of headers or 20,000 parts. Parts that no border shows are read all the same. */
export async function parseMail(raw: Uint8Array): Promise<Email> {
  const mail = await takeApart(mendedHeaders(raw));
  if (mail.text?.trim() || mail.html?.trim() || mail.attachments.length > 0) return mail;
  const mended = mendedBorders(raw);
  const again = mended && (await takeApart(mended));
  if (!again) return mail;
  const { text, html, attachments } = again;
  return { ...mail, ...(text !== undefined && { text }), ...(html !== undefined && { html }), attachments };
}

function takeApart(raw: Uint8Array): Promise<Email> {
  const parser = new PostalMime(OPTIONS);
  const inside = parser as unknown as Inside;
  const processLine = inside.processLine.bind(parser);
  let parts = 0;
  inside.processLine = async (line, isFinal) => {
    const before = inside.currentNode;
    await processLine(line, isFinal);
    const { currentNode: node } = inside;
    if (node !== before && (parts += 1) > MOST_PARTS) throw new Error(`It has more than ${MOST_PARTS} parts`);
    // The store is there once the headers have ended, and still empty then.
    if (node.state !== "body" || !node.contentDecoder || node.contentDecoder instanceof Lines || node.contentDecoder instanceof Base64Bytes || node.contentDecoder instanceof Letters) return;
    const { encoding } = node.contentTransferEncoding;
    if (BASE64.test(encoding)) node.contentDecoder = new Base64Bytes();
    else if (!QUOTED.test(encoding)) node.contentDecoder = new Lines();
    const { parsed } = node.contentType;
    // Files keep their bytes; what is read is made UTF-8 here, by what it is and not only by what it says.
    if (/^text\/(?:plain|html)$/i.test(parsed.value || "text/plain") && !/^attachment/i.test(node.contentDisposition.parsed.value))
      node.contentDecoder = new Letters(node.contentDecoder, parsed.params);
  };
  // The parser copies what is a piece of something larger; memory of the mail's own it takes as it is, and only reads.
  const own = raw.buffer instanceof ArrayBuffer && raw.byteLength === raw.buffer.byteLength ? raw.buffer : raw;
  return parser.parse(own).then(withWholeAuthor);
}

/** Puts text into UTF-8, and says so to the parser. */
class Letters implements Store {
  constructor(
    private readonly inner: Store,
    private readonly params: Record<string, string | undefined>,
  ) {}

  update(line: Uint8Array): void {
    this.inner.update(line);
  }

  async finalize(): Promise<ArrayBuffer> {
    const bytes = await this.inner.finalize();
    const text = lettersOf(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), this.params["charset"] ?? "");
    this.params["charset"] = "utf-8";
    return new TextEncoder().encode(text).buffer;
  }
}

/** Lines, one behind the other, in one stretch of memory that doubles when it is full. */
class Lines implements Store {
  private bytes = new Uint8Array(1024);
  private length = 0;

  update(line: Uint8Array): void {
    const length = this.length + line.length + 1;
    if (length > this.bytes.length) {
      const more = new Uint8Array(Math.max(length, this.bytes.length * 2));
      more.set(this.bytes.subarray(0, this.length));
      this.bytes = more;
    }
    this.bytes.set(line, this.length);
    this.bytes[length - 1] = LINE_FEED;
    this.length = length;
  }

  finalize(): Promise<ArrayBuffer> {
    return Promise.resolve(this.bytes.buffer.slice(0, this.length));
  }
}
