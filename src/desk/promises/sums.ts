// The sums of the ledger: how many promises ended how, by week and by what they were about.
import type { Tx } from "../../database/tx.ts";

export const BY = ["clause", "kind", "week", "expert", "topic"] as const;
export type By = (typeof BY)[number];
/** Half-open weeks by their Mondays, "YYYY-MM-DD". */
export interface Between {
  readonly from: string;
  readonly to: string;
}
export interface Sum {
  readonly key: string;
  readonly kept: number;
  readonly broken: number;
  readonly withdrawn: number;
}

/** Which rows are added up, and under which key; each promise is in one row by its clause. */
const COLUMN: Readonly<Record<By, readonly [by: string, key: string]>> = {
  clause: ["clause", "key"],
  kind: ["clause", "kind"],
  week: ["clause", "week::text"],
  expert: ["expert", "key"],
  topic: ["topic", "key"],
};

/** One sum for each key, in the order of the keys. */
export function sumsBy(tx: Tx, by: By, { from, to }: Between): Promise<Sum[]> {
  const [rows, key] = COLUMN[by];
  return tx.query<Sum>(
    `select ${key} as key, coalesce(sum(n) filter (where state = 'kept'), 0)::int as kept, coalesce(sum(n) filter (where state = 'broken'), 0)::int as broken,
       coalesce(sum(n) filter (where state = 'withdrawn'), 0)::int as withdrawn
     from ledger_sums where desk = troth_desk() and by = '${rows}' and week >= $1::date and week < $2::date group by 1 order by 1`,
    [from, to],
  );
}

/** Promises that run now: how many, and how many of them are late already. */
export async function runningSum(tx: Tx, now: number): Promise<{ readonly running: number; readonly paused: number; readonly late: number }> {
  const [row] = await tx.query<{ running: number; paused: number; late: number }>(
    `select count(*) filter (where state = 'running')::int as running, count(*) filter (where state = 'paused')::int as paused, count(*) filter (where state = 'running' and due < at_ms($1))::int as late
     from promises where desk = troth_desk() and state in ('running', 'paused')`,
    [now],
  );
  return row ?? { running: 0, paused: 0, late: 0 };
}

/** Whether everybody may read the sums. */
export async function publishesSums(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ publishes: boolean }>("select publishes from desks where desk = troth_desk()");
  return row?.publishes ?? false;
}

export const publishSums = (tx: Tx, publishes: boolean): Promise<number> => tx.run("update desks set publishes = $1 where desk = troth_desk()", [publishes]);
