// A signed request is checked by its bytes: they are kept beside what is read from them.
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { Problem } from "../../desk/problem.ts";
import type { SignedWith } from "../../desk/hooks/signature.ts";

const MOST = 256_000;
const bytes = new WeakMap<FastifyRequest, Buffer>();

/** A hook before parsing. Throws too-large. */
export async function keepBytes(request: FastifyRequest, _reply: unknown, payload: AsyncIterable<Uint8Array>): Promise<Readable> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of payload) {
    size += part.byteLength;
    if (size <= MOST) parts.push(part);
  }
  if (size > MOST) throw new Problem("too-large", `At most ${MOST} bytes.`);
  const body = Buffer.concat(parts);
  bytes.set(request, body);
  return Object.assign(Readable.from([body]), { receivedEncodedLength: body.length });
}

export interface Signed {
  readonly with: SignedWith;
  readonly body: Uint8Array;
}

export function signedBody(request: FastifyRequest): Signed {
  const header = (name: string): string => {
    const value = request.headers[name];
    return typeof value === "string" ? value : "";
  };
  return { with: { id: header("webhook-id"), timestamp: header("webhook-timestamp"), signature: header("webhook-signature") }, body: bytes.get(request) ?? new Uint8Array() };
}
