// The SMTP entrance. A mail is answered 250 once its raw bytes and its row are on disk; reading it comes after, and cannot lose it.
import { createHash, timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";
import { Trouble } from "../../database/trouble.ts";
import type { House } from "../../desk/house.ts";
import type { InboundMail } from "../../desk/mails/writes.ts";
import { clearEvery } from "../../database/memory.ts";
import { checkFew } from "./few-from-one.ts";
import { keepMail } from "./keep-mail.ts";
import { type MailQueue, mailQueue } from "./mail-queue.ts";
import type { Prover } from "./proof/prover.ts";
import { type Recipient, recipientOf } from "./recipient.ts";
import { SmtpReply, temporary } from "./smtp-reply.ts";

/** The largest mail taken, in bytes, announced as SIZE (RFC 1870). */
export const MOST_BYTES = 25 * 1024 * 1024;
const MOST_RECIPIENTS = 100;

export interface SmtpDoorOptions {
  readonly host: string;
  readonly port: number; // 0: any free one
  readonly name?: string; // how the door greets; the machine's name if not given
  readonly lmtp?: boolean; // behind an MTA (RFC 2033)
  readonly mostBytes?: number;
  readonly tls?: { readonly key: string; readonly cert: string }; // offers STARTTLS
  readonly login?: { readonly user: string; readonly password: string }; // then nobody else may send; needs tls, or loopback
  /** Tells who sent a mail, where the queue is its own. */
  readonly prove?: Prover;
  /** Where mails wait to be read; one of its own if not given. */
  readonly queue?: MailQueue;
  /** Told of what went wrong on our side. */
  readonly fault?: (error: unknown) => void;
}

export interface SmtpDoor {
  readonly port: number;
  /** Resolves when every mail taken so far has been read. */
  settled(): Promise<void>;
  /** Takes no more, lets running sessions and readings end; what was kept unread is read at the next start. */
  close(): Promise<void>;
}

/** Opens the door. Throws Trouble where the port is taken. */
export async function openSmtpDoor(house: House, options: SmtpDoorOptions): Promise<SmtpDoor> {
  const fault = options.fault ?? ((error) => process.emitWarning(String(error)));
  const queue = options.queue ?? mailQueue(house, fault, options.prove);
  const limit = options.mostBytes ?? MOST_BYTES;
  const answer = (work: Promise<void>, done: (error?: Error | null) => void): void => {
    work.then(
      () => done(),
      (error: unknown) => {
        const reply = temporary(error);
        if (reply !== error) fault(error);
        done(reply);
      },
    );
  };
  const server = new SMTPServer({
    ...serverOptions(options, limit),
    onConnect: ({ remoteAddress }, done) =>
      answer(
        Promise.resolve().then(() => checkFew(remoteAddress, server.connections)),
        done,
      ),
    onRcptTo: (to, session, done) => answer(checkRecipient(house, to.address, session), done),
    onData: (stream, session, done) => answer(take(house, stream, session, limit).then(queue.add), done),
  });
  server.on("error", fault);
  const port = await listen(server, options);
  return {
    port,
    settled: queue.settled,
    async close() {
      await new Promise<void>((resolve) => server.close(resolve));
      await queue.close();
    },
  };
}

function serverOptions(options: SmtpDoorOptions, limit: number): SMTPServerOptions & { lmtp: boolean } {
  const { login, tls } = options;
  return {
    lmtp: options.lmtp ?? false,
    size: limit,
    banner: "Troth",
    disableReverseLookup: true,
    closeTimeout: 5_000,
    maxClients: 200,
    socketTimeout: 120_000,
    ...(options.name !== undefined && { name: options.name }),
    ...tls,
    disabledCommands: [...(login ? [] : ["AUTH"]), ...(tls ? [] : ["STARTTLS"])],
    authOptional: !login,
    authMethods: ["PLAIN", "LOGIN"],
    allowInsecureAuth: !tls,
    ...(login && {
      onAuth: (auth, _session, done) =>
        auth.username === login.user && same(auth.password ?? "", login.password) ? done(null, { user: login.user }) : done(new SmtpReply(535, "Wrong user or password")),
    }),
  };
}

/** Takes as long whatever is given: a password cannot be felt out letter by letter. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Whom each session's mail is for, found when the recipient was named; a session begins anew with each mail. */
const named = new WeakMap<SMTPServerSession["envelope"], Map<string, Recipient>>();

async function checkRecipient(house: House, written: string, { envelope }: SMTPServerSession): Promise<void> {
  if (envelope.rcptTo.length >= MOST_RECIPIENTS) throw new SmtpReply(452, "Too many recipients at once; send the rest in another mail");
  const recipient = await recipientOf(house, written);
  if (!recipient) throw new SmtpReply(550, "No desk has this address");
  const all = named.get(envelope) ?? new Map<string, Recipient>();
  named.set(envelope, all.set(written, recipient));
}

async function take(house: House, stream: SMTPServerDataStream, session: SMTPServerSession, limit: number): Promise<readonly InboundMail[]> {
  const { mailFrom, rcptTo } = session.envelope;
  const found = named.get(session.envelope);
  const recipients = rcptTo.flatMap((to) => found?.get(to.address) ?? []);
  if (recipients.length === 0) throw new SmtpReply(451, "The recipients were forgotten; try again");
  const came = { entrance: "smtp", ip: plainAddress(session.remoteAddress), helo: session.hostNameAppearsAs || null };
  return keepMail(house, bounded(stream, limit), mailFrom ? mailFrom.address : "", recipients, came);
}

/** An IPv4 address that came over IPv6 is the IPv4 address. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

const cleared = clearEvery(2 * 1024 * 1024, "minor");

/** The mail's bytes; one that is too large is read to its end all the same, since only then can it be answered. */
async function* bounded(stream: SMTPServerDataStream, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    cleared(chunk.byteLength);
    if (size <= limit) yield chunk;
  }
  if (stream.sizeExceeded || size > limit) throw new SmtpReply(552, `The mail is larger than ${limit} bytes`);
}

function listen(server: SMTPServer, options: SmtpDoorOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void =>
      reject(error.code === "EADDRINUSE" ? new Trouble(`Port ${options.port} for mail is taken.`, "Set SMTP_PORT to a free one, or end what uses it.", { cause: error }) : error);
    server.server.once("error", refused);
    const net = server.listen(options.port, options.host, () => {
      server.server.off("error", refused);
      resolve((net.address() as AddressInfo).port);
    });
  });
}
