// Demo logins have a password that anybody knows.
import type { Tx } from "../../database/tx.ts";

/** As the owner: the desks that have a demo login which could be used. */
export async function desksWithDemoLogins(tx: Tx): Promise<string[]> {
  return (await tx.query<{ desk: string }>("select distinct desk from staff where demo and disabled_at is null order by desk")).map((row) => row.desk);
}
