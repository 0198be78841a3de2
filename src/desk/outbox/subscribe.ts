// The mail that asks an address whether it wants to be told of maintenance, as an outbox row: forgotten once it has left.
import { newId } from "../../database/new-id.ts";
import type { Write } from "../../database/tx.ts";
import type { Subscribe } from "../../words/mails/subscribe.ts";
import type { OutboxMail } from "../outbox-mail.ts";

/** `input.url` is the link with its token. `at` in epoch ms. */
export function subscribeOutbox(desk: string, address: string, input: Subscribe, at: number): Write {
  const id = newId(at);
  const payload: OutboxMail = {
    what: { mail: "subscribe", input },
    to: { name: "", address },
    from: { name: input.desk.name, address: input.desk.address },
    mailId: `<${id}@${input.desk.address.split("@")[1] ?? "localhost"}>`,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  return { table: "outbox", rows: [{ desk, id, kind: "mail", payload, made_at: at, send_at: at }] };
}
