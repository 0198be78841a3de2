// Requests with an Idempotency-Key: the same one again, within a day, gets the same answer and has no second effect.
import { cleanJson } from "../../database/clean-text.ts";
import type { Tx } from "../../database/tx.ts";

const DAY = 86_400_000;
const CUT_OFF = "cut off";
const GIVEN_UP = 60_000; // a request still unanswered after this was cut off by a crash: its repetition takes over

export interface KeyedRequest {
  readonly desk: string;
  readonly who: string;
  readonly key: string;
  readonly request: string;
  readonly at: number;
}
export type Claimed =
  | { readonly is: "new"; readonly since: number } // `since` goes into the event's id, so that whoever takes over has no second effect
  | { readonly is: "done"; readonly status: number; readonly response: unknown }
  | { readonly is: "running" }
  | { readonly is: "other" };

type Kept = { request: string; status: number | null; response: unknown; at: number };

/** Claims the key for this request, or says what became of it. `request` is a hash of what was asked. */
export async function claimRequest(tx: Tx, r: KeyedRequest): Promise<Claimed> {
  const kept = await tx.run(
    `insert into idempotency_keys (desk, who, key, request, at) values ($1, $2, $3, $4, at_ms($5)) on conflict (desk, who, key) do update
     set request = excluded.request, status = null, response = null, at = excluded.at where idempotency_keys.at < at_ms($5) - interval '1 day'`,
    [r.desk, r.who, r.key, r.request, r.at],
  );
  if (kept === 1) return { is: "new", since: r.at };
  const [row] = await tx.query<Kept>("select request, status, response, at from idempotency_keys where desk = troth_desk() and who = $1 and key = $2 for update", [r.who, r.key]);
  if (!row || row.request !== r.request) return { is: "other" };
  if (row.status !== null) return { is: "done", status: row.status, response: row.response };
  return row.response === CUT_OFF || r.at - row.at > GIVEN_UP ? { is: "new", since: row.at } : { is: "running" };
}

/** Keeps the answer for whoever asks again. */
export async function answerRequest(tx: Tx, r: KeyedRequest, status: number, response: unknown): Promise<void> {
  await tx.run("update idempotency_keys set status = $3, response = $4::jsonb where desk = troth_desk() and who = $1 and key = $2", [r.who, r.key, status, cleanJson(response ?? null)]);
}

/** Gives the key free: the request was refused and may be mended and sent again under it. */
export async function releaseRequest(tx: Tx, r: KeyedRequest): Promise<void> {
  await tx.run("delete from idempotency_keys where desk = troth_desk() and who = $1 and key = $2 and status is null", [r.who, r.key]);
}

/** Lets whoever asks again take over at once: the request broke off on our side, where nobody knows whether its event was kept. */
export async function breakOffRequest(tx: Tx, r: KeyedRequest): Promise<void> {
  await tx.run("update idempotency_keys set response = $3::jsonb where desk = troth_desk() and who = $1 and key = $2 and status is null", [r.who, r.key, JSON.stringify(CUT_OFF)]);
}

/** Forgets what no longer counts, on all desks: old keys, ended sessions, used links. Run by the owner now and then. */
export async function forgetOld(tx: Tx, at: number): Promise<void> {
  await tx.run("delete from idempotency_keys where at < at_ms($1)", [at - DAY]);
  await tx.run("delete from sessions where ends_at < at_ms($1)", [at]);
  await tx.run("delete from sign_in_links where ends_at < at_ms($1)", [at - DAY]);
}
