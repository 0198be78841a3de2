// What was refused: nothing of it disappears. Counted by the clause that refused, with how much was contested and how much was reversed, and by whom.
import { instantIso } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { clauseOf, clauseWords } from "./shown-reason.ts";

const MOST = 200; // tickets that are listed

interface Row {
  readonly clause: string;
  readonly number: string;
  readonly subject: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly at: number;
  readonly refused: boolean;
  readonly contested: boolean;
  readonly reversed_at: number | null;
  readonly reversed_by: string | null;
}

/** The first refusal of each ticket since `from` (epoch ms), and what became of it. A person who reversed it is named; else the record or the customer's own word did. */
const REFUSALS = `
  with first as (
    select distinct on (d.ticket) d.ticket, d.at, e.value->>'clause' as clause from decisions d, jsonb_array_elements(d.effects) e
    where d.desk = troth_desk() and d.at >= at_ms($1) and d.moment <> 'preview' and d.effects @> '[{"do": "refuse"}]' and e.value->>'do' = 'refuse' order by d.ticket, d.at, d.id)
  select f.clause, t.number, t.subject, p.name, o.name as organisation, f.at, t.refused,
    exists (select 1 from events v where v.desk = t.desk and v.ticket = t.id and v.kind = 'claim' and v.at >= f.at) as contested,
    r.at as reversed_at, r.name as reversed_by
  from first f join tickets t on t.desk = troth_desk() and t.id = f.ticket
  join people p on p.desk = t.desk and p.id = t.requester
  left join organisations o on o.desk = t.desk and o.id = t.organisation
  left join lateral (
    select d.at, s.name from decisions d join events v on v.desk = d.desk and v.id = d.event left join staff s on s.desk = v.desk and v.by_kind = 'staff' and s.id::text = v.by_id
    where not t.refused and d.desk = t.desk and d.ticket = t.id and d.at > f.at and d.results ?| array['scope', 'entitlement'] and not d.effects @> '[{"do": "refuse"}]' order by d.at, d.id limit 1) r on true
  order by f.at desc`;

/** Sums by clause, the most frequent first, and the newest tickets. */
export async function refusals(look: Look, from: number) {
  const [{ policy }, rows] = await Promise.all([policyNow(look), look.tx.query<Row>(REFUSALS, [from])]);
  const { lang, base } = readerOf(look, policy);
  const words = (id: string) => {
    const clause = clauseOf(policy, id);
    return clause ? clauseWords(policy, clause, lang, base) : null; // a clause of an earlier version
  };
  const sums = [...new Set(rows.map((r) => r.clause))].map((id) => {
    const of = rows.filter((r) => r.clause === id);
    const standing = of.filter((r) => r.refused).length;
    return { clause: id, shown: words(id), refused: of.length, standing, contested: of.filter((r) => r.contested).length, reversed: of.length - standing };
  });
  return {
    from: instantIso(from),
    sums: sums.sort((a, b) => b.refused - a.refused || (a.clause < b.clause ? -1 : 1)),
    tickets: rows.slice(0, MOST).map((r) => ({
      clause: r.clause,
      number: r.number,
      subject: r.subject,
      requester: r.name,
      organisation: r.organisation,
      at: instantIso(r.at),
      standing: r.refused,
      contested: r.contested,
      reversedAt: r.reversed_at === null ? null : instantIso(r.reversed_at),
      reversedBy: r.reversed_by,
    })),
  };
}
