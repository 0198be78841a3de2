// Who decides a case of conduct, or its appeal, is named: kept with the case, and told to them by mail, in their language, without what the case holds.
import { newId } from "../../database/new-id.ts";
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx, Write } from "../../database/tx.ts";
import { isSpoken } from "../../words/languages.ts";
import type { Event } from "../event.ts";
import type { House } from "../house.ts";
import type { OutboxMail } from "../outgoing.ts";
import { Problem } from "../problem.ts";
import type { Reader } from "./conduct-mails.ts";
import { staffToTell } from "../staff/reads.ts";

type Naming = Extract<Event, { kind: "conduct-named" }>;

/** The outbox row of the mail; none where they are named already, or name themselves. Throws invalid-input where nobody has this id. */
export async function namedRows(tx: Tx, house: House, event: Naming, c: ConductCasesRow, { desk, policy, at }: Pick<Reader, "desk" | "policy" | "at">): Promise<Write[]> {
  const to = await staffToTell(tx, event.to);
  if (!to) throw new Problem("invalid-input", "Nobody on the staff has this id.", [{ at: "to", message: "no such member of staff" }]);
  const { decides } = event;
  if (to.id === event.by.id || to.id === (decides === "case" ? c.decider : c.appeal_decider)) return [];
  const lang = isSpoken(to.language) ? to.language : (policy.desk.languages[0] ?? "en");
  const name = policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? desk;
  const base = `${house.publicUrl}/${desk}`;
  const id = newId(at);
  const hearing = decides === "case" && c.heard_at === null && c.answer_by !== null && c.answer_by > at ? c.answer_by : null;
  const payload: OutboxMail = {
    what: {
      mail: "named",
      input: {
        desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
        reader: { name: to.name, lang, zone: policy.desk.zone },
        decides,
        by: event.by.name,
        url: `${base}/console/conduct/${c.id}`,
        hearing,
        until: decides === "case" ? c.lapses_at : c.appeal_due,
      },
    },
    to: { name: to.name, address: to.email },
    from: { name, address: policy.desk.address },
    mailId: `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`,
    inReplyTo: null,
    automatic: true,
    names: false,
  };
  return [{ table: "outbox", rows: [{ desk, id, kind: "mail", ticket: null, payload, made_at: at, send_at: house.now() }] }];
}
