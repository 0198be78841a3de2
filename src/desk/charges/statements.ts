// The statements of a month: one for each customer and currency with something booked, numbered without gaps, and never changed again.
import type { StatementsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { wordsIn } from "../../words/slots.ts";
import type { PersonViewer } from "../viewer.ts";

/** The head of a statement's document, as things were when it was made. */
export interface StatementHead {
  readonly lang: string;
  readonly zone: string;
  readonly desk: { readonly name: string; readonly address: string; readonly phone: string | null };
  readonly customer: { readonly name: string; readonly country: string | null; readonly vatNumber: string | null };
}

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

interface Group {
  readonly organisation: string | null;
  readonly person: string | null;
  readonly name: string;
  readonly currency: string;
  readonly net: number;
  readonly gross: number;
  readonly ids: string[];
  readonly language: string | null;
  readonly zone: string | null;
  readonly country: string | null;
  readonly vat_number: string | null;
}
/** Whole cents; `charges` are the ids of what it lists. */
export interface MadeStatement {
  readonly number: number;
  readonly month: string;
  readonly organisation: string | null;
  readonly person: string | null;
  readonly name: string;
  readonly currency: string;
  readonly net: number;
  readonly gross: number;
  readonly charges: readonly string[];
}
export interface MonthOver {
  readonly month: string; // "2026-03"
  readonly before: number; // its end, epoch ms
  readonly policy: Policy;
  readonly by: string;
  readonly at: number;
}

/** Makes the statements of what was booked before the end of that month and stands on none yet. The desk's row is locked, so that two never share a number. */
export async function makeStatements(tx: Tx, { month, before, policy, by, at }: MonthOver): Promise<MadeStatement[]> {
  const [desk] = await tx.query<{ statements: number }>("select statements from desks where desk = troth_desk() for update");
  const groups = await tx.query<Group>(
    `select c.organisation, case when c.organisation is null then c.person end as person, coalesce(o.name, min(p.name)) as name, c.currency, sum(c.net)::bigint as net, sum(c.gross)::bigint as gross, array_agg(c.id) as ids,
       coalesce(o.language, min(p.language)) as language, coalesce(o.zone, min(p.zone)) as zone, o.country, o.vat_number
     from charges c join people p on p.desk = c.desk and p.id = c.person left join organisations o on o.desk = c.desk and o.id = c.organisation
     where c.desk = troth_desk() and c.state = 'booked' and c.statement is null and c.booked_at < at_ms($1)
     group by c.organisation, case when c.organisation is null then c.person end, o.name, c.currency, o.language, o.zone, o.country, o.vat_number order by 3, 4`,
    [before],
  );
  let number = desk?.statements ?? 0;
  const made: MadeStatement[] = [];
  for (const { ids, ...group } of groups) {
    number += 1;
    await tx.run(
      `insert into statements (desk, number, month, organisation, person, name, currency, net, gross, made_at, made_by, head) values (troth_desk(), $1, $2, $3, $4, $5, $6, $7, $8, at_ms($9), $10, $11)`,
      [number, `${month}-01`, group.organisation, group.person, group.name, group.currency, group.net, group.gross, at, by, headOf(group, policy)],
    );
    await tx.run("update charges set statement = $1 where desk = troth_desk() and id = any ($2)", [number, ids]);
    made.push({ number, month, organisation: group.organisation, person: group.person, name: group.name, currency: group.currency, net: group.net, gross: group.gross, charges: ids });
  }
  await tx.run("update desks set statements = $1 where desk = troth_desk()", [number]);
  return made;
}

function headOf({ name, language, zone, country, vat_number }: Omit<Group, "ids">, { desk }: Policy): StatementHead {
  const lang = chooseLanguage([language, ...desk.languages], ["en", "fr", "it", "ro", ...desk.languages]);
  return {
    lang,
    zone: zone ?? desk.zone,
    desk: { name: wordsIn(desk.name, lang), address: desk.address, phone: desk.phone ?? null },
    customer: { name, country, vatNumber: vat_number },
  };
}

/** Of a customer's people: those of their office, or, without one, their own. Whoever sees only their own tickets sees no statement of the office. Null: of nobody. */
function ownedBy(viewer: PersonViewer | null): { readonly sql: string; readonly params: readonly string[] } {
  if (viewer === null) return { sql: "true", params: [] };
  if (viewer.organisation === null) return { sql: "person = $1::uuid", params: [viewer.id] };
  return viewer.sees === "office" ? { sql: "organisation = $1::uuid", params: [viewer.organisation] } : { sql: "false", params: [] };
}

/** The newest first; for a customer, theirs. */
export function statementsOf(tx: Tx, viewer: PersonViewer | null): Promise<StatementsRow[]> {
  const { sql, params } = ownedBy(viewer);
  return tx.query<StatementsRow>(`select * from statements where desk = troth_desk() and ${sql} order by number desc limit 1000`, [...params]);
}

/** With its lines, the oldest first; null where there is none, or where it is not the viewer's. */
export async function statementOf(tx: Tx, number: number, viewer: PersonViewer | null): Promise<{ readonly statement: StatementsRow; readonly lines: readonly StatementLine[] } | null> {
  const { sql, params } = ownedBy(viewer);
  const [statement] = await tx.query<StatementsRow>(`select * from statements where desk = troth_desk() and ${sql} and number = $${params.length + 1}`, [...params, number]);
  if (!statement) return null;
  const lines = await tx.query<StatementLine>(
    `select t.number as ticket, t.subject, c.kind, c.clause, c.reason, c.booked_at, c.net, c.taxes, c.gross, c.currency from charges c join tickets t on t.desk = c.desk and t.id = c.ticket
     where c.desk = troth_desk() and c.statement = $1 order by c.booked_at, c.id`,
    [number],
  );
  return { statement, lines };
}
