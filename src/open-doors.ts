// Opens the doors of the house and tells each of them what the others must not know.
import { destination, pino } from "pino";
import type { Standing } from "./cli/standing.ts";
import type { House, News } from "./desk/house.ts";
import { performAnswered } from "./desk/acts/by-mail/act-by-mail.ts";
import { releaseHeld } from "./desk/outbox/claim.ts";
import { liveFeed } from "./doors/api/live.ts";
import { apiServer } from "./doors/api/server.ts";
import { consolePages } from "./doors/console/console.ts";
import { front } from "./doors/front/front.ts";
import { httpInstance } from "./doors/http/instance.ts";
import { mailboxPages } from "./doors/mail/mailbox-pages.ts";
import { replayKept } from "./doors/mail/replay-kept.ts";
import { openImapDoor } from "./doors/mail/imap/open-imap-door.ts";
import { mailQueue } from "./doors/mail/mail-queue.ts";
import { openWaysOut } from "./doors/mail/out/ways-out.ts";
import { proverOf } from "./prover-of.ts";
import { readPem } from "./read-pem.ts";
import { openSmtpDoor } from "./doors/mail/smtp-door.ts";
import { portal } from "./doors/portal/portal.tsx";
import { poster } from "./doors/webhooks/poster.ts";
import { startWorker } from "./doors/worker/worker.ts";
import { type Settings, showsMailbox } from "./settings.ts";

export interface Opening {
  /** Gets what closes each door, in the order of opening. */
  readonly started: (() => Promise<unknown>)[];
  /** Hear of every change after its commit. */
  readonly listeners: ((news: News) => void)[];
  readonly fault: (error: unknown) => void;
}

/** Pages, API, mail and the worker. Throws Trouble where a port is taken. */
export async function openDoors(house: House, settings: Settings, standing: Standing, { started, listeners, fault }: Opening): Promise<void> {
  const out = openWaysOut(house, {
    url: settings.smtpUrl,
    routes: settings.smtpRoutes,
    signing: settings.dkimKey === null ? null : { selector: settings.dkimSelector, privateKey: await readPem(settings.dkimKey, "DKIM_KEY") },
  });
  started.push(async () => out.close());
  const prove = proverOf(settings);
  if (settings.databaseUrl === null) await house.database.asOwner(releaseHeld); // the embedded database has one server: what was held is nobody's now
  const worker = startWorker(house, {
    send: out.send,
    post: poster({ inside: settings.webhooksInside }),
    replay: async (age) => (await performAnswered(house)) + (await replayKept(house, age, prove)),
    fault,
  });
  started.push(() => worker.stop());
  listeners.push(() => worker.wake());

  const queue = mailQueue(house, fault, prove);
  started.push(() => queue.close());
  const { smtpTls, smtpHost: host, smtpPort: port, mailSizeLimit: mostBytes, lmtp } = settings;
  const tls = smtpTls && { key: await readPem(smtpTls.key, "SMTP_TLS_KEY"), cert: await readPem(smtpTls.cert, "SMTP_TLS_CERT") };
  const mail = await openSmtpDoor(house, { host, port, mostBytes, lmtp, queue, fault, ...(tls && { tls }) });
  started.push(() => mail.close());
  const imap = await openImapDoor(house, settings.imap, { queue, mostBytes, fault });
  started.push(() => imap.close());

  const mailbox = showsMailbox(settings);
  const logger = pino({ level: settings.logLevel }, destination(2));
  const app = await httpInstance({ logger, publicUrl: house.publicUrl, trustProxy: settings.trustProxy });
  const live = liveFeed(house.database, fault);
  listeners.push(live.changed);
  await app.register(front, { house, mailbox });
  await app.register(apiServer, {
    house,
    live,
    ways: {
      entrance: { protocol: lmtp ? "lmtp" : "smtp", host, port: mail.port, tls: tls !== null },
      mostBytes,
      signed: settings.dkimKey !== null,
      leaves: (desk) => settings.smtpUrl !== null || settings.smtpRoutes.some(([of]) => of === desk),
      read: queue.add,
    },
  });
  if (mailbox) await app.register(mailboxPages(house));
  await app.register(consolePages, { folder: standing.consoleFolder });
  await app.register(portal, { house });
  started.push(() => app.close());
  await app.listen({ host: settings.host, port: settings.port });
}
