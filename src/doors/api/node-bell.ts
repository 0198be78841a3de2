// Tells the other server processes that something changed: NOTIFY after the commit, at most a few times a second, desks' ids alone.
// Inside the transaction it would make commits wait for each other; a bell that is lost costs a second, no more: everybody polls.
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { Database } from "../../database/connect.ts";

const CHANNEL = "troth_changed";
const GATHER = 100; // ms

export interface NodeBell {
  ring(desk: string): void;
  /** Begins to hear the others; a second call is harmless. */
  listen(): void;
  close(): Promise<void>;
}

export function nodeBell(database: Database, heard: (desk: string) => void, fault: (error: unknown) => void): NodeBell {
  const self = randomUUID();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let ringing: Promise<unknown> = Promise.resolve();
  let client: PoolClient | null = null;
  let listening = false;
  let closed = false;

  async function open(): Promise<void> {
    if (closed) return;
    const fresh = await database.owner.connect();
    client = fresh;
    fresh.on("notification", ({ payload = "" }) => {
      const [who, ...desks] = payload.split(" ");
      if (who !== self) desks.forEach(heard);
    });
    fresh.once("error", (error) => {
      client = null;
      fresh.release(error);
      again();
    });
    await fresh.query(`listen ${CHANNEL}`);
  }
  const again = (): void => {
    if (!closed) setTimeout(() => void open().catch(again), 1000).unref();
  };

  return {
    ring(desk) {
      changed.add(desk);
      timer ??= setTimeout(() => {
        timer = null;
        const desks = [...changed];
        changed.clear();
        if (!closed) ringing = database.owner.query("select pg_notify($1, $2)", [CHANNEL, [self, ...desks.slice(0, 100)].join(" ")]).catch(fault);
      }, GATHER).unref();
    },
    listen() {
      if (listening) return;
      listening = true;
      void open().catch(again);
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await ringing;
      client?.release(true); // its LISTEN goes with the connection
      client = null;
    },
  };
}
