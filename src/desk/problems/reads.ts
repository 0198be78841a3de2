// Problems that tickets of different customers have in common (what a caller did wrong is in ../problem.ts): which there are, and what hangs on each.
import type { ProblemAnswersRow, ProblemSendsRow, ProblemsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Reader } from "../../words/leaks.ts";

/** How people call it: "P-3". */
export const problemName = (n: number): string => `P-${n}`;

/** The problem; locked until the transaction ends where it is to be changed. */
export async function problemOf(tx: Tx, id: string, lock = false): Promise<ProblemsRow | null> {
  const [row] = await tx.query<ProblemsRow>(`select * from problems where desk = troth_desk() and id = $1 ${lock ? "for update" : ""}`, [id]);
  return row ?? null;
}

/** The problem that this request named before. */
export async function problemOfEvent(tx: Tx, event: string): Promise<ProblemsRow | null> {
  const [row] = await tx.query<ProblemsRow>("select * from problems where desk = troth_desk() and event = $1", [event]);
  return row ?? null;
}

/** What a ticket hangs on; null where on none. */
export async function problemOn(tx: Tx, ticket: string): Promise<{ readonly id: string; readonly n: number } | null> {
  const [row] = await tx.query<{ id: string; n: number }>(
    "select p.id, p.n from problem_tickets h join problems p on p.desk = h.desk and p.id = h.problem where h.desk = troth_desk() and h.ticket = $1",
    [ticket],
  );
  return row ?? null;
}

/** A ticket that hangs on a problem. */
export interface HungTicket extends Reader {
  readonly id: string;
  readonly subject: string;
  readonly status: "open" | "waiting" | "closed";
  readonly joined_into: string | null;
  readonly language: string;
}

/** Those that hang on it, the first that was asked first. */
export const hungTickets = (tx: Tx, problem: string): Promise<HungTicket[]> =>
  tx.query<HungTicket>(
    `select t.id, t.number, t.subject, t.status, t.joined_into, t.language, coalesce(t.organisation, t.requester) as customer, p.name, o.name as office,
       array_remove(array[p.email, t.answer_to], null) as addresses
     from problem_tickets h join tickets t on t.desk = h.desk and t.id = h.ticket join people p on p.desk = t.desk and p.id = t.requester
     left join organisations o on o.desk = t.desk and o.id = t.organisation
     where h.desk = troth_desk() and h.problem = $1 order by t.opened_at, t.id`,
    [problem],
  );

/** The answer that this request sent before. */
export async function answerOfEvent(tx: Tx, event: string): Promise<ProblemAnswersRow | null> {
  const [row] = await tx.query<ProblemAnswersRow>("select * from problem_answers where desk = troth_desk() and event = $1", [event]);
  return row ?? null;
}

/** What was said together, the newest first. */
export const answersOf = (tx: Tx, problem: string): Promise<ProblemAnswersRow[]> =>
  tx.query<ProblemAnswersRow>("select * from problem_answers where desk = troth_desk() and problem = $1 order by made_at desc, id desc limit 100", [problem]);

/** The lines of one answer, by ticket. */
export async function sendsOf(tx: Tx, answer: string): Promise<ReadonlyMap<string, ProblemSendsRow>> {
  const rows = await tx.query<ProblemSendsRow>("select * from problem_sends where desk = troth_desk() and answer = $1", [answer]);
  return new Map(rows.map((row) => [row.ticket, row]));
}
