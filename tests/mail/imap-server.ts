// A real IMAP server on loopback, in this process: its mailbox can be looked at, its lines can be cut.
import type { AddressInfo, Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";
import { afterAll } from "vitest";

export async function imapServer() {
  const imap = hoodiecrow({ plugins: ["IDLE", "SASL-IR", "XOAUTH2", "AUTH-PLAIN", "UIDPLUS", "ID"], storage: { INBOX: {}, "": {} } });
  const kept = new Set<string>();
  const give = imap.getCommandHandler("UID FETCH");
  imap.setCommandHandler("UID FETCH", (line, parsed, data, done) => {
    if (!kept.has(parsed.attributes[0]?.value ?? "")) return give(line, parsed, data, done);
    line.send({ tag: parsed.tag, command: "NO", attributes: [{ type: "TEXT", value: "the message cannot be read" }] }, "FETCH REFUSED", parsed, data);
    done();
  });
  const lines = new Set<Socket>();
  imap.server.on("connection", (socket) => {
    lines.add(socket);
    socket.on("error", () => undefined).on("close", () => lines.delete(socket));
  });
  const open = (at: number): Promise<number> => new Promise((resolve) => imap.listen(at, "127.0.0.1", () => resolve((imap.server.address() as AddressInfo).port)));
  const cut = (): void => {
    for (const line of lines) line.destroy();
  };
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      imap.server.close(() => resolve());
      cut();
    });
  const port = await open(0);
  afterAll(shut);
  return {
    port,
    cut,
    shut,
    /** Listens again on the same port. */
    open: () => open(port),
    url: (desk: string, extra = "") => `${desk}=imap://testuser:testpass@127.0.0.1:${port}/INBOX${extra}`,
    /** A mail arrives; those who idle are told. */
    arrive: (raw: string, at: number, flags: string[] = []) => imap.appendMessage("INBOX", flags, new Date(at), raw.replaceAll(/\r?\n/g, "\r\n")),
    messages: () => imap.getMailbox("INBOX").messages,
    /** The server has the mail and does not give it. */
    keepBack: (uid: number) => void kept.add(String(uid)),
    lines: () => lines.size,
    /** The folder was made anew: the same mails under other numbers. */
    renumber() {
      imap.getMailbox("INBOX").uidvalidity += 1;
    },
  };
}
