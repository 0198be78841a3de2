// Whether the servers that a desk's mail needs can be reached, and let us in.
import { X509Certificate } from "node:crypto";
import { connect } from "node:net";
import { type ImapAccount, imapName } from "../imap/imap-account.ts";
import { imapClient } from "../imap/watch-account.ts";
import { accessToken } from "../oauth/access-token.ts";
import { keptToken } from "../oauth/kept-token.ts";
import { smtpTransport } from "../out/smtp-transport.ts";
import { tokenOf } from "../out/ways-out.ts";
import type { House } from "../../../desk/house.ts";
import type { Remark } from "./remark.ts";

const PATIENCE = 15_000; // ms
const DAY = 86_400_000;
const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Where tokens lie: one that the provider replaces while we look is the running server's too. */
export type Kept = Pick<House, "database" | "secret" | "now">;

/** The server that sends, of this desk or (null) of all; without one nothing leaves. */
export async function wayOut(url: string | null, desk: string | null, house: Kept): Promise<Remark> {
  if (url === null) return { about: "out", is: "wrong", says: "No mail leaves: SMTP_URL is not set.", mend: "Set SMTP_URL to the server that sends it." };
  const out = smtpTransport(url, null, (bearer) => tokenOf(house, desk, url, bearer));
  const { host } = new URL(url);
  return out
    .verify()
    .then(
      (): Remark => ({ about: "out", is: "right", says: `${host} lets us send.` }),
      (error: unknown): Remark => ({ about: "out", is: "wrong", says: `${host} does not let us send: ${said(error)}`, mend: "Look at name, port, user and password in SMTP_URL or SMTP_URLS." }),
    )
    .finally(() => out.close());
}

/** Our own entrance: it greets, where the server runs. */
export function wayIn(host: string, port: number): Promise<Remark> {
  return new Promise((resolve) => {
    const socket = connect({ host: host === "0.0.0.0" ? "127.0.0.1" : host, port });
    const tell = (remark: Remark): void => {
      socket.destroy();
      resolve(remark);
    };
    socket.setTimeout(PATIENCE, () => tell({ about: "in", is: "wrong", says: `The entrance at ${host}:${port} does not greet.` }));
    socket.once("error", () => tell({ about: "in", is: "note", says: `Nothing listens at ${host}:${port}.`, mend: "Start the server; a mail server in front needs it." }));
    socket.once("data", (chunk: Buffer) =>
      tell(
        chunk.toString().startsWith("220")
          ? { about: "in", is: "right", says: `The entrance greets at ${host}:${port}.` }
          : { about: "in", is: "wrong", says: `Something else than mail answers at ${host}:${port}.` },
      ),
    );
  });
}

/** The entrance's certificate: how long it is good for. */
export function certificate(pem: string, now: number): Remark {
  const { validTo, subject } = new X509Certificate(pem);
  const days = Math.floor((Date.parse(validTo) - now) / DAY);
  if (days < 0) return { about: "in", is: "wrong", says: `The entrance's certificate (${subject}) ended ${-days} days ago.`, mend: "Put a new one where SMTP_TLS_CERT points, and start again." };
  return { about: "in", is: days < 14 ? "note" : "right", says: `The entrance's certificate is good for ${days} days.` };
}

/** A mailbox that is read. */
export async function mailboxOpens(account: ImapAccount, house: Kept): Promise<Remark> {
  const name = imapName(account);
  try {
    const client = await imapClient(account, "password" in account.access ? null : accessToken(account.access, house.now, keptToken(house, account.desk, name, account.access)));
    try {
      await client.connect();
      const { exists } = await client.mailboxOpen(account.folder, { readOnly: true });
      return { about: "imap", is: "right", says: `${name} opens; ${exists} mails lie in it.` };
    } finally {
      client.close();
    }
  } catch (error) {
    const { responseText } = error as { responseText?: string };
    return { about: "imap", is: "wrong", says: `${name} does not open: ${responseText ?? said(error)}`, mend: "Look at the account in IMAP_URLS." };
  }
}
