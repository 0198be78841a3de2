// A raw mail as the body of a request.
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { Problem } from "../../desk/problem.ts";

export const RAW_MAIL = "message/rfc822";

/** Its bytes. Throws invalid-input where something else was sent. */
export function rawMail(request: FastifyRequest): AsyncIterable<Uint8Array> {
  if (request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== RAW_MAIL) throw new Problem("invalid-input", `A raw mail is sent as ${RAW_MAIL}.`, [{ at: "Content-Type", message: RAW_MAIL }]);
  return request.body as Readable;
}
