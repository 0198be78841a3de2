// A pool of connections, all with our types, our limits and UTC.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { typeParsers } from "./type-parsers.ts";

/** Limits that turn a hang into an error: waiting for a connection, for a lock, for a query, in an abandoned transaction. */
const LIMITS = { connectionTimeoutMillis: 10_000, lock_timeout: 15_000, statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 };

export interface OpenPool {
  readonly pool: pg.Pool;
  /** Waits for running work and until every connection is gone. */
  close(): Promise<void>;
}

/** A pool on `url` with at most `connections`. Lost idle connections are replaced, and `fault` hears of them. */
export function openPool(url: string, connections: number, fault: (error: unknown) => void): OpenPool {
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max: connections,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    types: typeParsers,
    options: "-c TimeZone=UTC -c DateStyle=ISO -c plan_cache_mode=force_generic_plan", // each statement is planned once per connection
    application_name: "troth",
    pipeline: true, // a query is sent without waiting for the answer to the one before: BEGIN costs no round trip of its own
    ...LIMITS,
  };
  const pool = new pg.Pool(config);
  let open = 0;
  let closing = false;
  let gone = (): void => undefined;
  pool.on("error", (error) => {
    if (!closing) fault(error); // without a listener it would end the process
  });
  pool.on("connect", (client) => {
    open += 1;
    client.on("error", () => undefined); // lost in the middle of work: the work's own query fails, and nobody else need end
  });
  pool.on("remove", () => {
    open -= 1;
    if (open === 0) gone();
  });
  return {
    pool,
    async close() {
      closing = true;
      const allGone = new Promise<void>((resolve) => (gone = resolve));
      await pool.end(); // resolves while the last connections still say goodbye
      if (open > 0) await Promise.race([allGone, wait(2_000, undefined, { ref: false })]);
    },
  };
}
