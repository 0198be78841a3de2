// Warnings before a promise is broken: to the one who has the ticket while they are there, else to all who are.
import type { Tx, Write } from "../../database/tx.ts";
import type { House } from "../house.ts";
import { reasoned } from "../reasoned.ts";
import { whoCanAct } from "../staff/reads.ts";
import { staffMail } from "./staff-mail.ts";
import type { AboutTicket } from "./about-ticket.ts";

/** The outbox rows of the warnings that the decision asks for. They are the staff's: no thread of the customer's knows them. */
export async function warnStaff(tx: Tx, house: House, a: AboutTicket): Promise<Write[]> {
  const warnings = a.decision.effects.filter((e) => e.do === "warn");
  if (!warnings.length) return [];
  const readers = await whoCanAct(tx, a.assignee?.id ?? null, a.at);
  const base = `${house.publicUrl}/${a.desk}`;
  return warnings.flatMap((e) =>
    readers.map((to) =>
      staffMail(house, a, to, ({ desk, reader }) => ({
        mail: "warning",
        input: {
          desk,
          reader,
          ticket: { number: a.number, subject: a.subject, url: `${base}/console/tickets/${a.number}` },
          kind: e.kind,
          due: e.due,
          customer: a.customer,
          mine: to.id === a.assignee?.id,
          clauses: reasoned(a.policy, a.decision, reader.lang, base).filter((r) => r.id === e.clause),
        },
      })),
    ),
  );
}
