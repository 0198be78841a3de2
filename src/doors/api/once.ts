// A POST with an Idempotency-Key is answered once: its repetition gets the same answer and has no second effect.
import { createHash, randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { whoIs } from "../../desk/actor.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { answerRequest, breakOffRequest, claimRequest, type KeyedRequest, releaseRequest } from "../../desk/requests/requests.ts";
import type { Viewer } from "../../desk/viewer.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Runs `work` with the id for its event, unless this request was answered before. */
export async function once(house: House, desk: string, viewer: Viewer | null, request: FastifyRequest, work: (eventId: string) => Promise<Answer>): Promise<Answer> {
  const key = request.headers["idempotency-key"];
  if (request.method !== "POST" || typeof key !== "string" || viewer === null) return work(randomUUID());
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Problem("invalid-input", "The idempotency key has a fault.", [{ at: "Idempotency-Key", message: "1 to 200 visible ASCII signs" }]);
  const asked = createHash("sha256")
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest("hex");
  const keyed: KeyedRequest = { desk, who: whoIs(viewer), key, request: asked, at: house.now() };
  const claimed = await house.database.asDesk(desk, (tx) => claimRequest(tx, keyed));
  if (claimed.is === "other") throw new Problem("key-reused");
  if (claimed.is === "running") throw new Problem("still-running");
  if (claimed.is === "done") return { status: claimed.status, body: claimed.response };
  const eventId = `key:${createHash("sha256").update(`${keyed.who} ${key} ${asked} ${claimed.since}`).digest("hex")}`;
  try {
    const answer = await work(eventId);
    await house.database.asDesk(desk, (tx) => answerRequest(tx, keyed, answer.status, answer.body));
    return answer;
  } catch (error) {
    // A fault of ours may lie behind the commit: then the repetition has to make the same event, which has no second effect.
    const leave = error instanceof Problem ? releaseRequest : breakOffRequest;
    await house.database.asDesk(desk, (tx) => leave(tx, keyed)).catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}
