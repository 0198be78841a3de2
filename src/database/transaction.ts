// One transaction: begun with its first query, committed or rolled back as a whole, tried again where two collided.
import { setTimeout as wait } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { ColumnTypes } from "./column-types.ts";
import { nameTrouble } from "./name-trouble.ts";
import { send, sendText } from "./send.ts";
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
  let leaving: Promise<void> | undefined; // what was only read is answered while the server still ends it
  const lost = (error: Error): void => {
    broken = error;
    ground.fault(error);
  };
  const last: Promise<unknown>[] = [];
  const state = { ended: false };
  try {
    try {
      // Not awaited: it travels with the first query. A failure shows below, and every query behind it fails too.
      last.push(sendText(client, `${options.readOnly ? "BEGIN READ ONLY" : "BEGIN"};${settings}`));
      last[0]?.catch(() => undefined);
      const result = await work(handle(client, ground.columnTypes, after, last, state));
      state.ended = true;
      const ended = Promise.all([...last, end(client, options.rollback === true)]);
      if (options.readOnly) leaving = ended.then(() => undefined, lost);
      else await ended;
      return result;
    } catch (thrown) {
      state.ended = true;
      const error = isAborted(thrown) ? await firstFault(last, thrown) : thrown;
      await client.query("ROLLBACK").catch((gone: Error) => (broken = gone));
      throw error;
    }
  } finally {
    const release = (): void => client.release(broken); // a broken connection leaves the pool
    if (leaving) void leaving.then(release);
    else release();
  }
}

async function end(client: PoolClient, rollback: boolean): Promise<void> {
  const { command } = await sendText(client, rollback ? "ROLLBACK" : "COMMIT");
  // PostgreSQL answers ROLLBACK to a COMMIT when a query had failed and somebody swallowed its error.
  if (!rollback && command !== "COMMIT") throw new Error("the transaction was rolled back: a query in it failed and its error was not passed on");
}

/** Once it has ended nothing more is sent: where one part of the work fails another may still be at its own, and the connection is somebody else's by then. */
function handle(client: PoolClient, types: ColumnTypes, after: (() => void | Promise<void>)[], last: Promise<unknown>[], state: { readonly ended: boolean }): Tx {
  const ask = (sql: string, params: readonly unknown[]): ReturnType<typeof send> => {
    if (state.ended) throw new Error("the transaction has ended: a part of its work went on after another had failed, or was not waited for");
    return send(client, sql, params);
  };
  const sendLast = (sql: string, params: readonly unknown[]): void => {
    const sent = ask(sql, params);
    sent.catch(() => undefined); // heard where the transaction ends
    last.push(sent);
  };
  return {
    shared: false,
    query: async (sql, params = []) => (await ask(sql, params)).rows,
    run: async (sql, params = []) => (await ask(sql, params)).rowCount ?? 0,
    async writeAll(writes) {
      const statement = writeStatement(writes, types);
      if (statement) await ask(statement.sql, statement.params);
    },
    writeLast(writes) {
      const statement = writeStatement(writes, types);
      if (statement) sendLast(statement.sql, statement.params);
    },
    runLast: (sql, params = []) => sendLast(sql, params),
    afterCommit: (act) => void after.push(act),
  };
}

/**
 * Serialization failure or deadlock (SQLSTATE class 40), or a row that another put there meanwhile (23505): nothing has happened, and a second
 * try, which sees it, may well succeed.
 */
export function isCollision(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "40001" || error.code === "40P01" || error.code === "23505");
}

/** A query after one that had failed (25P02): it says nothing of why. */
export const isAborted = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "25P02";

/** Why: the first of what was sent without being waited for that failed. */
async function firstFault(sent: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  for (const result of await Promise.allSettled(sent)) if (result.status === "rejected" && !isAborted(result.reason)) return result.reason;
  return otherwise;
}
