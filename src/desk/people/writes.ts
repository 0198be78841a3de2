// People become known when they first write.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";

/** The id of the person with this address, made known where new. Two at once get the same. */
export async function knowPerson(tx: Tx, desk: string, asker: { readonly email: string; readonly name: string }, at: number): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into people (desk, id, name, email, made_at) values ($1, $2, $3, $4, at_ms($5))
     on conflict (desk, email) do update set email = excluded.email returning id`,
    [desk, newId(at), asker.name || asker.email, asker.email.toLowerCase(), at],
  );
  return row!.id;
}

/** Mail to the address comes back for good, by the other server's own word; free again once they write. */
export async function noteUndeliverable(tx: Tx, address: string, why: string, at: number): Promise<void> {
  await tx.run("update people set bounced_at = at_ms($3), bounced_why = $2 where desk = troth_desk() and email = $1", [address.toLowerCase(), why, at]);
}
