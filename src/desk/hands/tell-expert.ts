// What a policy says to the expert goes to whoever has the ticket now. SPEC 9.3
import type { Tx, Write } from "../../database/tx.ts";
import { clauseText } from "../../words/clause.ts";
import type { House } from "../house.ts";
import { staffToTell } from "../staff/reads.ts";
import { staffMail } from "./staff-mail.ts";
import type { AboutTicket } from "./about-ticket.ts";
import { noticesFor, type Untold } from "./untold.ts";

/** The outbox row, one mail for all such clauses, and why nobody is told where there is none. Whoever did it themselves is told nothing of it. */
export async function tellExpert(tx: Tx, house: House, a: AboutTicket): Promise<{ readonly writes: readonly Write[]; readonly untold: readonly Untold[] }> {
  const { clauses, untold } = noticesFor(a.policy, a.decision, "expert");
  if (clauses.length === 0) return { writes: [], untold };
  const nobody = (why: Untold["why"]) => ({ writes: [], untold: [...untold, ...clauses.map((clause): Untold => ({ clause, to: "expert", why }))] });
  if (!a.assignee) return nobody("nobody-has-it");
  if (a.assignee.id === a.by) return nobody("did-it");
  const to = await staffToTell(tx, a.assignee.id);
  if (!to) return nobody("left");
  const base = `${house.publicUrl}/${a.desk}`;
  const said = a.policy.clauses.filter((c) => clauses.includes(c.id));
  const mail = staffMail(house, a, to, ({ desk, reader }) => ({
    mail: "role",
    input: {
      desk,
      reader,
      ticket: { number: a.number, subject: a.subject, url: `${base}/console/tickets/${a.number}` },
      as: "has-it",
      customer: a.customer,
      clauses: said.map((c) => clauseText(a.policy, c, reader.lang, { base })),
    },
  }));
  return { writes: [mail], untold };
}
