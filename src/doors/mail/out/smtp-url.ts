// The address of a server that sends, taken apart: what opens it by OAuth2 stands in its options and is kept out of what connects.
import { type Bearer, BEARER_OPTIONS, bearerOf } from "../oauth/bearer.ts";

export interface SmtpAddress {
  readonly url: string; // without what opens it by OAuth2
  readonly user: string;
  readonly bearer: Bearer | null; // null: by password, or by none
}

/** `smtps://user@host?refresh=…&client=…&endpoint=…[&secret=…]`, `?token=…`, or with a password. A sentence where it is not whole; it repeats no secret. */
export function smtpAddress(raw: string): SmtpAddress | string {
  const url = new URL(raw);
  const bearer = bearerOf(url.searchParams);
  if (typeof bearer === "string") return bearer;
  if (bearer === null) return { url: raw, user: "", bearer };
  if (!url.username) return "OAuth2 needs the user: smtps://user@mail.vendor.example?token=…";
  if (url.password) return "give a password, or token= or refresh=, one of them.";
  const user = decodeURIComponent(url.username);
  for (const option of BEARER_OPTIONS) url.searchParams.delete(option);
  url.username = "";
  return { url: url.href, user, bearer };
}
