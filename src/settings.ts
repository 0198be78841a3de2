// Every setting of the server, each named here alone: what it is for, what it is without, how it is read. All from the environment.
import { isAbsolute, resolve } from "node:path";
import { Trouble } from "./database/trouble.ts";
import type { ImapAccount } from "./doors/mail/imap/imap-account.ts";
import { smtpAddress } from "./doors/mail/out/smtp-url.ts";
import { dnsServers, type Entries, imapAccounts, selector, smtpRoutes, type TrustedMta, trustedMta } from "./mail-settings.ts";

export interface Settings {
  readonly host: string;
  readonly port: number; // 0: any free one
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly dataDir: string; // absolute
  readonly databaseUrl: string | null; // null: the embedded database
  readonly publicUrl: string | null; // null: host and port
  readonly smtpUrl: string | null; // null: the catching mailbox
  readonly smtpRoutes: readonly (readonly [desk: string, url: string])[]; // for these desks instead of smtpUrl
  readonly dkimKey: string | null; // path of a PEM file
  readonly dkimSelector: string;
  readonly smtpTls: { readonly key: string; readonly cert: string } | null; // paths of PEM files
  readonly lmtp: boolean;
  readonly imap: readonly ImapAccount[];
  readonly trustedMta: TrustedMta | null;
  readonly dnsServers: readonly string[] | null; // null: the machine's
  readonly secret: string | null; // null: kept in the data folder
  readonly demo: boolean;
  readonly trustProxy: number; // how many proxies in front are ours
  readonly subaddresses: boolean; // mail with a plus part arrives
  readonly mailSizeLimit: number; // bytes
  readonly webhooksInside: boolean; // they may go to private addresses
  readonly logLevel: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
interface Setting {
  readonly say: string;
  readonly otherwise: string;
}

export const SETTINGS = {
  HOST: { say: "The address that the pages and the API are served on.", otherwise: "127.0.0.1" },
  PORT: { say: "Their port; 0 takes any that is free.", otherwise: "8080" },
  SMTP_HOST: { say: "The address on which mail comes in.", otherwise: "the same as HOST" },
  SMTP_PORT: { say: "The port on which mail comes in; 0 takes any that is free.", otherwise: "2525" },
  DATA_DIR: { say: "The folder for files, the secret and the embedded database.", otherwise: "./data" },
  DATABASE_URL: { say: "A PostgreSQL 15 or later to use instead of the embedded one, as its owner: postgres://user:password@host/name.", otherwise: "the embedded database" },
  PUBLIC_URL: { say: "Where people reach the server, as it stands in mails: https://help.example.", otherwise: "http://HOST:PORT" },
  SMTP_URL: { say: "The server that sends mail out: smtps://user:password@mail.example.", otherwise: "no mail leaves; what would is shown at /mailbox, to this machine alone" },
  SMTP_URLS: { say: "Other servers for some desks, separated by spaces: vendor=smtps://user:password@mail.vendor.example.", otherwise: "SMTP_URL for all" },
  DKIM_KEY: {
    say: "A file with the private key (PEM, RSA or Ed25519) that signs mails out; `npx troth mail doctor` says what to publish.",
    otherwise: "mails leave unsigned, or the server behind SMTP_URL signs them",
  },
  DKIM_SELECTOR: { say: "Under which name the key is published: <selector>._domainkey.<domain of the desk's address>.", otherwise: "troth" },
  SMTP_PROTOCOL: { say: "smtp or lmtp: what the entrance for mail speaks; lmtp behind an MTA of yours.", otherwise: "smtp" },
  SMTP_TLS_KEY: { say: "A file with the private key (PEM) with which the entrance offers STARTTLS; with SMTP_TLS_CERT.", otherwise: "no TLS: only behind an MTA of yours" },
  SMTP_TLS_CERT: { say: "A file with the certificate (PEM, with its chain) that belongs to it.", otherwise: "no TLS" },
  IMAP_URLS: { say: "Mailboxes to read, separated by spaces: vendor=imaps://user:password@imap.vendor.example/INBOX; docs/running.md has the options.", otherwise: "none is read" },
  MAIL_TRUST: {
    say: "The MTA in front whose Authentication-Results count: its authserv-id, then the addresses from which it connects: mx.vendor.example 10.0.0.5.",
    otherwise: "SPF, DKIM, DMARC and ARC are checked here",
  },
  DNS_SERVERS: { say: "Name servers for those checks, separated by spaces: 10.0.0.53 127.0.0.1:5353.", otherwise: "the machine's own" },
  TROTH_SECRET: { say: "At least 32 characters from which keys and signatures are derived; several servers on one database share it.", otherwise: "made once and kept in DATA_DIR/secret" },
  DEMO: { say: "on or off: five demo desks with logins that anybody knows; only while HOST is a loopback address.", otherwise: "on with the embedded database on loopback" },
  TRUST_PROXY: { say: "How many reverse proxies of yours stand in front, so that the caller's address is told rightly.", otherwise: "0" },
  MAIL_SUBADDRESSES: {
    say: "on or off: mail to the desks' addresses with a plus part arrives (help+anything@desk.example), so that each ticket can have an address of its own to answer to.",
    otherwise: "on, unless a mailbox is read by IMAP",
  },
  MAIL_SIZE_LIMIT: { say: "The largest mail that is taken, as 25 MB.", otherwise: "25 MB" },
  WEBHOOKS_INSIDE: {
    say: "on or off: webhooks may go to addresses of this machine and of private networks, also by plain HTTP. Whoever administers a desk can then reach what stands there.",
    otherwise: "off",
  },
  LOG_LEVEL: { say: "How much is written to the log: fatal, error, warn, info, debug, trace or silent.", otherwise: "warn" },
} as const satisfies Record<string, Setting>;
export type SettingName = keyof typeof SETTINGS;

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** The settings of an environment. Throws Trouble that names every fault at once, each with how to mend it. */
export function readSettings(env: Environment, cwd: string): Settings {
  const faults: string[] = [];
  const text = (name: SettingName): string | null => env[name]?.trim() || null;
  const read = <T>(name: SettingName, otherwise: T, parse: (raw: string) => T | undefined, mend: string): T => {
    const raw = text(name);
    if (raw === null) return otherwise;
    const value = parse(raw);
    if (value !== undefined) return value;
    faults.push(`${name} is ${shown(name, raw)}: ${mend}`);
    return otherwise;
  };
  const list = <T>(name: SettingName, parse: (raw: string) => Entries<T>): readonly T[] => {
    const { items, faults: found } = parse(text(name) ?? "");
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    return items;
  };
  const port = (raw: string): number | undefined => (/^\d{1,5}$/.test(raw) && Number(raw) <= 65_535 ? Number(raw) : undefined);
  const host = read("HOST", "127.0.0.1", hostName, "give an address such as 127.0.0.1 or 0.0.0.0, without port.");
  const databaseUrl = read<string | null>("DATABASE_URL", null, url("postgres:", "postgresql:"), "write it as postgres://user:password@host:5432/name.");
  const publicUrl = read<string | null>("PUBLIC_URL", null, webRoot, "write it as https://help.example, without a path.");
  const local = isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  const file = (name: SettingName): string | null => (text(name) === null ? null : absolute(text(name) ?? "", cwd));
  const [key, cert] = [file("SMTP_TLS_KEY"), file("SMTP_TLS_CERT")];
  if ((key === null) !== (cert === null)) faults.push(`${key === null ? "SMTP_TLS_CERT" : "SMTP_TLS_KEY"} is given without ${key === null ? "SMTP_TLS_KEY" : "SMTP_TLS_CERT"}: give both, or neither.`);
  const tls = key !== null && cert !== null ? { key, cert } : null;
  const settings: Settings = {
    host,
    databaseUrl,
    publicUrl,
    port: read("PORT", 8080, port, "give a port from 0 to 65535."),
    smtpHost: read("SMTP_HOST", host, hostName, "give an address such as 127.0.0.1 or 0.0.0.0, without port."),
    smtpPort: read("SMTP_PORT", 2525, port, "give a port from 0 to 65535."),
    dataDir: absolute(text("DATA_DIR") ?? "data", cwd),
    smtpUrl: read<string | null>("SMTP_URL", null, smtpUrl, "write it as smtps://user:password@mail.example, or with OAuth2 smtps://user@mail.example?refresh=…&client=…&endpoint=…."),
    smtpRoutes: list("SMTP_URLS", smtpRoutes),
    dkimKey: file("DKIM_KEY"),
    dkimSelector: read("DKIM_SELECTOR", "troth", selector, "write it with letters, digits, hyphens and dots, as troth2026."),
    lmtp: read("SMTP_PROTOCOL", false, (raw) => ({ smtp: false, lmtp: true })[raw], "write smtp or lmtp."),
    smtpTls: tls,
    imap: list("IMAP_URLS", imapAccounts),
    trustedMta: read<TrustedMta | null>("MAIL_TRUST", null, trustedMta, "write the server's name and the addresses from which it connects, as mx.vendor.example 10.0.0.5."),
    dnsServers: read<readonly string[] | null>("DNS_SERVERS", null, dnsServers, "write addresses, as 10.0.0.53 or 127.0.0.1:5353."),
    secret: read<string | null>("TROTH_SECRET", null, (raw) => (raw.length >= 32 ? raw : undefined), "give at least 32 characters, for example from `openssl rand -hex 32`."),
    demo: read("DEMO", databaseUrl === null && local, (raw) => ({ on: true, off: false })[raw], "write on or off."),
    trustProxy: read("TRUST_PROXY", 0, (raw) => (/^\d$/.test(raw) ? Number(raw) : undefined), "give the number of proxies, 0 to 9."),
    subaddresses: read("MAIL_SUBADDRESSES", text("IMAP_URLS") === null, (raw) => ({ on: true, off: false })[raw], "write on or off."),
    mailSizeLimit: read("MAIL_SIZE_LIMIT", 25_000_000, bytes, "write it as 25 MB."),
    webhooksInside: read("WEBHOOKS_INSIDE", false, (raw) => ({ on: true, off: false })[raw], "write on or off."),
    logLevel: read("LOG_LEVEL", "warn", (raw) => (LEVELS.includes(raw) ? raw : undefined), `choose one of ${LEVELS.join(", ")}.`),
  };
  if (settings.demo && !local) faults.push("DEMO is on while people elsewhere can reach the server: demo logins are for loopback alone. Set DEMO=off, or HOST=127.0.0.1 without PUBLIC_URL.");
  if (settings.port !== 0 && settings.port === settings.smtpPort && settings.host === settings.smtpHost) faults.push("PORT and SMTP_PORT are the same: give one of them another number.");
  if (faults.length)
    throw new Trouble(`The settings have ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${faults.map((f) => `  ${f}`).join("\n")}`, "`npx troth serve --help` lists every setting.");
  return settings;
}

/** True for addresses that only this machine can reach. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** True where caught mails are shown: to this machine alone, since they open every account. Behind a proxy everybody comes from this machine. */
export function showsMailbox({ smtpUrl, host, publicUrl, trustProxy }: Settings): boolean {
  return smtpUrl === null && isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname)) && trustProxy === 0;
}

