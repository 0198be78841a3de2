// How an account is opened by OAuth2: by a token as it is, or by what gets one (RFC 6749 §6).

export type Bearer = { readonly token: string } | Refreshing;
export interface Refreshing {
  readonly refresh: string;
  readonly client: string;
  readonly secret: string | null;
  readonly endpoint: string;
}

/** The names of the options by which an address says so. */
export const BEARER_OPTIONS = ["token", "refresh", "client", "secret", "endpoint"] as const;

/** What the options of an address say; null where they speak of none, a sentence where they are not whole. */
export function bearerOf(given: URLSearchParams): Bearer | string | null {
  const [token, refresh, client, secret, endpoint] = BEARER_OPTIONS.map((name) => given.get(name));
  if (token && refresh) return "give token= or refresh=, one of them.";
  if (token) return { token };
  if (!refresh) return null;
  if (!client || !endpoint || !URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) return "refresh= comes with client= and endpoint=, the address that gives tokens.";
  return { refresh, client, secret: secret ?? null, endpoint };
}
