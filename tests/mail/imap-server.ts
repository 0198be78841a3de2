// A real IMAP server on loopback, in this process: its mailbox can be looked at, its lines can be cut.
import type { AddressInfo, Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";
import { afterAll } from "vitest";

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
