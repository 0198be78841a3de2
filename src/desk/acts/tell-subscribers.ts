// Whoever asked to be told of maintenance is told, where the policy says so: announced, called off, or over before its time.
import { newId } from "../../database/new-id.ts";
import type { MaintenanceRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { type Policy, toldOfMaintenance } from "../../policy/index.ts";
import { clauseText } from "../../words/clause.ts";
import { isSpoken } from "../../words/languages.ts";
import { wordsIn } from "../../words/slots.ts";
import type { House } from "../house.ts";
import type { OutboxMail } from "../outbox-mail.ts";
import { allSubscribers } from "../subscribers/subscribers.ts";
import { endToken } from "../subscribers/tokens.ts";

const AT_ONCE = 500; // rows of one statement

/** Writes a mail for each subscriber into the outbox; how many. The policy decides: without a notice of it to subscribers nobody is written to. */
export async function tellSubscribers(tx: Tx, house: House, desk: string, policy: Policy, is: "announced" | "called-off" | "ended", window: MaintenanceRow): Promise<number> {
  const at = house.now();
  const told = toldOfMaintenance(policy, at);
  if (told.length === 0) return 0;
  const subscribers = await allSubscribers(tx);
  const url = `${house.publicUrl}/${desk}`;
  const host = policy.desk.address.split("@")[1] ?? "localhost";
  const rows = subscribers.map((s) => {
    const lang = isSpoken(s.language) ? s.language : (policy.desk.languages[0] ?? "en");
    const name = wordsIn(policy.desk.name, lang);
    const id = newId(at);
    const stopUrl = `${url}/status/unsubscribe/${endToken(house.secret, desk, s.id)}?lang=${encodeURIComponent(lang)}`;
    const payload: OutboxMail = {
      what: {
        mail: "maintenance",
        input: {
          desk: { name, address: policy.desk.address, url, ...(policy.desk.colour && { colour: policy.desk.colour }) },
          reader: { lang, zone: s.zone },
          is,
          starts: window.starts,
          ends: is === "ended" ? (window.called_off_at ?? window.ends) : window.ends,
          words: window.words,
          clauses: told.flatMap((r) => policy.clauses.filter((c) => c.id === r.clause && c.audience !== "agent").map((c) => clauseText(policy, c, lang, { base: url }))),
          stopUrl,
        },
      },
      to: { name: "", address: s.email },
      from: { name, address: policy.desk.address },
      mailId: `<${id}@${host}>`,
      inReplyTo: null,
      automatic: true,
      names: false,
      unsubscribe: stopUrl,
    };
    return { desk, id, kind: "mail", ticket: null, payload, made_at: at, send_at: at };
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) await tx.writeAll([{ table: "outbox", rows: rows.slice(from, from + AT_ONCE) }]);
  return rows.length;
}
