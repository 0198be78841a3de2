// A mail to a member of staff as an outbox row: in their language, on no ticket's thread, so that no customer's answer meets it.
import { newId } from "../../database/new-id.ts";
import type { Write } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";
import { isSpoken } from "../../words/languages.ts";
import type { MailToWrite } from "../../words/mails/compose.ts";
import type { MailDesk, MailReader } from "../../words/mails/model.ts";
import type { House } from "../house.ts";
import type { OutboxMail } from "../outbox-mail.ts";

export interface StaffReader {
  readonly name: string;
  readonly email: string;
  readonly language: string;
}
interface Around {
  readonly desk: string;
  readonly policy: Policy;
  readonly at: number; // epoch ms
}

/** The row; `write` makes the mail of who writes and who reads. */
export function staffMail(house: House, { desk, policy, at }: Around, to: StaffReader, write: (about: { readonly desk: MailDesk; readonly reader: MailReader }) => MailToWrite): Write {
  const lang = isSpoken(to.language) ? to.language : (policy.desk.languages[0] ?? "en");
  const name = policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const { address, colour } = policy.desk;
  const id = newId(at);
  const payload: OutboxMail = {
    what: write({ desk: { name, address, url: `${house.publicUrl}/${desk}`, ...(colour && { colour }) }, reader: { name: to.name, lang, zone: policy.desk.zone } }),
    to: { name: to.name, address: to.email },
    from: { name, address },
    mailId: `<${id}@${address.split("@")[1] ?? "localhost"}>`,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  return { table: "outbox", rows: [{ desk, id, kind: "mail", ticket: null, payload, made_at: at, send_at: house.now() }] };
}
