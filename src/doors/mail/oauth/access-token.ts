// The access token of an account, got anew before it ends. RFC 6749 §6.
import type { Bearer, Refreshing } from "./bearer.ts";
import type { KeptToken } from "./kept-token.ts";

const EARLY = 60_000; // ms before its end
const PATIENCE = 20_000; // ms

interface Granted {
  readonly token: string;
  readonly until: number; // epoch ms
  readonly refresh: string | null; // where the endpoint replaced it
}

/** Answers with a token that is good now. Throws Error with what the endpoint said. A refresh token that the endpoint replaces is kept in `kept` before the access token is used. */
export function accessToken(bearer: Bearer, now: () => number, kept: KeptToken | null = null): () => Promise<string> {
  if ("token" in bearer) return () => Promise.resolve(bearer.token);
  let known = { token: "", until: 0 };
  let refresh: string | null = null; // null: as it is kept
  const get = async (): Promise<string> => {
    if (known.until > now()) return known.token;
    const used = refresh ?? (await kept?.read()) ?? bearer.refresh;
    const granted = await grant(bearer, used, now).catch(async (error: unknown) => {
      const newer = await kept?.read(); // another server of ours may have had it replaced meanwhile
      if (!newer || newer === used) throw error;
      return grant(bearer, newer, now);
    });
    if (granted.refresh !== null) {
      refresh = granted.refresh;
      await kept?.write(granted.refresh);
    }
    known = { token: granted.token, until: granted.until };
    return known.token;
  };
  let asking: Promise<string> | null = null; // several lines at once ask one time
  return () => (asking ??= get().finally(() => (asking = null)));
}

async function grant({ client, secret, endpoint }: Refreshing, refresh: string, now: () => number): Promise<Granted> {
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refresh, client_id: client, ...(secret !== null && { client_secret: secret }) });
  const answer = await fetch(endpoint, { method: "POST", body: form, headers: { accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) });
  const body = (await answer.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown; refresh_token?: unknown; error?: unknown; error_description?: unknown };
  if (!answer.ok || typeof body.access_token !== "string")
    throw new Error(`No access token: ${answer.status} ${[body.error, body.error_description].filter((part) => typeof part === "string").join(", ")}`.trim());
  return {
    token: body.access_token,
    until: now() + Math.max(0, (Number(body.expires_in) || 300) * 1000 - EARLY),
    refresh: typeof body.refresh_token === "string" && body.refresh_token !== refresh ? body.refresh_token : null,
  };
}
