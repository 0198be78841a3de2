// Charts of the ledger over very many promises: how long a lead waits for one.
import pg from "pg";
import { DESK } from "./api.ts";
import { progress } from "./progress.ts";
import { type Row, spread } from "./row.ts";

const WEEKS = 104;
const TIMES = 200; // questions of a kind

/** Puts `count` promises that ended in the last two years beside the tickets there, and asks for the charts as the console does. */
export async function ledger(databaseUrl: string, url: string, key: string, count: number, size: number): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    progress(`writing ${count.toLocaleString("en")} promises that have ended`);
    for (let done = 0; done < count; done += 100_000) await client.query(PROMISES, [done, Math.min(done + 100_000, count), WEEKS]);
    await client.query("select recount_ledger($1)", [DESK]);
    await client.query("analyze promises, ledger_sums");
    const [sums] = (await client.query<{ n: number }>("select count(*)::int as n from ledger_sums where desk = $1", [DESK])).rows;
    const from = new Date(Date.now() - WEEKS * 7 * 86_400_000).toISOString().slice(0, 10);
    const rows: Row[] = [];
    for (const [name, query] of [
      ["by clause, thirteen weeks", "by=clause"],
      ["by week, two years", `by=week&from=${from}`],
      ["by expert, two years", `by=expert&from=${from}`],
    ] as const) {
      const times: number[] = [];
      for (let i = 0; i < TIMES; i++) {
        const start = performance.now();
        const response = await fetch(`${url}/api/${DESK}/ledger/sums?${query}`, { headers: { authorization: `Bearer ${key}` } });
        if (!response.ok) throw new Error(`the ledger answered ${response.status}`);
        await response.arrayBuffer();
        times.push(performance.now() - start);
      }
      rows.push({
        name: `ledger chart over ${count.toLocaleString("en")} promises, ${name}`,
        size,
        unit: "ms",
        ...spread(times),
        target: { value: 100, of: "p99" },
        note: `${(sums?.n ?? 0).toLocaleString("en")} rows of sums`,
      });
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** Four clauses, every expert of the desk, ten topics; nine of ten kept. */
const PROMISES = `
  with t as (select array_agg(id) as ids from (select id from tickets where desk = '${DESK}' order by id limit 2000) few),
    s as (select array_agg(id order by id) as ids from staff where desk = '${DESK}')
  insert into promises (desk, id, ticket, subject, kind, clause, policy, strength, starts, due, calendar, state, made_at, ended_at, expert, topic)
  select '${DESK}', (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 14))::uuid, t.ids[1 + i % array_length(t.ids, 1)], 'ticket',
    (array['first-answer', 'next-answer', 'solution', 'call-back'])[1 + i % 4], 'clause-' || i % 4, 1, 'must', at, at + interval '1 day', 'office', case when i % 20 = 0 then 'broken' when i % 20 = 1 then 'withdrawn' else 'kept' end,
    at, at + interval '3 hours', s.ids[1 + (i / 4) % array_length(s.ids, 1)], 'topic-' || (i / 40) % 10
  from t, s, generate_series($1::int + 1, $2::int) i, lateral (select now() - (i::bigint * 7919 % ($3::int * 7 * 86400))::float8 * interval '1 second' as at) x`;
