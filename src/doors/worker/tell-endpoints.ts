// Tells other systems what waits for them in the outbox: at least once, under one id, again after a while where they do not answer.
import type { OutboxRow } from "../../database/rows.gen.ts";
import { endpointOf } from "../../desk/endpoints/endpoints.ts";
import type { OutboxHook } from "../../desk/endpoints/hook-events.ts";
import { signedHeaders } from "../../desk/endpoints/secret.ts";
import type { House } from "../../desk/house.ts";
import { claimOutbox, finishOutbox, giveUpOutbox, MOST_TRIES, retryOutbox } from "../../desk/outbox/claim.ts";
import type { Poster } from "../../desk/outbox/poster.ts";
import { Refused } from "../../desk/outbox/transport.ts";
import { backoff } from "./backoff.ts";
import { inTurn } from "./in-turn.ts";

const AT_ONCE = 20;

/** Takes some messages and tells them; true if there may be more. */
export async function tellEndpoints(house: House, post: Poster, fault: (error: unknown) => void): Promise<boolean> {
  const rows = await house.database.asOwner((tx) => claimOutbox(tx, house.now(), AT_ONCE, "webhook"));
  await inTurn(
    rows,
    (row) => row.id,
    (row) => tell(house, post, row),
    fault,
  );
  return rows.length === AT_ONCE;
}

async function tell(house: House, post: Poster, row: OutboxRow): Promise<void> {
  const { endpoint: id, body } = row.payload as OutboxHook;
  const endpoint = await house.database.asDesk(row.desk, (tx) => endpointOf(tx, id), { readOnly: true });
  try {
    if (endpoint.stopped_at !== null) throw new Refused("the endpoint was stopped");
    const answer = await post({ url: endpoint.url, headers: signedHeaders(house.secret, endpoint, { id: `msg_${row.id}`, body, at: house.now() }), body });
    await house.database.asOwner((tx) => finishOutbox(tx, [{ desk: row.desk, id: row.id, answer }], house.now()));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const over = error instanceof Refused || row.tries >= MOST_TRIES;
    await house.database.asDesk(row.desk, (tx) => (over ? giveUpOutbox(tx, row, why, house.now()) : retryOutbox(tx, row, why, house.now() + backoff(row.tries))));
  }
}
