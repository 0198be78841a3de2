// What Outlook packs into a "winmail.dat": the files, and the text where the mail has none. MS-OXTNEF; property types of MS-OXCDATA §2.11.1.
import iconv from "iconv-lite";

export interface Unpacked {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly text: string | null;
  readonly html: string | null;
}

const SIGNATURE = 0x223e9f78;
const [ATTACH_REND, ATTACH_TITLE, ATTACH_DATA, ATTACHMENT, MAPI, CODEPAGE] = [0x00069002, 0x00018010, 0x0006800f, 0x00069005, 0x00069003, 0x00069007];
const [LONG_NAME, DATA_OBJECT, BODY, BODY_HTML] = [0x3707, 0x3701, 0x1000, 0x1013];
const MOST = 200; // files

interface Property {
  readonly id: number;
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Everything that can be made out; null where it is no TNEF. Stops at the first thing that does not add up, and keeps what came before. */
export function unpackedTnef(raw: Uint8Array): Unpacked | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const files: { name: string; bytes: Uint8Array | null }[] = [];
  let [text, html, charset]: [string | null, string | null, string] = [null, null, "windows-1252"];
  for (let at = 6; at + 9 <= bytes.length; ) {
    const [id, length] = [bytes.readUInt32LE(at + 1), bytes.readUInt32LE(at + 5)];
    const data = bytes.subarray(at + 9, at + 9 + length);
    if (data.length < length) break;
    at += 9 + length + 2; // its checksum is behind it
    const file = files.at(-1);
    if (id === ATTACH_REND && files.length < MOST) files.push({ name: "", bytes: null });
    else if (id === ATTACH_TITLE && file) file.name ||= said(data, 0x1e, charset);
    else if (id === ATTACH_DATA && file) file.bytes = data;
    else if (id === CODEPAGE && length >= 4 && iconv.encodingExists(`cp${data.readUInt32LE(0)}`)) charset = `cp${data.readUInt32LE(0)}`;
    else if (id === ATTACHMENT && file) {
      for (const each of propertiesOf(data)) {
        if (each.id === LONG_NAME) file.name = said(each.bytes, each.type, charset);
        else if (each.id === DATA_OBJECT && each.bytes.length > 0) file.bytes ??= each.type === 0x0d ? each.bytes.subarray(16) : each.bytes; // an object begins with its class
      }
    } else if (id === MAPI) {
      for (const each of propertiesOf(data)) {
        if (each.id === BODY) text = said(each.bytes, each.type, charset);
        else if (each.id === BODY_HTML) html = said(each.bytes, each.type === 0x1f ? 0x1f : 0x1e, charset);
      }
    }
  }
  return { files: files.flatMap(({ name, bytes: content }) => (content ? [{ name, bytes: new Uint8Array(content) }] : [])), text, html };
}

/** A string, of one byte or two a letter, without the zero at its end. */
const said = (bytes: Uint8Array, type: number, charset: string): string => iconv.decode(Buffer.from(bytes), type === 0x1f ? "utf-16le" : charset).replace(/\0.*$/s, "");

const FIXED: Readonly<Record<number, number>> = { 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0a: 4, 0x0b: 4, 0x14: 8, 0x40: 8, 0x48: 16 };

/** The properties of a block, the first value of each. MS-OXTNEF §2.1.3.4. */
function propertiesOf(data: Buffer): Property[] {
  const found: Property[] = [];
  if (data.length < 4) return found;
  const count = Math.min(data.readUInt32LE(0), 2_000);
  let at = 4;
  const has = (n: number): boolean => at + n <= data.length;
  for (let n = 0; n < count && has(4); n += 1) {
    const [type, id] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)];
    at += 4;
    if (id >= 0x8000) {
      // a name goes before the value
      if (!has(20)) break;
      const [kind, length] = [data.readUInt32LE(at + 16), has(24) ? data.readUInt32LE(at + 20) : 0];
      at += kind === 0 ? 24 : 24 + padded(length);
    }
    const kind = type & 0x0fff;
    const many = (type & 0x1000) !== 0;
    const fixed = FIXED[kind];
    if (fixed !== undefined && !many) {
      if (!has(fixed)) break;
      found.push({ id, type: kind, bytes: data.subarray(at, at + fixed) });
      at += fixed;
      continue;
    }
    if (!has(4)) break;
    const values = data.readUInt32LE(at);
    at += 4;
    for (let v = 0; v < values; v += 1) {
      const length = fixed ?? (has(4) ? data.readUInt32LE(at) : Infinity);
      if (fixed === undefined) at += 4;
      if (!has(length)) return found;
      if (v === 0) found.push({ id, type: kind, bytes: data.subarray(at, at + length) });
      at += padded(length);
    }
  }
  return found;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;
