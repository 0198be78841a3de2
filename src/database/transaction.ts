// One transaction: begun with its first query, committed or rolled back as a whole, tried again where two collided.
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Duplex } from "node:stream";
import type { Pool, PoolClient, QueryConfig, QueryResult } from "pg";
import { cleanParameter } from "./clean-text.ts";
import type { ColumnTypes } from "./column-types.ts";
import { nameTrouble } from "./name-trouble.ts";
import type { Tx, TransactionOptions } from "./tx.ts";
import { writeStatement } from "./write-all.ts";

/** What a transaction runs on. */
export interface Ground {
  readonly pool: Pool;
  readonly columnTypes: ColumnTypes;
  /** Told of what fails after the commit, when the caller's answer no longer depends on it. */
  readonly fault: (error: unknown) => void;
}

const RETRIES = 5;

/** Runs `work` between BEGIN (with `settings`, SQL that ends with a semicolon) and COMMIT. Throws what `work` throws, or Trouble. */
export async function transaction<T>(ground: Ground, settings: string, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const after: (() => void | Promise<void>)[] = [];
    try {
      const result = await once(ground, settings, work, options, after);
      for (const act of options.rollback ? [] : after) await Promise.resolve().then(act).catch(ground.fault);
      return result;
    } catch (error) {
      if (!options.retry || attempt > RETRIES || !isCollision(error)) throw nameTrouble(error) ?? error;
      await wait(attempt * 5);
    }
  }
}

async function once<T>(ground: Ground, settings: string, work: (tx: Tx) => Promise<T>, options: TransactionOptions, after: (() => void | Promise<void>)[]): Promise<T> {
  const client = await ground.pool.connect();
  let broken: Error | undefined;
  const last: Promise<unknown>[] = [];
  try {
    try {
      // Not awaited: it travels with the first query. A failure shows below, and every query behind it fails too.
      last.push(together(client, `${options.readOnly ? "BEGIN READ ONLY" : "BEGIN"};${settings}`));
      last[0]?.catch(() => undefined);
      const result = await work(handle(client, ground.columnTypes, after, last));
      await Promise.all([...last, end(client, options.rollback === true)]);
      return result;
    } catch (thrown) {
      const error = isAborted(thrown) ? await firstFault(last, thrown) : thrown;
      await client.query("ROLLBACK").catch((lost: Error) => (broken = lost));
      throw error;
    }
  } finally {
    client.release(broken); // a broken connection leaves the pool
  }
}

async function end(client: PoolClient, rollback: boolean): Promise<void> {
  const { command } = await together(client, rollback ? "ROLLBACK" : "COMMIT");
  // PostgreSQL answers ROLLBACK to a COMMIT when a query had failed and somebody swallowed its error.
  if (!rollback && command !== "COMMIT") throw new Error("the transaction was rolled back: a query in it failed and its error was not passed on");
}

/** Queries of one turn of the event loop leave in one write: the system call costs more than what it sends. */
function together(client: PoolClient, query: string | QueryConfig): Promise<QueryResult> {
  const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Duplex } }).connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return client.query(query);
}

function handle(client: PoolClient, types: ColumnTypes, after: (() => void | Promise<void>)[], last: Promise<unknown>[]): Tx {
  const send = (sql: string, params: readonly unknown[]): Promise<QueryResult> => together(client, { name: nameOf(sql), text: sql, values: params.map(cleanParameter) });
  const sendLast = (sql: string, params: readonly unknown[]): void => {
    const sent = send(sql, params);
    sent.catch(() => undefined); // heard where the transaction ends
    last.push(sent);
  };
  return {
    query: async (sql, params = []) => (await send(sql, params)).rows,
    run: async (sql, params = []) => (await send(sql, params)).rowCount ?? 0,
    async writeAll(writes) {
      const statement = writeStatement(writes, types);
      if (statement) await send(statement.sql, statement.params);
    },
    writeLast(writes) {
      const statement = writeStatement(writes, types);
      if (statement) sendLast(statement.sql, statement.params);
    },
    runLast: (sql, params = []) => sendLast(sql, params),
    afterCommit: (act) => void after.push(act),
  };
}

const names = new Map<string, string>();
const MOST_NAMES = 2_000;

/** A prepared statement's name, the same for the same text. Text put together without end would fill the server: past a bound it is not prepared. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash("sha1").update(sql).digest("base64url");
  names.set(sql, name);
  return name;
}

/**
 * Serialization failure or deadlock (SQLSTATE class 40), or a row that another put there meanwhile (23505): nothing has happened, and a second
 * try, which sees it, may well succeed.
 */
function isCollision(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01" || error.code === "23505");
}

/** A query after one that had failed (25P02): it says nothing of why. */
const isAborted = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "25P02";

/** Why: the first of what was sent without being waited for that failed. */
async function firstFault(sent: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  for (const result of await Promise.allSettled(sent)) if (result.status === "rejected" && !isAborted(result.reason)) return result.reason;
  return otherwise;
}
