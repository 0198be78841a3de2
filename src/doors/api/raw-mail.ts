// A raw mail as the body of a request.
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { Problem } from "../../desk/problem.ts";

export const RAW_MAIL = "message/rfc822";

/** Its bytes, at most `most` of them. Throws invalid-input where something else was sent, too-large behind the last byte: an answer that comes earlier is not heard by who still sends. */
export function rawMail(request: FastifyRequest, most: number): AsyncIterable<Uint8Array> {
  if (request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== RAW_MAIL)
    throw new Problem("invalid-input", `A raw mail is sent as ${RAW_MAIL}.`, [{ at: "Content-Type", message: RAW_MAIL }]);
  return bounded(request.body as Readable, most);
}

async function* bounded(body: Readable, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= most) yield chunk;
  }
  if (size > most) throw new Problem("too-large", `Mails are taken up to ${most} bytes.`);
}
