// How long the question "has this been asked already?" takes in a full desk, for offices with few and with very many open tickets.
import pg from "pg";
import { DESK } from "./api.ts";
import { progress } from "./progress.ts";
import { type Row, spread } from "./row.ts";

const TIMES = 300;
const WARM = 200; // as for pages

/** Asks it of the tickets there, as the console does when one is opened. */
export async function similarFound(databaseUrl: string, url: string, key: string, size: number): Promise<Row[]> {
  progress("looking for duplicates");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: some } = await client.query<{ number: string }>("select number from tickets where desk = $1 and status <> 'closed' order by md5(id::text) limit $2", [DESK, TIMES]);
    const {
      rows: [most],
    } = await client.query<{ n: number }>(
      "select count(*)::int as n from tickets where desk = $1 and status <> 'closed' group by organisation, case when organisation is null then requester end order by 1 desc limit 1",
      [DESK],
    );
    const once = async (number: string): Promise<number> => {
      const start = performance.now();
      const response = await fetch(`${url}/api/${DESK}/tickets/${number}/similar`, { headers: { authorization: `Bearer ${key}` } });
      if (!response.ok) throw new Error(`the search for duplicates answered ${response.status}`);
      await response.arrayBuffer();
      return performance.now() - start;
    };
    for (const { number } of some.slice(0, WARM)) await once(number);
    const times: number[] = [];
    for (const { number } of some) times.push(await once(number));
    return [
      {
        name: "duplicate check",
        size,
        unit: "ms",
        ...spread(times),
        target: { value: 50, of: "p99" },
        note: `the fullest office has ${(most?.n ?? 0).toLocaleString("en")} open tickets; the newest 100 are held against it`,
      },
    ];
  } finally {
    await client.end();
  }
}
