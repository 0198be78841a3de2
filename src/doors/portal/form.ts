// Reads a posted form: fields as text, files into the store, with caps; faults in the visitor's language.
import type {} from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { FileRef } from "../../desk/event.ts";
import { TooLarge } from "../../database/blobs.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";

export interface Form { readonly fields: Readonly<Record<string, string>>; readonly files: readonly FileRef[] }

const MOST_FILES = 10;
const LARGEST_FILE = 25 * 1024 * 1024;

/** Fields and files of a multipart or urlencoded form. A file over the cap is a problem, not a cut file. */
export async function readForm(house: House, request: FastifyRequest): Promise<Form> {
  sameOrigin(house, request);
  const fields: Record<string, string> = {};
  const files: FileRef[] = [];
  if (!request.isMultipart()) {
    for (const [k, v] of Object.entries((request.body ?? {}) as Record<string, unknown>)) if (typeof v === "string") fields[k] = v;
    return { fields, files };
  }
  for await (const part of request.parts({ limits: { files: MOST_FILES, fileSize: LARGEST_FILE, fields: 60, fieldSize: 400_000 } })) {
    if (part.type === "field") {
      if (typeof part.value === "string") fields[part.fieldname] = part.value;
    } else if (part.filename) {
      const blob = await house.blobs.keep(part.file, LARGEST_FILE).catch((error: unknown) => {
        throw error instanceof TooLarge ? new Problem("too-large", `${part.filename} is larger than we take.`) : error;
      });
      if (part.file.truncated) throw new Problem("too-large", `${part.filename} is larger than we take.`);
      files.push({ name: part.filename.slice(0, 255), type: part.mimetype.slice(0, 120), size: blob.size, sha: blob.sha256 });
    } else part.file.resume();
  }
  return { fields, files };
}

/** A form that another site sends on a visitor's behalf is refused: the browser says where it comes from (CSRF). */
function sameOrigin(house: House, request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  const { origin } = request.headers;
  const own = site === undefined || site === "same-origin" || site === "none";
  const known = origin === undefined || origin === new URL(house.publicUrl).origin || origin === `${request.protocol}://${request.host}`;
  if (!own || !known) throw new Problem("wrong-origin");
}
