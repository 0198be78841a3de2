// Signed requests from outside: HMAC-SHA256 over id, time and body. Source: Standard Webhooks 1.0, "Verifying signatures".
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedSecret } from "../../database/secret.ts";

/** A message's time may be so far from ours, in ms; an older one is a replay. */
export const TOLERANCE = 5 * 60_000;

export interface SignedWith {
  readonly id: string;
  readonly timestamp: string; // whole seconds
  readonly signature: string; // "v1,<base64>", several parted by blanks
}

/** The secret of a hook, as its system is given it: `whsec_` and base64. Each generation has its own. */
export const hookSecret = (secret: string, desk: string, hook: string, generation: number): string =>
  `whsec_${Buffer.from(derivedSecret(secret, `hooks-in ${desk} ${hook} ${generation}`), "hex").toString("base64")}`;

/** "v1,<base64>" of a message. */
export function signatureOf(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64")}`;
}

/** Null where one of the secrets signed it and it is of now; else what is wrong. Compares in constant time. */
export function signatureFault(secrets: readonly string[], with_: SignedWith, body: Uint8Array, now: number): string | null {
  if (!with_.id || with_.id.length > 200 || !/^\d{1,12}$/.test(with_.timestamp) || !with_.signature) return "The headers webhook-id, webhook-timestamp and webhook-signature are needed.";
  const given = with_.signature
    .split(" ")
    .slice(0, 10)
    .map((each) => Buffer.from(each));
  const signed = secrets.some((secret) => {
    const right = Buffer.from(signatureOf(secret, with_.id, with_.timestamp, body));
    return given.some((each) => each.length === right.length && timingSafeEqual(each, right));
  });
  if (!signed) return "The signature is not ours: sign `id.timestamp.body` with the secret of this webhook.";
  if (Math.abs(now - Number(with_.timestamp) * 1000) > TOLERANCE) return "The message's time is more than five minutes from ours: send it again with a new timestamp and signature, under the same id.";
  return null;
}
