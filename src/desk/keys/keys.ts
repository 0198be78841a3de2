// Keys for programs: shown once, kept as a hash, revoked for good.
import { createHash, randomBytes } from "node:crypto";
import { newId } from "../../database/new-id.ts";
import type { ApiKeysRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { KeyViewer, Scope } from "../viewer.ts";

const hashOf = (key: string): Buffer => createHash("sha256").update(key).digest();

export interface MadeKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly key: string;
}

/** A new key, `troth_` and 43 signs; this is the only time that it is seen. */
export async function makeKey(tx: Tx, desk: string, name: string, scopes: readonly Scope[], at: number): Promise<MadeKey> {
  const key = `troth_${randomBytes(32).toString("base64url")}`;
  const id = newId(at);
  await tx.run("insert into api_keys (desk, id, name, hash, scopes, made_at) values ($1, $2, $3, $4, $5, at_ms($6))", [desk, id, name, hashOf(key), scopes, at]);
  return { id, name, scopes, key };
}

/** Whose key this is; null where it is unknown, revoked or another desk's. Its last use is noted to the minute. */
export async function keyOf(tx: Tx, key: string, at: number): Promise<KeyViewer | null> {
  const [row] = await tx.query<{ id: string; name: string; scopes: Scope[]; used_at: number | null }>(
    "select id, name, scopes, used_at from api_keys where desk = troth_desk() and hash = $1 and revoked_at is null",
    [hashOf(key)],
  );
  if (!row) return null;
  if (row.used_at === null || at - row.used_at > 60_000) await tx.run("update api_keys set used_at = at_ms($2) where desk = troth_desk() and id = $1", [row.id, at]);
  return { kind: "key", id: row.id, name: row.name, scopes: row.scopes };
}

export function keysOf(tx: Tx): Promise<Omit<ApiKeysRow, "hash">[]> {
  return tx.query("select desk, id, name, scopes, made_at, used_at, revoked_at from api_keys where desk = troth_desk() order by made_at desc, id");
}

/** True if there was such a key to revoke. */
export async function revokeKey(tx: Tx, id: string, at: number): Promise<boolean> {
  return (await tx.run("update api_keys set revoked_at = at_ms($2) where desk = troth_desk() and id = $1 and revoked_at is null", [id, at])) === 1;
}