/** A setting that holds a password is not repeated on the screen. */
const shown = (name: SettingName, raw: string): string => (/URL|SECRET/.test(name) ? "not right" : JSON.stringify(raw));
const absolute = (path: string, cwd: string): string => (isAbsolute(path) ? path : resolve(cwd, path));
const hostName = (raw: string): string | undefined => (/^[0-9A-Za-z.:_-]+$/.test(raw) && (!raw.includes(":") || /^[0-9a-fA-F:.]+$/.test(raw)) && !/^[\d.]+:\d+$/.test(raw) ? raw : undefined);

function url(...schemes: readonly string[]): (raw: string) => string | undefined {
  return (raw) => (URL.canParse(raw) && schemes.includes(new URL(raw).protocol) && new URL(raw).hostname !== "" ? raw : undefined);
}

function smtpUrl(raw: string): string | undefined {
  const found = url("smtp:", "smtps:")(raw);
  return found !== undefined && typeof smtpAddress(found) !== "string" ? found : undefined;
}

/** The root of a web server: pages stand directly below it, so a path in it would lead every link astray. */
function webRoot(raw: string): string | undefined {
  const found = url("http:", "https:")(raw);
  return found !== undefined && new URL(found).href === `${new URL(found).origin}/` ? new URL(found).origin : undefined;
}

function bytes(raw: string): number | undefined {
  const [, amount, unit] = /^(\d{1,6})\s*(B|KB|MB|GB)$/i.exec(raw) ?? [];
  const factor = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 }[(unit ?? "").toUpperCase()];
  return amount !== undefined && factor !== undefined && Number(amount) > 0 ? Number(amount) * factor : undefined;
}
