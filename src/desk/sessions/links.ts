// Links that sign a customer in: they work once, for half an hour.
import type { Tx } from "../../database/tx.ts";
import { newToken, tokenHash } from "./token.ts";

/** How long a link works, in milliseconds. */
export const LINK_LENGTH = 30 * 60_000;

/** A token for a link that signs this person in. `at` is epoch ms. */
export async function makeLink(tx: Tx, desk: string, person: string, at: number): Promise<string> {
  const token = newToken();
  await tx.run("insert into sign_in_links (desk, token, person, ends_at) values ($1, $2, $3, at_ms($4))", [desk, tokenHash(token), person, at + LINK_LENGTH]);
  return token;
}

/** Uses the link up: the person's id, or null where it is unknown, used or too old. Two at once: one of them wins. */
export async function useLink(tx: Tx, token: string, at: number): Promise<string | null> {
  const [row] = await tx.query<{ person: string }>(
    "update sign_in_links set used_at = at_ms($2) where desk = troth_desk() and token = $1 and used_at is null and ends_at > at_ms($2) returning person",
    [tokenHash(token), at],
  );
  return row?.person ?? null;
}

/** The person that an unused link is for, without using it: mail scanners open links, people press the button behind them. */
export async function linkFor(tx: Tx, token: string, at: number): Promise<{ id: string; name: string } | null> {
  const [row] = await tx.query<{ id: string; name: string }>(
    "select p.id, p.name from sign_in_links l join people p on p.desk = l.desk and p.id = l.person where l.desk = troth_desk() and l.token = $1 and l.used_at is null and l.ends_at > at_ms($2)",
    [tokenHash(token), at],
  );
  return row ?? null;
}
