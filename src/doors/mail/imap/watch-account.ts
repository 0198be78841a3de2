// Watches one account for as long as the server runs: connects, takes what is new, waits for more, and comes back when the line is lost.
import { setTimeout as wait } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import { noteImapFault } from "../../../desk/mails/imap-marks.ts";
import { accessToken } from "../oauth/access-token.ts";
import { keptToken } from "../oauth/kept-token.ts";
import { fetchNew, type Taking } from "./fetch-new.ts";
import { type ImapAccount, imapName } from "./imap-account.ts";

const FIRST_PAUSE = 1_000; // ms after a lost line; twice as long each time
const LONGEST_PAUSE = 300_000;
/** The server tells of new mail at once (RFC 2177); looked at by ourselves too, for servers that do not, or whose line is dead. */
const LOOK_EVERY = 60_000;

export interface Watch {
  /** Ends after the mail that is being taken. */ stop(): Promise<void>;
}
export interface WatchOptions extends Taking {
  readonly fault: (error: unknown) => void;
  readonly firstPause?: number;
}

export function watchAccount(account: ImapAccount, options: WatchOptions): Watch {
  const end = new AbortController();
  const token = "password" in account.access ? null : accessToken(account.access, options.house.now, keptToken(options.house, account.desk, imapName(account), account.access));
  const run = async (): Promise<void> => {
    for (let pause = options.firstPause ?? FIRST_PAUSE; !end.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        await session(account, token, options, end.signal, () => (pause = (options.firstPause ?? FIRST_PAUSE) / 2));
      } catch (error) {
        if (end.signal.aborted) break;
        const fault = said(error);
        options.fault(new Error(`The mailbox ${imapName(account)} cannot be read: ${fault}`, { cause: error }));
        await options.house.database.asDesk(account.desk, (tx) => noteImapFault(tx, account.desk, imapName(account), fault, options.house.now())).catch(options.fault);
      }
      await wait(pause, undefined, { signal: end.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop() {
      end.abort();
      return running;
    },
  };
}

/** One connection, from its greeting to its end. Throws what went wrong; ends quietly when told to. */
async function session(account: ImapAccount, token: (() => Promise<string>) | null, options: WatchOptions, end: AbortSignal, connected: () => void): Promise<void> {
  const client = await imapClient(account, token);
  let ring: () => void = () => undefined;
  let lost: Error | null = null;
  const over = (error: Error | null): void => {
    lost ??= error ?? new Error("The server closed the line.");
    ring();
  };
  client.on("error", over);
  client.on("close", () => over(null));
  let more = true;
  client.on("exists", () => {
    more = true;
    ring();
  });
  const stop = (): void => ring();
  end.addEventListener("abort", stop);
  try {
    await client.connect();
    await client.mailboxOpen(account.folder, { readOnly: false });
    connected();
    while (!end.aborted && !lost) {
      more = false;
      await fetchNew(client, account, options);
      if (more || end.aborted || lost) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
        if (more || end.aborted || lost) ring();
        else void client.idle().catch(over);
      });
    }
    if (lost && !end.aborted) throw lost as Error;
  } finally {
    end.removeEventListener("abort", stop);
    await Promise.race([client.logout().catch(() => undefined), wait(2_000, undefined, { ref: false })]);
    client.close();
  }
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");

/** A client that is not connected yet. Throws where no token is to be had. */
export async function imapClient(account: ImapAccount, token: (() => Promise<string>) | null): Promise<ImapFlow> {
  const { host, port, secure, user, access } = account;
  const { ImapFlow: Client } = await import("imapflow"); // only where an account is read
  const client = new Client({
    host,
    port,
    secure,
    ...(!secure && { doSTARTTLS: !isLoopback(host) }),
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: 300_000,
    clientInfo: { name: "Troth" },
    auth: "password" in access ? { user, pass: access.password } : { user, accessToken: (await token?.()) ?? "" },
  });
  client.on("error", () => undefined); // without a listener an error would end the process; each call throws its own
  return client;
}

/** What the server said, where it said something. */
function said(error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return responseText ? `${message ?? ""} ${responseText}`.trim() : (message ?? String(error));
}
