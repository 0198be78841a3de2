// One-time codes: six digits, kept as a keyed hash, found in what somebody wrote.
import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { derivedSecret } from "../../database/secret.ts";

/** "483 201" */
export function newCode(): string {
  const digits = String(randomInt(1_000_000)).padStart(6, "0");
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

export function hashOfCode(secret: string, id: string, code: string): Buffer {
  return createHmac("sha256", derivedSecret(secret, "held-acts"))
    .update(`${id}\n${code.replaceAll(/\D/g, "")}`)
    .digest();
}

/** Every group of six digits in the text, at most ten: "483201", "483 201", "483-201". */
export const codesIn = (text: string): string[] => [...text.matchAll(/(?<!\d)(\d{3})[ \u00a0-]?(\d{3})(?!\d)/g)].slice(0, 10).map(([, a, b]) => `${a}${b}`);

export function isCode(secret: string, id: string, hash: Uint8Array, given: string): boolean {
  const own = hashOfCode(secret, id, given);
  return own.length === hash.length && timingSafeEqual(own, hash);
}
