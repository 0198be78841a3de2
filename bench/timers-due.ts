// Promises that come due at once: so many timers fall into one minute, and how late each rings on a server that does nothing else.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { DESK } from "./api.ts";
import { progress } from "./progress.ts";
import { type Row, spread } from "./row.ts";

const MINUTE = 60_000;
const AHEAD = 15_000; // ms for writing them down
const LONGEST = 10 * MINUTE; // after the minute

/** Makes running promises of `count` tickets whose limits lie evenly in one minute from now, and waits until all have been rung. */
export async function timersDue(databaseUrl: string, count: number, size: number): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const from = Date.now() + AHEAD;
    await client.query("begin");
    for (const statement of PROMISES) await client.query(statement, statement.includes("$1") ? [count, from, MINUTE / count] : []);
    await client.query("commit");
    if (Date.now() > from) throw new Error("writing the timers down took longer than they lie ahead");
    progress(`${count.toLocaleString("en")} promises come due within one minute`);
    const rung = async (): Promise<number> => (await client.query<{ n: number }>("select count(*)::int as n from events e join bench_due d on e.desk = $1 and e.id = d.event", [DESK])).rows[0]?.n ?? 0;
    let n = 0;
    for (const end = from + MINUTE + LONGEST; n < count && Date.now() < end; n = await rung()) await wait(1_000);
    const { rows } = await client.query<{ late: number; state: string }>(
      "select (extract(epoch from e.at - d.at) * 1000)::float as late, p.state from bench_due d join events e on e.desk = $1 and e.id = d.event join promises p on p.desk = $1 and p.ticket = d.ticket and p.kind = d.kind",
      [DESK],
    );
    const times = rows.map(({ late }) => late);
    const broken = rows.filter(({ state }) => state === "broken").length;
    const last = Math.max(...times);
    const note = `${rows.length} of ${count} rang, each once; ${broken} promises broken; the middle one ${spread(times).value.toFixed(0)} ms late`;
    return [{ name: `${count.toLocaleString("en")} promises due within one minute: how late the last rings`, size, unit: "ms", value: last, p99: spread(times).p99, target: { value: 5_000 }, note }];
  } finally {
    await client.end();
  }
}

/** The first promises of so many tickets begin anew and come due one after the other. */
const PROMISES = [
  `create temp table bench_due as select t.id as ticket, p.id as promise, p.kind, at, 'timer:' || t.id || ':promise:ticket/' || p.kind || ':' || (extract(epoch from at) * 1000)::bigint as event
    from (select t.id, date_trunc('milliseconds', to_timestamp(($2::float + row_number() over () * $3::float) / 1000)) as at
      from tickets t where t.desk = '${DESK}' and exists (select 1 from promises p where p.desk = t.desk and p.ticket = t.id) order by t.id limit $1) t
    cross join lateral (select id, kind from promises where desk = '${DESK}' and ticket = t.id order by id limit 1) p`,
  `update tickets t set status = 'open', closed_at = null, outcome = null from bench_due d where t.desk = '${DESK}' and t.id = d.ticket and t.status <> 'open'`,
  `update promises p set state = 'withdrawn' from bench_due d where p.desk = '${DESK}' and p.ticket = d.ticket and p.state in ('running', 'paused')`,
  `update promises p set state = 'running', ended_at = null, due = d.at from bench_due d where p.desk = '${DESK}' and p.id = d.promise`,
  `delete from timers t using bench_due d where t.desk = '${DESK}' and t.ticket = d.ticket`,
  `insert into timers (desk, ticket, key, at, moment, about) select '${DESK}', ticket, 'promise:ticket/' || kind, at, 'promise-ended', 'ticket/' || kind from bench_due`,
];
