// The endpoints of a desk: made, changed, their secret renewed, stopped.
import type { EndpointsRow } from "../../database/rows.gen.ts";
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { Problem } from "../problem.ts";
import type { HookEvent } from "./hook-events.ts";

/** The newest first; those that were stopped as well. */
export const endpointsOf = (tx: Tx): Promise<EndpointsRow[]> => tx.query<EndpointsRow>("select * from endpoints where desk = troth_desk() order by made_at desc, id");

/** Throws not-found. */
export async function endpointOf(tx: Tx, id: string): Promise<EndpointsRow> {
  const [row] = await tx.query<EndpointsRow>("select * from endpoints where desk = troth_desk() and id = $1::uuid", [id]);
  if (!row) throw new Problem("not-found", "There is no such endpoint.");
  return row;
}

export async function makeEndpoint(tx: Tx, desk: string, given: { readonly url: string; readonly events: readonly HookEvent[]; readonly by: string }, at: number): Promise<EndpointsRow> {
  const id = newId(at);
  await tx.run("insert into endpoints (desk, id, url, events, made_at, made_by) values ($1, $2, $3, $4, at_ms($5), $6)", [desk, id, given.url, given.events, at, given.by]);
  return endpointOf(tx, id);
}

/** What is left out stays. An endpoint that goes on after it was stopped is told of what happens from then on. */
export async function changeEndpoint(
  tx: Tx,
  id: string,
  change: { readonly url?: string | undefined; readonly events?: readonly HookEvent[] | undefined; readonly stopped?: boolean | undefined },
  at: number,
): Promise<EndpointsRow> {
  await endpointOf(tx, id);
  const { url = null, events = null, stopped = null } = change;
  await tx.run(
    `update endpoints set url = coalesce($2, url), events = coalesce($3, events),
       stopped_at = case when $4::boolean is null then stopped_at when $4 then coalesce(stopped_at, at_ms($5)) end
     where desk = troth_desk() and id = $1`,
    [id, url, events, stopped, at],
  );
  return endpointOf(tx, id);
}

/** A new secret; the one before signs beside it for a day. */
export async function renewSecret(tx: Tx, id: string, at: number): Promise<EndpointsRow> {
  await endpointOf(tx, id);
  await tx.run("update endpoints set generation = generation + 1, rotated_at = at_ms($2) where desk = troth_desk() and id = $1", [id, at]);
  return endpointOf(tx, id);
}
