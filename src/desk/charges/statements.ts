// The statements of a month: one for each customer and currency with something booked, numbered without gaps, and never changed again.
import type { StatementsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";

export interface StatementLine {
  readonly ticket: string;
  readonly subject: string;
  readonly kind: string;
  readonly clause: string | null;
  readonly reason: string | null;
  readonly booked_at: number;
  readonly net: number;
  readonly taxes: readonly { name: string; rate: number; amount: { cents: number } }[];
  readonly gross: number;
  readonly currency: string;
}

/** Makes the statements of what was booked before the end of that month (`before`, epoch ms) and stands on none yet; their numbers. The desk's row is locked, so that two never share a number. */
export async function makeStatements(tx: Tx, month: string, before: number, by: string, at: number): Promise<number[]> {
  const [desk] = await tx.query<{ statements: number }>("select statements from desks where desk = troth_desk() for update");
  const groups = await tx.query<{ organisation: string | null; person: string | null; name: string; currency: string; net: number; gross: number; ids: string[] }>(
    `select c.organisation, case when c.organisation is null then c.person end as person, coalesce(o.name, min(p.name)) as name, c.currency, sum(c.net)::bigint as net, sum(c.gross)::bigint as gross, array_agg(c.id) as ids
     from charges c join people p on p.desk = c.desk and p.id = c.person left join organisations o on o.desk = c.desk and o.id = c.organisation
     where c.desk = troth_desk() and c.state = 'booked' and c.statement is null and c.booked_at < at_ms($1)
     group by c.organisation, case when c.organisation is null then c.person end, o.name, c.currency order by 3, 4`,
    [before],
  );
  let number = desk?.statements ?? 0;
  const made: number[] = [];
  for (const { ids, ...group } of groups) {
    number += 1;
    await tx.run(
      `insert into statements (desk, number, month, organisation, person, name, currency, net, gross, made_at, made_by) values (troth_desk(), $1, $2, $3, $4, $5, $6, $7, $8, at_ms($9), $10)`,
      [number, `${month}-01`, group.organisation, group.person, group.name, group.currency, group.net, group.gross, at, by],
    );
    await tx.run("update charges set statement = $1 where desk = troth_desk() and id = any ($2)", [number, ids]);
    made.push(number);
  }
  await tx.run("update desks set statements = $1 where desk = troth_desk()", [number]);
  return made;
}

/** The newest first. */
export const statementsOf = (tx: Tx): Promise<StatementsRow[]> => tx.query<StatementsRow>("select * from statements where desk = troth_desk() order by number desc limit 1000");

export async function statementOf(tx: Tx, number: number): Promise<{ readonly statement: StatementsRow; readonly lines: readonly StatementLine[] } | null> {
  const [statement] = await tx.query<StatementsRow>("select * from statements where desk = troth_desk() and number = $1", [number]);
  if (!statement) return null;
  const lines = await tx.query<StatementLine>(
    `select t.number as ticket, t.subject, c.kind, c.clause, c.reason, c.booked_at, c.net, c.taxes, c.gross, c.currency from charges c join tickets t on t.desk = c.desk and t.id = c.ticket
     where c.desk = troth_desk() and c.statement = $1 order by c.booked_at, c.id`,
    [number],
  );
  return { statement, lines };
}
