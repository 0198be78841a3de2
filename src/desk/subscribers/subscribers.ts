// Who asked to be told of maintenance: an address, a language, a zone. Kept from the confirmation until they take it back, and no longer.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";

export interface Subscriber {
  readonly id: string;
  readonly email: string;
  readonly language: string;
  readonly zone: string; // IANA
}

/** Subscribes an address; one that is subscribed already takes the new language and zone. `at` in epoch ms. */
export async function subscribe(tx: Tx, who: Omit<Subscriber, "id">, at: number): Promise<void> {
  await tx.run(
    `insert into subscribers (desk, id, email, language, zone, since) values (troth_desk(), $1, $2, $3, $4, at_ms($5))
     on conflict (desk, email) do update set language = excluded.language, zone = excluded.zone`,
    [newId(at), who.email.toLowerCase(), who.language, who.zone, at],
  );
}

/** Forgets a subscriber; false where there was none. */
export const unsubscribe = async (tx: Tx, id: string): Promise<boolean> => (await tx.run("delete from subscribers where desk = troth_desk() and id = $1", [id])) === 1;

/** Forgets an address that takes no mail. */
export const forgetSubscriber = (tx: Tx, email: string): Promise<number> => tx.run("delete from subscribers where desk = troth_desk() and email = $1", [email.toLowerCase()]);

export const allSubscribers = (tx: Tx): Promise<Subscriber[]> => tx.query<Subscriber>("select id, email, language, zone from subscribers where desk = troth_desk() order by since, id");
