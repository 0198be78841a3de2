// A customer's open tickets with what identifies each: kept when it was asked, so that looking for duplicates reads no words again.
import type { Tx } from "../../database/tx.ts";
import { ALIKE, CERTAIN, EVIDENCE, likeness, type Marks, marksOf, marksWith, type Policy, textMarks } from "../../policy/index.ts";

const LOOKED_AT = 100; // of the customer's open tickets, the newest

export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly requester: string;
  readonly organisation: string | null;
  readonly name: string;
  readonly opened_at: number;
  readonly topic: string | null;
  readonly claims: Record<string, unknown>;
  readonly findings: Record<string, unknown>;
  readonly files: readonly string[];
  readonly language: string;
  readonly marks: readonly string[] | null; // null: asked before marks were kept
  readonly topics: readonly string[] | null;
  readonly words: readonly string[] | null;
  readonly text: string | null; // of such a one
}

/** Those of tickets `t` that `more` names, the newest first. */
export const candidates = (tx: Tx, more: string, params: readonly unknown[]): Promise<Candidate[]> =>
  tx.query<Candidate>(
    `select t.id, t.number, t.subject, t.requester, t.organisation, p.name, t.opened_at, coalesce(t.findings->>'topic', t.claims->>'topic') as topic, t.claims, t.findings,
       coalesce(k.language, t.language) as language, k.marks, k.topics, k.words,
       case when k.ticket is null then (select left(m.text, 800) from messages m where m.desk = t.desk and m.ticket = t.id order by m.at, m.id limit 1) end as text,
       array(select f.sha from files f where f.desk = t.desk and f.ticket = t.id limit 50) as files
     from tickets t join people p on p.desk = t.desk and p.id = t.requester left join ticket_marks k on k.desk = t.desk and k.ticket = t.id
     where t.desk = troth_desk() and t.status <> 'closed' and ${more} order by t.opened_at desc limit ${LOOKED_AT}`,
    params,
  );

/** What identifies it now. */
export function marksOfTicket(policy: Policy, c: Candidate): Marks {
  const facts = { ...c.claims, ...c.findings };
  const { topic, files, language } = c;
  if (c.marks && c.topics && c.words) return marksWith({ language, marks: c.marks, topics: c.topics, words: c.words }, { topic, files, facts });
  return marksOf(policy, { text: `${c.subject}\n${c.text ?? ""}`, language, topic, files, facts });
}

/** The row of a request that is being asked. */
export function marksRow(policy: Policy, desk: string, ticket: string, asked: { readonly subject: string; readonly text: string; readonly language: string }) {
  const { language, marks, topics, words } = textMarks(policy, `${asked.subject}\n${asked.text}`, asked.language);
  return { desk, ticket, language, marks: [...marks], topics: [...topics], words: [...words] };
}

export interface Duplicate {
  /** As the policy's fact has it. */
  readonly is: "none" | "same-person" | "same-customer";
  /** The ticket that the same person's request repeats beyond doubt: in one language. */
  readonly of: { readonly id: string; readonly number: string } | null;
}

interface Asked {
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly topic: string | null;
  readonly files: readonly string[];
}

/** Whether what is asked was asked already, by the same person or by their office where they may see its tickets. What is less than certain is for a person to join. */
export async function duplicateOf(tx: Tx, policy: Policy, person: { readonly id: string; readonly organisation: string | null; readonly sees: string }, asked: Asked): Promise<Duplicate> {
  if (asked.text.trim().length < 8 && asked.files.length === 0) return { is: "none", of: null };
  const office = person.organisation !== null && person.sees === "office";
  const found = await candidates(tx, `(t.requester = $1::uuid${office ? " or t.organisation = $2::uuid" : ""})`, office ? [person.id, person.organisation] : [person.id]);
  const own = marksOf(policy, { text: `${asked.subject}\n${asked.text}`, language: asked.language, topic: asked.topic, files: asked.files });
  const alike = found
    .map((c) => ({ c, ...likeness(own, marksOfTicket(policy, c)) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  const sure = alike.find(({ c, score, evidence }) => c.requester === person.id && c.language === asked.language && score >= CERTAIN && evidence >= EVIDENCE);
  if (sure) return { is: "same-person", of: { id: sure.c.id, number: sure.c.number } };
  return { is: alike.length > 0 ? "same-customer" : "none", of: null };
}
