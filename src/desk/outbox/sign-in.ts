// The mail that signs a customer in, as an outbox row: it belongs to no ticket, and its row is forgotten once it has left.
import { newId } from "../../database/new-id.ts";
import type { Write } from "../../database/tx.ts";
import type { SignIn } from "../../words/mails/sign-in.ts";
import type { House } from "../house.ts";
import type { OutboxMail } from "../outbox-mail.ts";

/** The rows that send the link to `to`; write them in the transaction that makes the link. `input.url` is the link with its token. */
export function signInOutbox(house: House, desk: string, to: { readonly name: string; readonly address: string }, input: SignIn): Write[] {
  const at = house.now();
  const id = newId(at);
  const host = input.desk.address.split("@")[1] ?? "localhost";
  const payload: OutboxMail = {
    what: { mail: "sign-in", input },
    to,
    from: { name: input.desk.name, address: input.desk.address },
    mailId: `<${id}@${host}>`,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  return [{ table: "outbox", rows: [{ desk, id, kind: "mail", payload, made_at: at, send_at: at }] }];
}
