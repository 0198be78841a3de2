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
