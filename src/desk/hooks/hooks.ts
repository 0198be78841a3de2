// The vendor's systems that may tell what stands of customers: made, given a new secret, removed, heard.
import { cleanJson } from "../../database/clean-text.ts";
import { newId } from "../../database/new-id.ts";
import type { HooksInRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { MessageMap } from "./map-message.ts";

/** So long the secret before holds too, in ms: time to hand the new one over. */
const BOTH = 24 * 3_600_000;

export const hooksOf = (tx: Tx): Promise<HooksInRow[]> => tx.query<HooksInRow>("select * from hooks_in where desk = troth_desk() and removed_at is null order by made_at, id");

export async function hookOf(tx: Tx, id: string): Promise<HooksInRow | null> {
  const [row] = await tx.query<HooksInRow>("select * from hooks_in where desk = troth_desk() and id = $1 and removed_at is null", [id]);
  return row ?? null;
}

export async function makeHook(tx: Tx, desk: string, name: string, map: MessageMap, by: string, at: number): Promise<string> {
  const id = newId(at);
  await tx.run("insert into hooks_in (desk, id, name, map, made_at, made_by) values ($1, $2, $3, $4, at_ms($5), $6)", [desk, id, name, cleanJson(map), at, by]);
  return id;
}

/** A new secret; the one before holds for another day. Its generation, or null where there is no such hook. */
export async function renewHook(tx: Tx, id: string, at: number): Promise<number | null> {
  const [row] = await tx.query<{ generation: number }>(
    "update hooks_in set generation = generation + 1, older_until = at_ms($2) where desk = troth_desk() and id = $1 and removed_at is null returning generation",
    [id, at + BOTH],
  );
  return row?.generation ?? null;
}

export interface HookChange {
  readonly name?: string | undefined;
  readonly map?: MessageMap | undefined;
  readonly paused?: boolean | undefined;
  readonly removed?: false | undefined; // takes its removal back
}

/** What is not said stays. False where there is no such hook, or it was removed and is not to come back. */
export async function changeHook(tx: Tx, id: string, { name, map, paused, removed }: HookChange, at: number): Promise<boolean> {
  const n = await tx.run(
    `update hooks_in set name = coalesce($2, name), map = coalesce($3::jsonb, map), removed_at = null,
       paused_at = case when $4::boolean is null then paused_at when $4 then coalesce(paused_at, at_ms($5)) end
     where desk = troth_desk() and id = $1 and (removed_at is null or $6)`,
    [id, name ?? null, map === undefined ? null : cleanJson(map), paused ?? null, at, removed === false],
  );
  return n === 1;
}

export async function removeHook(tx: Tx, id: string, at: number): Promise<boolean> {
  return (await tx.run("update hooks_in set removed_at = at_ms($2) where desk = troth_desk() and id = $1 and removed_at is null", [id, at])) === 1;
}

/** Notes that this message was heard; false where it was before, by whichever process. */
export async function hearOnce(tx: Tx, desk: string, hook: string, id: string, organisation: string, changed: boolean, at: number): Promise<boolean> {
  const n = await tx.run("insert into hooks_heard (desk, hook, id, organisation, changed, at) values ($1, $2, $3, $4, $5, at_ms($6)) on conflict do nothing", [
    desk,
    hook,
    id,
    organisation,
    changed,
    at,
  ]);
  return n === 1;
}

export async function wasHeard(tx: Tx, hook: string, id: string): Promise<boolean> {
  return (await tx.query("select 1 from hooks_heard where desk = troth_desk() and hook = $1 and id = $2", [hook, id])).length > 0;
}

/** What became of the newest that was signed rightly; null: it was taken. */
export async function noteHeard(tx: Tx, id: string, fault: string | null, at: number): Promise<void> {
  await tx.run("update hooks_in set heard_at = at_ms($2), fault = $3 where desk = troth_desk() and id = $1", [id, at, fault]);
}
