// A file that was sent before the words it belongs to: a signed note of what it is, held by whoever sent it.
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedSecret } from "../../database/secret.ts";
import type { FileRef } from "../event.ts";

const DAY = 86_400_000;

const signed = (secret: string, text: string): string => createHmac("sha256", derivedSecret(secret, "uploads")).update(text).digest("base64url");

/** Good for a day, on this desk, for who uploaded it (`kind:id`). */
export function uploadToken(secret: string, desk: string, who: string, file: FileRef, at: number): string {
  const text = Buffer.from(JSON.stringify([file.name, file.type, file.size, file.sha, at + DAY])).toString("base64url");
  return `${text}.${signed(secret, `${desk} ${who} ${text}`)}`;
}

/** The file of a token; null where it is forged, somebody else's or too old. */
export function uploadedFile(secret: string, desk: string, who: string, token: string, at: number): FileRef | null {
  const [text = "", signature = ""] = token.split(".");
  const right = Buffer.from(signed(secret, `${desk} ${who} ${text}`));
  const given = Buffer.from(signature);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [name, type, size, sha, ends] = JSON.parse(Buffer.from(text, "base64url").toString()) as [string, string, number, string, number];
  return ends > at ? { name, type, size, sha } : null;
}
