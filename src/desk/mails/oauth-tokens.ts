// The newest refresh token of an account, where its provider replaces them: kept sealed, so that a restart goes on with it.
import { createHmac } from "node:crypto";
import { sealed, unsealed } from "../../database/sealed.ts";
import { derivedSecret } from "../../database/secret.ts";
import type { OauthTokensRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

const PURPOSE = "oauth-tokens";

/** Which token of the settings it began with, without telling it. */
const markOf = (secret: string, given: string): Buffer =>
  createHmac("sha256", derivedSecret(secret, `${PURPOSE}-given`))
    .update(given)
    .digest();

/** The newest that followed `given`, the one of the settings; null where none did, or the secret is another. */
export async function newestToken(tx: Tx, secret: string, account: string, given: string): Promise<string | null> {
  const [row] = await tx.query<OauthTokensRow>("select * from oauth_tokens where desk = troth_desk() and account = $1 and given = $2", [account, markOf(secret, given)]);
  return row ? unsealed(secret, PURPOSE, row.token as Uint8Array) : null;
}

export async function keepToken(tx: Tx, secret: string, account: string, given: string, token: string, at: number): Promise<void> {
  await tx.run(
    `insert into oauth_tokens (desk, account, given, token, at) values (troth_desk(), $1, $2, $3, at_ms($4))
     on conflict (desk, account) do update set given = excluded.given, token = excluded.token, at = excluded.at`,
    [account, markOf(secret, given), sealed(secret, PURPOSE, token), at],
  );
}
