// What happens on a desk, to everybody who watches it: one reader per desk and process, woken at once, polling behind.
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../../database/connect.ts";
import type { News } from "../../desk/house.ts";
import { type FeedCursor, type FeedEvent, feedAfter, feedNow } from "../../desk/views/feed.ts";
import { nodeBell } from "./node-bell.ts";
import { presence, type Presence } from "./presence.ts";

export interface Watcher {
  readonly event: (event: FeedEvent) => void;
  readonly present: (ticket: string, who: readonly Presence[]) => void;
}

export interface Live {
  /** For House.changed: told after each commit. */
  readonly changed: (news: News) => void;
  /** Begins to watch from the cursor, or from now; answers how to stop. */
  watch(desk: string, from: FeedCursor | null, watcher: Watcher): Promise<() => void>;
  /** Who reads or writes on a ticket, in this process. */
  readonly present: ReturnType<typeof presence>;
  /** Calls `end` when the feed closes, so that no stream keeps the server waiting; answers how to take that back. */
  onClose(end: () => void): () => void;
  close(): Promise<void>;
}

interface Watching {
  cursor: FeedCursor;
  readonly watcher: Watcher;
}
interface Desk {
  readonly watching: Set<Watching>;
  reading: Promise<void> | null;
  again: boolean;
}

const POLL = 1000;
const SOON = 40; // a commit that still waits for an older transaction is seen at the second look

/** `fault` hears what goes wrong behind; nothing of it reaches a watcher. */
export function liveFeed(database: Database, fault: (error: unknown) => void): Live {
  const desks = new Map<string, Desk>();
  const ends = new Set<() => void>();
  let closed = false;
  const deskOf = (id: string): Desk => {
    const known = desks.get(id) ?? { watching: new Set(), reading: null, again: false };
    desks.set(id, known);
    return known;
  };
  const bell = nodeBell(database, (desk) => look(desk), fault);
  const here = presence((desk, ticket, who) => {
    for (const { watcher } of desks.get(desk)?.watching ?? []) watcher.present(ticket, who);
  });
  const poll = setInterval(() => {
    for (const [id, desk] of desks) if (desk.watching.size > 0) look(id);
  }, POLL).unref();

  /** Reads what is new; a second call while one reads makes it read again. */
  function look(id: string): void {
    const desk = desks.get(id);
    if (!desk || desk.watching.size === 0) return;
    if (desk.reading) return void (desk.again = true);
    desk.reading = readAll(id, desk)
      .catch(fault)
      .finally(() => {
        desk.reading = null;
        if (desk.again) {
          desk.again = false;
          look(id);
        }
      });
  }

  return {
    changed(news) {
      bell.ring(news.desk);
      if (!desks.get(news.desk)?.watching.size) return;
      look(news.desk);
      void wait(SOON, undefined, { ref: false }).then(() => look(news.desk));
    },
    async watch(id, from, watcher) {
      bell.listen();
      const cursor = from ?? (await database.asDesk(id, feedNow, { readOnly: true }));
      const watching: Watching = { cursor, watcher };
      const desk = deskOf(id);
      let stopped = false;
      const join = (): void => {
        if (stopped || closed) return;
        desk.watching.add(watching);
        look(id);
      };
      if (from)
        void caughtUp(id, watching, () => stopped)
          .catch(fault)
          .then(join);
      else join();
      return () => {
        stopped = true;
        desk.watching.delete(watching);
      };
    },
    present: here,
    onClose(end) {
      ends.add(end);
      return () => void ends.delete(end);
    },
    async close() {
      closed = true;
      clearInterval(poll);
      here.close();
      for (const end of ends) end();
      const reading = [...desks.values()].map((desk) => desk.reading);
      for (const desk of desks.values()) desk.watching.clear();
      await Promise.all([...reading, bell.close()]);
    },
  };

  /** Whoever comes back reads what they missed by themselves, however much it is: nobody else waits for it. */
  async function caughtUp(id: string, watching: Watching, stopped: () => boolean): Promise<void> {
    for (let more = true; more && !stopped(); ) {
      const events = await database.asDesk(id, (tx) => feedAfter(tx, watching.cursor), { readOnly: true });
      for (const event of events) {
        watching.cursor = { tx: event.tx, seq: event.seq };
        watching.watcher.event(event);
      }
      more = events.length === 500;
    }
  }

  /** From the place of whoever is furthest behind, in pages; each watcher gets what lies behind their own place. */
  async function readAll(id: string, desk: Desk): Promise<void> {
    for (;;) {
      const [first] = [...desk.watching].sort((a, b) => (isBehind(a.cursor, b.cursor) ? -1 : 1));
      if (!first) return;
      const events = await database.asDesk(id, (tx) => feedAfter(tx, first.cursor), { readOnly: true });
      for (const event of events) {
        for (const watching of desk.watching) {
          if (!isBehind(watching.cursor, event)) continue;
          watching.cursor = { tx: event.tx, seq: event.seq };
          watching.watcher.event(event);
        }
      }
      if (events.length < 500) return;
    }
  }
}

const isBehind = (a: FeedCursor, b: FeedCursor): boolean => {
  const [x, y] = [BigInt(a.tx), BigInt(b.tx)];
  return x < y || (x === y && a.seq < b.seq);
};
