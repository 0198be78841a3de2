// What is said together, as rows: one line for each ticket, which a worker takes and ticks.
import { cleanJson } from "../../database/clean-text.ts";
import type { ProblemAnswersRow, ProblemSendsRow } from "../../database/rows.gen.ts";
import type { Tx, Write } from "../../database/tx.ts";
import type { Actor, FileRef } from "../event.ts";

export type SendState = "waiting" | "sent" | "asked" | "closed" | "joined" | "off" | "shielded" | "unanswered" | "failed";

export interface NewAnswerTogether {
  readonly id: string;
  readonly problem: string;
  readonly event: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly sendAs: Readonly<Record<string, string>>;
  readonly files: readonly FileRef[];
  readonly earlier: string | null;
  readonly solves: boolean;
  readonly by: Actor;
  readonly at: number;
}

export const makeAnswer = (tx: Tx, a: NewAnswerTogether): Promise<number> =>
  tx.run(
    `insert into problem_answers (desk, id, problem, event, texts, send_as, files, earlier, solves, by_kind, by_id, by_name, made_at)
     values (troth_desk(), $1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11, at_ms($12))`,
    [a.id, a.problem, a.event, cleanJson(a.texts), cleanJson(a.sendAs), cleanJson(a.files), a.earlier, a.solves, a.by.kind, a.by.id, a.by.name, a.at],
  );

export interface NewSend {
  readonly ticket: string;
  readonly message: string;
  readonly language: string | null;
  readonly state: SendState;
}

/** The lines of an answer; what is settled already is told at once. */
export const sendRows = (desk: string, answer: string, lines: readonly NewSend[], at: number): Write => ({
  table: "problem_sends",
  rows: lines.map((line) => ({ desk, answer, ...line, at: line.state === "waiting" ? null : at })),
});

/** The oldest answer that is not through, of all desks. As the owner. */
export async function unfinishedAnswer(tx: Tx): Promise<ProblemAnswersRow | null> {
  const [row] = await tx.query<ProblemAnswersRow>(
    `select a.* from problem_answers a where a.ended_at is null
     order by (select min(s.tries) from problem_sends s where s.desk = a.desk and s.answer = a.id and s.state = 'waiting') nulls first, a.made_at limit 1`,
  );
  return row ?? null;
}

/** Some tickets that wait for it; what has failed before comes last. */
export async function waitingFor(tx: Tx, answer: string): Promise<string[]> {
  const rows = await tx.query<{ ticket: string }>("select ticket from problem_sends where desk = troth_desk() and answer = $1 and state = 'waiting' order by tries, ticket limit 100", [answer]);
  return rows.map((row) => row.ticket);
}

/** The line, locked until the transaction ends, as long as it waits: whoever comes second finds it ticked. */
export async function lockSend(tx: Tx, answer: string, ticket: string): Promise<ProblemSendsRow | null> {
  const [row] = await tx.query<ProblemSendsRow>("select * from problem_sends where desk = troth_desk() and answer = $1 and ticket = $2 and state = 'waiting' for update", [answer, ticket]);
  return row ?? null;
}

export const settleSend = (tx: Tx, answer: string, ticket: string, state: SendState, at: number, why: string | null = null): Promise<number> =>
  tx.run("update problem_sends set state = $3, at = at_ms($4), why = $5 where desk = troth_desk() and answer = $1 and ticket = $2 and state = 'waiting'", [answer, ticket, state, at, why]);

/** Of one that was to close its ticket: the policy has the customer asked first. */
export const noteAsked = (tx: Tx, answer: string, ticket: string): Promise<number> =>
  tx.run(
    `update problem_sends s set state = 'asked' where s.desk = troth_desk() and s.answer = $1 and s.ticket = $2 and s.state = 'sent'
     and exists (select 1 from tickets t where t.desk = s.desk and t.id = s.ticket and t.status <> 'closed')`,
    [answer, ticket],
  );

/** One more try that failed for no reason of its own; after `most` it is given up and told. */
export const noteTry = (tx: Tx, answer: string, ticket: string, most: number, at: number): Promise<number> =>
  tx.run(
    `update problem_sends set tries = tries + 1, state = case when tries + 1 >= $3 then 'failed' else state end, at = case when tries + 1 >= $3 then at_ms($4) end
     where desk = troth_desk() and answer = $1 and ticket = $2 and state = 'waiting'`,
    [answer, ticket, most, at],
  );

/** It is through; false where something of it still waits. */
export async function endAnswer(tx: Tx, answer: string, at: number): Promise<boolean> {
  return (
    (await tx.run(
      `update problem_answers a set ended_at = at_ms($2) where a.desk = troth_desk() and a.id = $1 and a.ended_at is null
       and not exists (select 1 from problem_sends s where s.desk = a.desk and s.answer = a.id and s.state = 'waiting')`,
      [answer, at],
    )) === 1
  );
}
