// Problems as lines of a list: how many tickets hang on each, of how many customers, in which languages, and what is due next.
import type { ProblemsRow } from "../../database/rows.gen.ts";
import { problemName } from "../problems/reads.ts";
import { rightsOn } from "../viewer.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import type { Look } from "./reader-of.ts";

export type ProblemLine = ProblemsRow & {
  readonly tickets: number;
  readonly open: number;
  readonly customers: number;
  readonly languages: readonly string[];
  readonly due: number | null;
  readonly busy: boolean;
};

/** Those that `chosen` says; of the tickets only what the viewer may see counts. Parameters of `chosen` begin at `from`. */
export function problemLines(look: Look, chosen: string, params: (from: number) => readonly unknown[]): Promise<ProblemLine[]> {
  const rights = rightsOn(look.viewer, 1);
  return look.tx.query<ProblemLine>(
    `select p.*, h.tickets, h.open, h.customers, h.languages, h.due,
       exists (select 1 from problem_answers a where a.desk = p.desk and a.problem = p.id and a.ended_at is null) as busy
     from problems p left join lateral (
       select count(*)::int as tickets, count(*) filter (where live)::int as open, count(distinct customer) filter (where live)::int as customers,
         coalesce(array_agg(distinct language) filter (where live), '{}') as languages, min(due) filter (where live) as due
       from (select t.status <> 'closed' and t.joined_into is null as live, coalesce(t.organisation, t.requester) as customer, t.language,
           (select min(coalesce(d.due, d.goal)) from promises d where d.desk = t.desk and d.ticket = t.id and d.state = 'running') as due
         from problem_tickets g join tickets t on t.desk = g.desk and t.id = g.ticket where g.desk = p.desk and g.problem = p.id and ${rights.sql}) each) h on true
     where p.desk = troth_desk() and ${chosen}`,
    [...rights.params, ...params(rights.params.length + 1)],
  );
}

export const problemSummary = (p: ProblemLine) => ({
  id: p.id,
  number: problemName(p.n),
  title: p.title,
  state: p.state as "open" | "solved",
  tickets: p.tickets,
  open: p.open,
  customers: p.customers,
  languages: [...p.languages].sort(),
  due: instantIsoOrNull(p.due),
  sending: p.busy,
  madeAt: instantIso(p.made_at),
  madeBy: p.made_by,
  solvedAt: instantIsoOrNull(p.solved_at),
  solvedBy: p.solved_by,
  revision: p.revision,
});

/** A page of them, the newest first. */
export async function problemPage(look: Look, wanted: { readonly state: "open" | "solved" | "all"; readonly limit: number; readonly cursor?: string | undefined }) {
  const [before] = readCursor(wanted.cursor, ["whole"]) ?? [null];
  const of = rightsOn(look.viewer, 1).params.length;
  const rows = await problemLines(look, `($${of + 1} = 'all' or p.state = $${of + 1}) and ($${of + 2}::integer is null or p.n < $${of + 2}) order by p.n desc limit $${of + 3}`, () => [
    wanted.state,
    before,
    wanted.limit + 1,
  ]);
  return pageFrom(rows, wanted.limit, problemSummary, (row) => [row.n]);
}
