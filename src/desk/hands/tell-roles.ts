// What a policy says to a role goes to those who hold it: what waits for their decision, what is escalated to them, notices, what they are told of a broken promise. SPEC 5.9
import type { Tx, Write } from "../../database/tx.ts";
import { clauseText } from "../../words/clause.ts";
import type { RoleMail } from "../../words/mails/role.ts";
import { roleName } from "../../words/role-name.ts";
import { isConfidential } from "../conduct/confidential.ts";
import type { House } from "../house.ts";
import { membersFor, seatOf, toldOf } from "../staff/holders.ts";
import { staffMail } from "./staff-mail.ts";
import type { AboutTicket } from "./about-ticket.ts";

interface Said {
  readonly role: string;
  readonly as: Exclude<RoleMail["as"], "has-it">;
  readonly clause: string;
}

const WEIGHTIEST = ["decides", "takes-over", "is-told"] as const;

/** The outbox rows: one mail for each role and each of its people, whatever number of clauses say something to it. Whoever did it themselves is told nothing of it. */
export async function tellRoles(tx: Tx, house: House, a: AboutTicket): Promise<Write[]> {
  const said = saidToRoles(a);
  if (!said.length) return [];
  const members = await membersFor(
    tx,
    said.map((s) => s.role),
  );
  const base = `${house.publicUrl}/${a.desk}`;
  return [...new Set(said.map((s) => s.role))].flatMap((role) => {
    const seat = seatOf(role, members);
    const theirs = said.filter((s) => s.role === role);
    const as = WEIGHTIEST.find((each) => theirs.some((s) => s.as === each)) ?? "is-told";
    const clauses = a.policy.clauses.filter((c) => theirs.some((s) => s.clause === c.id));
    return toldOf(seat)
      .filter((to) => to.id !== a.by)
      .map((to) =>
        staffMail(house, a, to, ({ desk, reader }) => ({
          mail: "role",
          input: {
            desk,
            reader,
            ticket: { number: a.number, subject: a.subject, url: `${base}/console/tickets/${a.number}` },
            as,
            role: roleName(a.policy, role, reader.lang),
            inPlace: seat.inPlace,
            customer: a.customer,
            clauses: clauses.map((c) => clauseText(a.policy, c, reader.lang, { base })),
          },
        })),
      );
  });
}

/** What the decision says to a role now; what rests on somebody's conduct is said in its case alone. */
function saidToRoles({ policy, decision, escalated, asked }: AboutTicket): Said[] {
  return decision.effects.flatMap((e): Said[] => {
    if (!("clause" in e) || e.clause === null) return [];
    const { clause } = e;
    const about = policy.clauses.find((c) => c.id === clause);
    if (!about || about.section === "conduct" || isConfidential(about, about.reads)) return [];
    const told = (to: unknown): Said[] => (typeof to === "string" && policy.roles[to] ? [{ role: to, as: "is-told", clause }] : []);
    if (e.do === "ruling") return asked.includes(clause) ? [] : [{ role: e.role, as: "decides", clause }];
    if (e.do === "notify") return e.at === undefined && e.by.includes("mail") ? told(e.to) : [];
    if (e.do === "remedies") return e.outcome["remedy"] === "tell" ? told(e.outcome["to"]) : [];
    if (e.do !== "escalations" || escalated?.clause !== clause) return [];
    const tells = e.outcome["tell"];
    return [...(policy.roles[e.key] ? [{ role: e.key, as: "takes-over" as const, clause }] : []), ...(Array.isArray(tells) ? tells.flatMap(told) : [])];
  });
}
