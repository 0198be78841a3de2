// Where the newest refresh token of an account lies between two runs.
import type { House } from "../../../desk/house.ts";
import { keepToken, newestToken } from "../../../desk/mails/oauth-tokens.ts";
import type { Bearer } from "./bearer.ts";

export interface KeptToken {
  /** The newest that followed the one of the settings; null where none did. */
  read(): Promise<string | null>;
  write(token: string): Promise<void>;
}

/** For an account of a desk; null where its token is never replaced. */
export function keptToken(house: Pick<House, "database" | "secret" | "now">, desk: string, account: string, bearer: Bearer): KeptToken | null {
  if (!("refresh" in bearer)) return null;
  const { refresh } = bearer;
  return {
    read: () => house.database.asDesk(desk, (tx) => newestToken(tx, house.secret, account, refresh), { readOnly: true }),
    write: (token) => house.database.asDesk(desk, (tx) => keepToken(tx, house.secret, account, refresh, token, house.now())),
  };
}
