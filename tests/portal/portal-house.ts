// The demo desks with the portal and the API open on a port of their own, mails caught, and the clock in the test's hand.
import { cp, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { blobsIn } from "../../src/database/blobs.ts";
import type { MailboxRow } from "../../src/database/rows.gen.ts";
import { openDemoDesks } from "../../src/demo/demo-desks.ts";
import type { House } from "../../src/desk/house.ts";
import { customerOf } from "../../src/desk/people/reads.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { liveFeed } from "../../src/doors/api/live.ts";
import { apiServer } from "../../src/doors/api/server.ts";
import { httpInstance } from "../../src/doors/http/instance.ts";
import { mailboxTransport } from "../../src/doors/mail/out/mailbox-transport.ts";
import { portal } from "../../src/doors/portal/portal.tsx";
import { sendWaiting } from "../../src/doors/worker/send-waiting.ts";
import { freshDatabase } from "../database/fresh-database.ts";

const POLICIES = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "policies");
export const DESKS = ["dms", "orthocab", "taxdome", "technical-support", "teladentistry"] as const;
export type Desk = (typeof DESKS)[number];

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

export async function portalHouse(...desks: readonly Desk[]) {
  const { database, secret } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "troth-portal-"));
  for (const desk of desks) await cp(join(POLICIES, desk), join(folder, "policies", desk), { recursive: true });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const faults: unknown[] = [];
  const fault = (error: unknown): void => void faults.push(error);
  const live = liveFeed(database, fault);
  let ahead = 0;
  const house: House = { database, secret, blobs: blobsIn(folder), now: () => Date.now() + ahead, publicUrl: base, changed: (news) => live.changed(news) };
  await openDemoDesks(house, join(folder, "policies"), () => undefined);
  const app = await httpInstance({ publicUrl: base });
  await app.register(apiServer, { house, live });
  await app.register(portal, { house });
  await app.listen({ host: "127.0.0.1", port });
  afterAll(() => app.close());
  const send = mailboxTransport(house);

  return {
    house,
    base,
    faults,
    folder,
    /** Lets time pass, in ms. */
    pass: (ms: number): void => void (ahead += ms),
    /** Everything that has left for an address, the oldest first. */
    async mailsTo(address: string): Promise<MailboxRow[]> {
      while (await sendWaiting(house, send, fault));
      return database.asOwner((tx) => tx.query<MailboxRow>("select * from mailbox where $1 = any (recipients) order by seq", [address]), { readOnly: true });
    },
    /** A session of this customer, as its cookie. */
    async session(desk: Desk, email = `contact@customer-${desk}.example`): Promise<Cookie> {
      const { token } = await database.asDesk(desk, async (tx) => {
        const found = await customerOf(tx, { email });
        if (!found) throw new Error(`${desk} does not know ${email}`);
        return startSession(tx, desk, "person", found.person.id, house.now());
      });
      return { name: sessionCookie("person", desk), value: token };
    },
    rows: <R extends object>(desk: Desk, sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk(desk, (tx) => tx.query<R>(sql, params), { readOnly: true }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
      });
  });
}
