// Warnings before a promise is broken: to the one who has the ticket while they are there, else to all who are.
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import type { Write } from "../../database/tx.ts";
import type { Decision, Policy } from "../../policy/index.ts";
import { isSpoken } from "../../words/languages.ts";
import type { House } from "../house.ts";
import type { OutboxMail } from "../outgoing.ts";
import { reasoned } from "../reasoned.ts";
import { whoCanAct } from "../staff/reads.ts";

interface Around {
  readonly desk: string;
  readonly policy: Policy;
  readonly decision: Decision;
  readonly at: number;
  readonly number: string;
  readonly subject: string;
  readonly assignee: { readonly id: string } | null;
  readonly customer: string;
}

/** The outbox rows of the warnings that the decision asks for. They are the staff's: no thread of the customer's knows them. */
export async function warnStaff(tx: Tx, house: House, a: Around): Promise<Write[]> {
  const warnings = a.decision.effects.filter((e) => e.do === "warn");
  if (!warnings.length) return [];
  const readers = await whoCanAct(tx, a.assignee?.id ?? null, a.at);
  const { policy } = a;
  const base = `${house.publicUrl}/${a.desk}`;
  const rows = warnings.flatMap((e) =>
    readers.map((reader) => {
      const lang = isSpoken(reader.language) ? reader.language : (policy.desk.languages[0] ?? "en");
      const name = policy.desk.name[lang] ?? policy.desk.name[policy.desk.languages[0] ?? "en"] ?? a.desk;
      const clauses = reasoned(policy, a.decision, lang, base).filter((r) => r.id === e.clause);
      const id = newId(a.at);
      const payload: OutboxMail = {
        what: {
          mail: "warning",
          input: {
            desk: { name, address: policy.desk.address, url: base, ...(policy.desk.colour && { colour: policy.desk.colour }) },
            reader: { name: reader.name, lang, zone: policy.desk.zone },
            ticket: { number: a.number, subject: a.subject, url: `${base}/console/tickets/${a.number}` },
            kind: e.kind,
            due: e.due,
            customer: a.customer,
            mine: reader.id === a.assignee?.id,
            clauses,
          },
        },
        to: { name: reader.name, address: reader.email },
        from: { name, address: policy.desk.address },
        mailId: `<${id}@${policy.desk.address.split("@")[1] ?? "localhost"}>`,
        inReplyTo: null,
        automatic: true,
        names: false,
      };
      return { desk: a.desk, id, kind: "mail", ticket: null, payload, made_at: a.at, send_at: house.now() };
    }),
  );
  return rows.length ? [{ table: "outbox", rows }] : [];
}
