// Reads a posted form: fields as text, files into the store, with caps. A file too many or too big is a fault of the form, never a cut file.
import type {} from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { TooLarge } from "../../database/blobs.ts";
import type { FileRef } from "../../desk/event.ts";
import { safeFileName, safeFileType } from "../../desk/files/file-name.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  /** Files of this sending, and the tokens of those that came with an earlier one. */
  readonly files: readonly FileRef[];
  readonly kept: readonly string[];
  /** Names of files larger than LARGEST_FILE; they were not taken. */
  readonly tooBig: readonly string[];
  readonly tooMany: boolean;
}

export const MOST_FILES = 10;
export const LARGEST_FILE = 25_000_000; // bytes
const MOST_PARTS = 100;
/** A file past its limit is cut and marked, so that the rest of the form still arrives. */
const OPTIONS = { throwFileSizeLimit: false, limits: { files: MOST_PARTS, parts: MOST_PARTS, fileSize: LARGEST_FILE, fields: MOST_PARTS, fieldSize: 400_000 } };

/** Bytes of files that one form may bring: of somebody signed in, and of a stranger, who could fill our disk without being asked who they are. */
export const ROOM = { person: MOST_FILES * LARGEST_FILE, stranger: LARGEST_FILE };

/** Fields and files of a multipart or urlencoded form; of files at most `room` bytes are taken, without it none. Throws Problem wrong-origin for a form of another site, too-large past every cap. */
export async function readForm(house: House, request: FastifyRequest, room = 0): Promise<Form> {
  sameOrigin(house, request);
  const fields: Record<string, string> = {};
  const form = { files: [] as FileRef[], kept: [] as string[], tooBig: [] as string[], tooMany: false };
  const field = (name: string, value: unknown): void => {
    if (typeof value !== "string") return;
    if (name === "kept") form.kept.push(value);
    else fields[name] = value;
  };
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) field(name, value);
    return { fields, ...form };
  }
  for await (const part of request.parts(OPTIONS)) {
    if (part.type === "field") field(part.fieldname, part.value);
    else if (!part.filename || room === 0) part.file.resume();
    else if (form.files.length === MOST_FILES) {
      form.tooMany = true;
      part.file.resume();
    } else await take(part as typeof part & { readonly file: PartStream });
  }
  return { fields, ...form };

  async function take(part: { readonly file: PartStream; readonly filename: string; readonly mimetype: string }): Promise<void> {
    const name = safeFileName(part.filename);
    const blob = await house.blobs.keep(whole(part.file, room - form.files.reduce((sum, { size }) => sum + size, 0))).catch((error: unknown) => {
      if (error instanceof TooLarge) return null;
      throw error;
    });
    if (blob) form.files.push({ name, type: safeFileType(part.mimetype), size: blob.size, sha: blob.sha256 });
    else form.tooBig.push(name);
  }
}

type PartStream = AsyncIterable<Uint8Array> & { readonly truncated: boolean };

/** To its end even where it was cut off: the fields behind a file arrive only once it has been read. */
async function* whole(file: PartStream, room: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of file) {
    size += chunk.byteLength;
    if (size <= room) yield chunk;
  }
  if (file.truncated || size > room) throw new TooLarge(LARGEST_FILE);
}

/** A form that another site sends on a visitor's behalf is refused: the browser says where it comes from (CSRF). */
function sameOrigin(house: House, request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  const { origin } = request.headers;
  const own = site === undefined || site === "same-origin" || site === "none";
  const known = origin === undefined || origin === new URL(house.publicUrl).origin || origin === `${request.protocol}://${request.host}`;
  if (!own || !known) throw new Problem("wrong-origin");
}
