// Writing problems: named, worded anew, solved; what hangs on them; and what happened to one beside its tickets.
import { cleanJson } from "../../database/clean-text.ts";
import type { Tx } from "../../database/tx.ts";
import type { Actor } from "../event.ts";

export interface NewProblem {
  readonly id: string;
  readonly event: string;
  readonly title: string;
  readonly known: string;
  readonly at: number;
  readonly by: string;
}

/** Its number is the next of the desk; two at once collide, and the second is tried again. */
export async function makeProblem(tx: Tx, p: NewProblem): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `insert into problems (desk, id, n, event, title, known, made_at, made_by)
     select troth_desk(), $1, coalesce((select max(n) from problems where desk = troth_desk()), 0) + 1, $2, $3, $4, at_ms($5), $6 returning n`,
    [p.id, p.event, p.title, p.known, p.at, p.by],
  );
  return row!.n;
}

export const wordProblem = (tx: Tx, id: string, words: { readonly title: string; readonly known: string }): Promise<number> =>
  tx.run("update problems set title = $2, known = $3, revision = revision + 1 where desk = troth_desk() and id = $1", [id, words.title, words.known]);

/** Solved by somebody, or, with null, open again. */
export const setSolved = (tx: Tx, id: string, by: string | null, at: number): Promise<number> =>
  tx.run(
    `update problems set state = case when $2::text is null then 'open' else 'solved' end, solved_by = $2, solved_at = case when $2 is null then null else at_ms($3) end, revision = revision + 1
     where desk = troth_desk() and id = $1`,
    [id, by, at],
  );

export const dropProblem = (tx: Tx, id: string): Promise<number> => tx.run("delete from problems where desk = troth_desk() and id = $1", [id]);

export const hang = (tx: Tx, h: { readonly problem: string; readonly ticket: string; readonly at: number; readonly by: string }): Promise<number> =>
  tx.run("insert into problem_tickets (desk, ticket, problem, at, by_name) values (troth_desk(), $1, $2, at_ms($3), $4)", [h.ticket, h.problem, h.at, h.by]);

export const takeDown = (tx: Tx, problem: string, ticket: string): Promise<number> =>
  tx.run("delete from problem_tickets where desk = troth_desk() and problem = $1 and ticket = $2", [problem, ticket]);

/** Keeps in the desk's history what happened to the problem itself: it is on no ticket, and who watches reads it again. */
export const noteProblem = (tx: Tx, e: { readonly id: string; readonly by: Actor; readonly at: number; readonly problem: string; readonly did: string }): Promise<number> =>
  tx.run(`insert into events (desk, id, kind, by_kind, by_id, at, detail) values (troth_desk(), $1, 'problem', $2, $3, at_ms($4), $5::jsonb) on conflict (desk, id) do nothing`, [
    e.id,
    e.by.kind,
    e.by.id,
    e.at,
    cleanJson({ problem: e.problem, did: e.did }),
  ]);
