// Seals what must be kept and not be read by whoever sees the rows: AES-256-GCM, under a key derived from the server's secret.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedSecret } from "./secret.ts";

const NONCE = 12;
const TAG = 16;
const keyOf = (secret: string, purpose: string): Buffer => Buffer.from(derivedSecret(secret, purpose), "hex");

/** Nonce, tag, sealed text. */
export function sealed(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The text, or null where it was sealed under another secret or changed since. */
export function unsealed(secret: string, purpose: string, bytes: Uint8Array): string | null {
  if (bytes.length < NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), bytes.subarray(0, NONCE)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
