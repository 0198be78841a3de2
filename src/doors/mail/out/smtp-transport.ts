// The way out through a server, signed where there is a key. The mail is noted as begun just before it is whole on the other side.
import { createTransport } from "nodemailer";
import { type OutgoingMail, Refused, type Transport, Uncertain } from "../../../desk/outbox/transport.ts";
import { type Handing, withLastPieceHeld } from "./last-piece.ts";
import type { Bearer } from "../oauth/bearer.ts";
import { ownHeaders, referencesOf } from "./mail-headers.ts";
import { smtpAddress } from "./smtp-url.ts";

/** DKIM (RFC 6376): `<selector>._domainkey.<sender's domain>` publishes the public part. */
export interface Signing {
  readonly selector: string;
  readonly privateKey: string;
} // PEM

export interface SmtpTransport {
  readonly send: Transport;
  /** Resolves where the server lets us in; throws what it says where it does not. */
  verify(): Promise<void>;
  close(): void;
}

type Message = Parameters<ReturnType<typeof createTransport>["sendMail"]>[0];

/** What nobody on the way may change. RFC 8058 §4 wants both list headers signed. */
const SIGNED = "from:sender:reply-to:subject:date:message-id:to:cc:mime-version:content-type:content-transfer-encoding:in-reply-to:references:auto-submitted:list-unsubscribe:list-unsubscribe-post";

/** Answers with an access token for what opens a server by OAuth2. */
export type TokenFor = (bearer: Bearer) => () => Promise<string>;
const asItIs: TokenFor = (bearer) => async () => {
  if ("token" in bearer) return bearer.token;
  throw new Error("Nobody gets tokens for this server.");
};

/** Sends through `url` ("smtp://user:password@host:587", "smtps://user@host?token=…"). A 5xx answer is Refused, no answer to a whole mail Uncertain; anything else may pass. */
export function smtpTransport(given: string, signing: Signing | null = null, tokenFor: TokenFor = asItIs): SmtpTransport {
  const address = smtpAddress(given);
  if (typeof address === "string") throw new Error(address);
  const { url, user, bearer } = address;
  const server = createTransport({
    url,
    ...(bearer && { auth: { type: "OAuth2", user } }),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (bearer) {
    const token = tokenFor(bearer);
    // SASL XOAUTH2; the token is asked for at each connection, and is got anew before it ends.
    server.set("oauth2_provision_cb", (_user: string, _renew: boolean, done: (error: Error | null, token?: string) => void) => void token().then((got) => done(null, got), done));
  }
  const leaving = new Map<string, { readonly began: () => Promise<void>; readonly handing: Handing }>();
  server.use("stream", ({ data, message }, done) => {
    const mail = leaving.get(data.messageId ?? "");
    if (mail) {
      const whole = message.createReadStream.bind(message);
      message.createReadStream = ((options) => withLastPieceHeld(() => whole(options), mail.began, mail.handing)) as typeof message.createReadStream;
    }
    done();
  });
  return {
    async send(mail, began) {
      const handing: Handing = { whole: false };
      leaving.set(mail.mailId, { began, handing });
      try {
        const { response } = (await server.sendMail(messageOf(mail, signing))) as { response?: string };
        return response;
      } catch (error) {
        throw named(error, handing);
      } finally {
        leaving.delete(mail.mailId);
      }
    },
    verify: async () => void (await server.verify()),
    close: () => server.close(),
  };
}

function messageOf(mail: OutgoingMail, signing: Signing | null): Message {
  return {
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.mailId,
    date: new Date(mail.at),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
    references: referencesOf(mail),
    headers: ownHeaders(mail),
    // The desk itself is the return path, by the ticket's own address where it has one: a bounce comes back to it, and to its ticket even if it says nothing.
    envelope: { from: mail.replyTo ?? mail.from.address, to: [mail.to.address] },
    ...(signing && { dkim: { domainName: domainOf(mail.from.address), keySelector: signing.selector, privateKey: signing.privateKey, headerFieldNames: SIGNED } }),
  };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** A permanent answer of the other server to this mail; not one to our login (535, 530), which a person may mend. */
function named(error: unknown, { whole }: Handing): unknown {
  if (!(error instanceof Error)) return error;
  const { responseCode, code, response } = error as { responseCode?: number; code?: string; response?: string };
  const answered = responseCode !== undefined && responseCode >= 400;
  if (answered && responseCode >= 500 && code !== "EAUTH" && responseCode !== 535 && responseCode !== 530) return new Refused(response ?? error.message, { cause: error });
  return whole && !answered ? new Uncertain(`No answer came after the mail was handed over: ${error.message}`, { cause: error }) : answered && response ? new Error(response, { cause: error }) : error;
}
