// The settings of mail that are more than a word: accounts, servers per desk, keys. Each reader names every fault of its setting.
import type { ImapAccount } from "./doors/mail/imap/imap-account.ts";
import { BEARER_OPTIONS, bearerOf } from "./doors/mail/oauth/bearer.ts";
import { smtpAddress } from "./doors/mail/out/smtp-url.ts";

/** What is right, and what is wrong with the rest, in words that repeat no password. */
export interface Entries<T> {
  readonly items: readonly T[];
  readonly faults: readonly string[];
}

/** Entries are separated by spaces or new lines, each as desk=URL. */
function entries<T>(raw: string, read: (desk: string, url: URL) => T | string, mend: string): Entries<T> {
  const items: T[] = [];
  const faults: string[] = [];
  for (const [index, entry] of raw.split(/\s+/).filter(Boolean).entries()) {
    const [, desk = "", url = ""] = /^([a-z][a-z0-9-]{0,40})=(.+)$/.exec(entry) ?? [];
    const item = desk && URL.canParse(url) ? read(desk, new URL(url)) : mend;
    if (typeof item === "string") faults.push(`entry ${index + 1} is not right: ${item}`);
    else items.push(item);
  }
  return { items, faults };
}

const IMAP = "write it as desk=imaps://user:password@imap.vendor.example/INBOX.";
const OPTIONS = new Set<string>([...BEARER_OPTIONS, "then", "trust"]);

/** `desk=imaps://user:password@host/INBOX`; without a password `?token=…`, or `?refresh=…&client=…&endpoint=…[&secret=…]`; `then=` and `trust=` besides. */
export const imapAccounts = (raw: string): Entries<ImapAccount> => entries(raw, imapAccount, IMAP);

function imapAccount(desk: string, url: URL): ImapAccount | string {
  const { protocol, hostname, searchParams: given } = url;
  if (!["imap:", "imaps:"].includes(protocol) || hostname === "") return IMAP;
  const user = decoded(url.username);
  const password = decoded(url.password);
  const folder = decoded(url.pathname.slice(1)) || "INBOX";
  const odd = [...given.keys()].filter((name) => !OPTIONS.has(name));
  if (user === null || password === null) return "a % in user or password is written %25.";
  if (!user) return `it names no user; ${IMAP}`;
  if (odd.length) return `there is no option ${odd.join(", ")}; the options are ${[...OPTIONS].join(", ")}.`;
  const then = given.get("then") ?? "seen";
  if (then !== "seen" && then !== "delete" && then !== "keep") return "then= is seen, delete or keep.";
  const access = accessOf(password, given);
  if (typeof access === "string") return access;
  const secure = protocol === "imaps:";
  return {
    desk,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    user,
    access,
    folder: folder ?? "INBOX",
    then,
    trust: given.get("trust")?.toLowerCase() ?? null,
  };
}

function accessOf(password: string, given: URLSearchParams): ImapAccount["access"] | string {
  if ([password, given.get("token"), given.get("refresh")].filter(Boolean).length > 1) return "give a password, token= or refresh=, one of them.";
  if (password) return { password };
  return bearerOf(given) ?? "it has neither a password nor token= nor refresh=.";
}

/** `desk=smtps://user:password@host`. */
export const smtpRoutes = (raw: string): Entries<readonly [desk: string, url: string]> =>
  entries(
    raw,
    (desk, url) => {
      if (!["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") return "write it as desk=smtps://user:password@mail.vendor.example.";
      const address = smtpAddress(url.href);
      return typeof address === "string" ? address : ([desk, url.href] as const);
    },
    "write it as desk=smtps://user:password@mail.vendor.example.",
  );

/** The one MTA in front whose word counts: its authserv-id (RFC 8601), and from where it connects; this machine if not given. */
export interface TrustedMta {
  readonly id: string;
  readonly from: readonly string[];
}

export function trustedMta(raw: string): TrustedMta | undefined {
  const [id = "", ...from] = raw
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return /^[a-z0-9._-]+$/.test(id) && from.every((address) => /^[0-9a-f.:]+$/.test(address)) ? { id, from } : undefined;
}

/** Addresses of name servers, each with a port where it is not 53. */
export function dnsServers(raw: string): readonly string[] | undefined {
  const servers = raw.split(/[\s,]+/).filter(Boolean);
  return servers.length && servers.every((server) => /^(\d{1,3}(\.\d{1,3}){3}(:\d{1,5})?|[0-9a-fA-F:]+|\[[0-9a-fA-F:]+\](:\d{1,5})?)$/.test(server)) ? servers : undefined;
}

/** The first part of a DKIM record's name. */
export const selector = (raw: string): string | undefined => (/^[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?$/i.test(raw) ? raw : undefined);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
