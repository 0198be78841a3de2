// The two signed links of a subscription. Who has one was sent it: the one confirms an address of which nothing is kept yet, the other ends it.
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedSecret } from "../../database/secret.ts";
import type { Subscriber } from "./subscribers.ts";

/** How long the link that confirms is good, in ms. */
export const CONFIRM_LENGTH = 2 * 86_400_000;

/** `purpose` keeps the one link from being used as the other. */
function signed(secret: string, desk: string, purpose: "confirm" | "end", text: string): string {
  return createHmac("sha256", derivedSecret(secret, "subscriptions")).update(`${purpose}\n${desk}\n${text}`).digest().subarray(0, 18).toString("base64url");
}

function verified(secret: string, desk: string, purpose: "confirm" | "end", token: string): string | null {
  const [text = "", signature = ""] = token.split(".");
  const [right, given] = [Buffer.from(signed(secret, desk, purpose, text)), Buffer.from(signature)];
  return given.length === right.length && timingSafeEqual(given, right) ? text : null;
}

export function confirmToken(secret: string, desk: string, who: Omit<Subscriber, "id">, at: number): string {
  const text = Buffer.from(JSON.stringify([who.email, who.language, who.zone, at + CONFIRM_LENGTH])).toString("base64url");
  return `${text}.${signed(secret, desk, "confirm", text)}`;
}

/** Whom a token confirms; null where it is forged, of another desk or too old. */
export function confirmed(secret: string, desk: string, token: string, at: number): Omit<Subscriber, "id"> | null {
  const text = verified(secret, desk, "confirm", token);
  if (text === null) return null;
  const [email, language, zone, ends] = JSON.parse(Buffer.from(text, "base64url").toString()) as [string, string, string, number];
  return ends > at ? { email, language, zone } : null;
}

/** Good for ever: whoever finds the mail years later can still end it. */
export const endToken = (secret: string, desk: string, id: string): string => `${id}.${signed(secret, desk, "end", id)}`;

/** Whose subscription a token ends; null where it is forged or of another desk. */
export const endedBy = (secret: string, desk: string, token: string): string | null => verified(secret, desk, "end", token);
