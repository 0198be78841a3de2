// Sends each mail of the collections through the SMTP door of a desk of its own, and counts what became of it.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { blobsIn } from "../src/database/blobs.ts";
import { connect } from "../src/database/connect.ts";
import { discardEmbedded } from "../src/database/discard-embedded.ts";
import { startEmbedded } from "../src/database/embedded.ts";
import type { House } from "../src/desk/house.ts";
import { openDesk } from "../src/desk/acts/versions/open-desk.ts";
import { openSmtpDoor } from "../src/doors/mail/smtp-door.ts";

/** A few lines: accepted, on a ticket, set aside, unreadable; how many raw files are whole; and whether any machine was answered. */
export async function takeCorpora(mails: readonly { readonly file: string; readonly name: string }[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "troth-corpora-"));
  const server = await startEmbedded({ dataDir });
  const database = await connect({ url: server.url, secret: "corpora" });
  const house: House = { database, blobs: blobsIn(dataDir), now: Date.now, publicUrl: "http://127.0.0.1", secret: "corpora", changed: () => undefined };
  const faults: string[] = [];
  try {
    const { policy } = await openDesk(database, "corpora", await readFile("policies/orthocab/policy.yaml", "utf8"), "corpora");
    const door = await openSmtpDoor(house, { host: "127.0.0.1", port: 0, fault: (error) => faults.push(String(error)) });
    const client = createTransport({ host: "127.0.0.1", port: door.port, ignoreTLS: true, pool: true, maxConnections: 2, maxMessages: Infinity });
    const refused: string[] = [];
    await Promise.all(
      mails.map(async ({ file, name }) => {
        const from = name.startsWith("bounce") ? "" : "sender@elsewhere.example";
        await client.sendMail({ envelope: { from, to: policy.desk.address }, raw: await readFile(file) }).catch((error: unknown) => refused.push(`${name}: ${String(error)}`));
      }),
    );
    client.close();
    await door.settled();
    await door.close();
    const rows = await database.asDesk("corpora", (tx) => tx.query<{ state: string; sha: string; sender: string; fault: string | null }>("select state, sha, sender, fault from inbound_mails"));
    const whole = (await Promise.all(rows.map(({ sha }) => house.blobs.has(sha)))).filter(Boolean).length;
    const [answered] = await database.asDesk("corpora", (tx) =>
      tx.query<{ n: number }>(
        "select count(*)::int as n from inbound_mails i join outbox o on o.desk = i.desk and o.ticket = i.ticket join messages m on m.desk = i.desk and m.raw = i.sha and m.kind = 'automatic' where i.desk = troth_desk()",
      ),
    );
    const count = (state: string): number => rows.filter((row) => row.state === state).length;
    return [
      `${mails.length - refused.length} of ${mails.length} accepted by SMTP (${rows.length} different): ${count("done")} on tickets, ${count("set-aside")} set aside, ${count("quarantined")} unreadable, ${count("kept")} not read`,
      `${whole} of ${rows.length} raw files whole; automatic mails answered: ${answered?.n ?? 0}; bounces that became tickets: ${rows.filter((r) => r.sender === "" && r.state === "done").length}`,
      ...rows.filter((row) => row.state === "quarantined").map((row) => `   unreadable: ${row.fault}`),
      ...refused,
      ...faults,
    ].join("\n");
  } finally {
    await database.close();
    await server.stop();
    await discardEmbedded(dataDir).catch(() => undefined);
    await rm(dataDir, { recursive: true, force: true });
  }
}
