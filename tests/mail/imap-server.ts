// A real IMAP server on loopback, in this process: its mailbox can be looked at, its lines can be cut.
import { createRequire } from "node:module";
import type { AddressInfo, Server, Socket } from "node:net";
import { afterAll } from "vitest";

interface Message { readonly uid: number; readonly flags: string[]; readonly raw: string }
interface Folder { uidvalidity: number; readonly messages: Message[] }
interface Hoodiecrow {
  readonly server: Server;
  readonly users: Record<string, { password: string; xoauth2?: { accessToken: string; sessionTimeout: number } }>;
  listen(port: number, host: string, done: () => void): void;
  appendMessage(folder: string, flags: string[], date: Date, raw: string): void;
  getMailbox(folder: string): Folder;
}
const hoodiecrow = createRequire(import.meta.url)("hoodiecrow-imap") as (options: object) => Hoodiecrow;

export async function imapServer() {
  const imap = hoodiecrow({ plugins: ["IDLE", "SASL-IR", "XOAUTH2", "AUTH-PLAIN", "UIDPLUS", "ID"], storage: { INBOX: {}, "": {} } });
  const lines = new Set<Socket>();
  imap.server.on("connection", (socket) => {
    lines.add(socket);
    socket.on("error", () => undefined).on("close", () => lines.delete(socket));
  });
  const open = (at: number): Promise<number> => new Promise((resolve) => imap.listen(at, "127.0.0.1", () => resolve((imap.server.address() as AddressInfo).port)));
  const cut = (): void => {
    for (const line of lines) line.destroy();
  };
  const shut = (): Promise<void> => new Promise((resolve) => {
    imap.server.close(() => resolve());
    cut();
  });
  const port = await open(0);
  afterAll(shut);
  return {
    port, cut, shut,
    /** Listens again on the same port. */
    open: () => open(port),
    url: (desk: string, extra = "") => `${desk}=imap://testuser:testpass@127.0.0.1:${port}/INBOX${extra}`,
    /** A mail arrives; those who idle are told. */
    arrive: (raw: string, at: number, flags: string[] = []) => imap.appendMessage("INBOX", flags, new Date(at), raw.replaceAll(/\r?\n/g, "\r\n")),
    messages: () => imap.getMailbox("INBOX").messages,
    lines: () => lines.size,
    /** The folder was made anew: the same mails under other numbers. */
    renumber() {
      imap.getMailbox("INBOX").uidvalidity += 1;
    },
  };
}
