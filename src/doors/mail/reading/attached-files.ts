// The files of a mail, each under a name that is safe to keep. Nothing is dropped: what is no text for reading is a file.
import type { Attachment } from "postal-mime";
import { windowsLetters } from "./windows-letters.ts";

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** So many are listed one by one; a mail with more than that is kept as one file, whole. */
const MOST = 100;

export function attachedFiles(attachments: readonly Attachment[]): { files: AttachedFile[]; more: number } {
  const files = attachments.slice(0, MOST).map(
    (a, index): AttachedFile => ({
      name: safeName(a.filename) || `${index + 1}.${extension(a.mimeType)}`,
      type: /^[\w.+-]+\/[\w.+-]+$/.test(a.mimeType) ? a.mimeType.toLowerCase() : "application/octet-stream",
      bytes: bytesOf(a),
    }),
  );
  return { files, more: Math.max(0, attachments.length - MOST) };
}

/** More files of a mail under safe names: those that were packed in its text or in another file. */
export const packedFiles = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): AttachedFile[] =>
  files.map(({ name, bytes }, index) => ({ name: safeName(name) || `packed-${index + 1}.bin`, type: typeOf(name), bytes }));

const TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain",
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  eml: "message/rfc822",
  ics: "text/calendar",
};
const typeOf = (name: string): string => TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";

export const bytesOf = ({ content }: Attachment): Uint8Array => (typeof content === "string" ? Buffer.from(content) : content instanceof Uint8Array ? content : new Uint8Array(content));

/** Neither a path nor a control or direction character, at most 150 long with its ending kept. */
function safeName(written: string | null): string {
  const name =
    windowsLetters(written ?? "")
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, "")
      .split(/[/\\]/)
      .pop()
      ?.trim()
      .replace(/^\.+/, "") ?? "";
  return name.length <= 150 ? name : `${name.slice(0, 135)}…${name.slice(-14)}`;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "message/delivery-status": "txt",
  "text/rfc822-headers": "txt",
  "text/plain": "txt",
  "text/html": "html",
  "text/calendar": "ics",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "application/pdf": "pdf",
  "application/ms-tnef": "dat",
  "application/pgp-signature": "asc",
  "application/pkcs7-signature": "p7s",
};
const extension = (type: string): string => EXTENSIONS[type.toLowerCase()] ?? "bin";
