// Server-sent events (WHATWG HTML §9.2): ids alone; what a watcher may not see never leaves, and rights are asked again all the time.
import type { FastifyReply, FastifyRequest } from "fastify";
import { type FeedEvent, readFeedCursor, writeFeedCursor } from "../../desk/views/feed.ts";
import { maySee, type Viewer } from "../../desk/viewer.ts";
import type { Live } from "./live.ts";

const BEAT = 20_000; // ms; also how soon the stream of somebody who was signed out ends
const ASKED_FOR = 2_000; // ms: how long rights are taken for what they were, where nothing changed in this process
const MOST_WAITING = 10_000; // events of which nobody could tell who hears them
const FULL = 1 << 20; // bytes that wait for a reader who has gone to sleep

/** What a customer may know to have happened, by kind. */
const FOR_CUSTOMERS = new Set(["ask", "message", "answer", "close", "reopen", "status", "claim", "ruling", "consent", "decline", "agree-closing", "refuse-closing", "withdraw-closing"]);

/** Who the watcher is now; null where they are nobody any more. Throws where it cannot be told. */
export interface Still {
  now(): Promise<Viewer | null>;
  /** How often rights changed in this process. */
  changed(): number;
}

/** Answers the request with a stream that ends with the client, the session or the server. */
export async function liveStream(live: Live, desk: string, first: Viewer, request: FastifyRequest, reply: FastifyReply, still: Still): Promise<void> {
  let viewer = first;
  const { raw } = reply;
  const from = readFeedCursor(request.headers["last-event-id"] as string | undefined);
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value as string);
  // When it ends its connection does: kept for another request, it would keep a server that wants to end waiting.
  raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no", connection: "close" });
  const write = (text: string): void => {
    if (raw.writableEnded) return;
    raw.write(text);
    if (raw.writableLength > FULL) raw.destroy();
  };
  write("retry: 2000\n\n");
  const waiting: ((viewer: Viewer) => void)[] = [];
  let [asked, changes, asking] = [performance.now(), still.changed(), false];
  /** What happened is told to whom the watcher is now, not to whom they were when they began: where that is not fresh, it is asked first. */
  async function tell(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      while (waiting.length > 0) {
        if (changes !== still.changed() || performance.now() - asked > ASKED_FOR) await ask();
        if (raw.writableEnded) return;
        waiting.shift()?.(viewer);
      }
    } catch {
      // A database that is lost for a moment ends no stream: what waits is told at the next beat.
    } finally {
      asking = false;
    }
  }
  async function ask(): Promise<void> {
    const seen = still.changed();
    const now = await still.now();
    if (!now) return void raw.end();
    [viewer, asked, changes] = [now, performance.now(), seen];
  }
  const later = (told: (viewer: Viewer) => void): void => {
    if (waiting.push(told) > MOST_WAITING) raw.destroy();
    void tell();
  };
  const stop = await live.watch(desk, from, {
    event: (event) =>
      later((now) => {
        const id = writeFeedCursor(event);
        // The place moves on even where the event is not shown: a reconnection need not look at it again.
        write(isFor(now, event) ? `id: ${id}\ndata: ${JSON.stringify(dataOf(event, now))}\n\n` : `id: ${id}\n\n`);
      }),
    present: (ticket, who) =>
      later((now) => {
        if (now.kind === "staff") write(`data: ${JSON.stringify({ kind: "presence", ticket, who })}\n\n`);
      }),
  });
  const beat = setInterval(() => {
    write(": still here\n\n");
    ask().then(tell, () => undefined);
  }, BEAT);
  const forget = live.onClose(() => raw.end());
  const leave = (): void => {
    clearInterval(beat);
    stop();
    forget();
  };
  if (raw.destroyed)
    leave(); // gone while we looked where to begin
  else raw.once("close", leave);
}

function isFor(viewer: Viewer, event: FeedEvent): boolean {
  if (event.kind.startsWith("conduct-")) return viewer.kind === "staff" && viewer.role !== "agent"; // the others read of it where they may
  if (viewer.kind !== "person") return true;
  return event.requester !== null && FOR_CUSTOMERS.has(event.kind) && maySee(viewer, { requester: event.requester, organisation: event.organisation });
}

const dataOf = (event: FeedEvent, viewer: Viewer) => ({
  event: viewer.kind === "person" ? "" : event.id,
  kind: event.kind,
  ticket: event.number,
  by: { kind: event.by_kind, id: event.by_id },
  at: new Date(event.at).toISOString(),
});
