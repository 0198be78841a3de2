// Archives in the tar format (POSIX.1-1988 ustar), so that a backup can be looked into with any tool.
import { Trouble } from "../database/trouble.ts";

const BLOCK = 512;
const SIZES = /^[0-7]+$/;

/** The header of an entry: name (at most 100 bytes), size in bytes, moment in epoch milliseconds. */
export function tarHeader(name: string, size: number, at: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100 || size >= 8 ** 11) throw new Error(`no entry of an archive: ${name}, ${size} bytes`);
  const octal = (n: number, length: number): string =>
    Math.floor(n)
      .toString(8)
      .padStart(length - 1, "0");
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(at / 1000, 12), 136);
  header.write(" ".repeat(8), 148); // the sum counts its own field as blanks
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
    )}\0 `,
    148,
  );
  return header;
}

/** What fills an entry of this size up to a whole block. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
/** What an archive ends with. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

/** The entries of an archive, one after the other; each one's content is read before the next is asked for. Throws Trouble where it is damaged or cut off. */
export async function* tarEntries(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = takeFrom(source);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = header.toString("latin1", 124, 135);
    const sum = Number.parseInt(header.toString("latin1", 148, 154), 8);
    header.fill(" ", 148, 156);
    if (!SIZES.test(size) || sum !== header.reduce((all, byte) => all + byte, 0)) throw damaged();
    let left = Number.parseInt(size, 8);
    const total = left;
    const content = async function* (): AsyncGenerator<Buffer> {
      while (left > 0) {
        const part = await bytes.atMost(left);
        left -= part.length;
        yield part;
      }
    };
    const entry = content();
    yield { name: header.toString("utf8", 0, 100).replace(/\0.*$/s, ""), size: total, content: entry };
    for await (const _ of entry); // what the caller left unread
    await bytes.exactly(tarPadding(total).length);
  }
}

const damaged = (): Trouble => new Trouble("The archive is damaged or cut off.", "Take another backup file.");

function takeFrom(source: AsyncIterable<Buffer>): { exactly(n: number): Promise<Buffer>; atMost(n: number): Promise<Buffer> } {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const atMost = async (n: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const next = await iterator.next();
      if (next.done) throw damaged();
      rest = next.value;
    }
    const part = rest.subarray(0, n);
    rest = rest.subarray(n);
    return part;
  };
  return {
    atMost,
    async exactly(n) {
      const parts: Buffer[] = [];
      for (let left = n; left > 0; left -= parts.at(-1)!.length) parts.push(await atMost(left));
      return Buffer.concat(parts);
    },
  };
}
