// The access token of an account, got anew before it ends. RFC 6749 §6.
import type { Bearer } from "./imap-account.ts";

const EARLY = 60_000; // ms before its end
const PATIENCE = 20_000; // ms

/** Answers with a token that is good now. Throws Error with what the endpoint said. A refresh token that the endpoint replaces is replaced for as long as we run. */
export function accessToken(bearer: Bearer, now: () => number): () => Promise<string> {
  if ("token" in bearer) return () => Promise.resolve(bearer.token);
  let { refresh } = bearer;
  let known = { token: "", until: 0 };
  return async () => {
    if (known.until > now()) return known.token;
    const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh, client_id: bearer.client, ...(bearer.secret !== null && { client_secret: bearer.secret }) });
    const answer = await fetch(bearer.endpoint, { method: "POST", body: form, headers: { accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) });
    const body = (await answer.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown; refresh_token?: unknown; error?: unknown; error_description?: unknown };
    if (!answer.ok || typeof body.access_token !== "string")
      throw new Error(`No access token: ${answer.status} ${[body.error, body.error_description].filter((part) => typeof part === "string").join(", ")}`.trim());
    if (typeof body.refresh_token === "string") refresh = body.refresh_token;
    known = { token: body.access_token, until: now() + Math.max(0, (Number(body.expires_in) || 300) * 1000 - EARLY) };
    return known.token;
  };
}
