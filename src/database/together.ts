// Work of one desk that comes at once shares a transaction: one BEGIN, one statement for all their rows, one COMMIT that is on disk.
import type { PoolClient } from "pg";
import { isLost } from "./name-trouble.ts";
import { send, sendText } from "./send.ts";
import { type Ground, transaction } from "./transaction.ts";
import type { Tx, Write } from "./tx.ts";
import { writeStatement } from "./write-all.ts";

type Work<T> = (tx: Tx) => Promise<T>;

interface Waiting {
  readonly work: Work<unknown>;
  readonly turn: string | undefined;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** What one of them has left in the shared transaction. */
interface Part {
  readonly writes: Write[];
  readonly last: (readonly [sql: string, params: readonly unknown[]])[];
  readonly after: (() => void | Promise<void>)[];
  touched: boolean; // it has written something already
  over: boolean; // it was taken out: what it still asks is not heard
  ended: boolean; // its work has: what a part of it still asks neither
}

/** Transactions of one desk that are under way together: while one is written to disk the next is decided. */
const UNDER_WAY = 2;
const MOST = 32;
const LOCKS = /\bfor (?:no key )?update\b|pg_advisory_xact_lock\(/i;

/** Taken out of a shared transaction: it wants something that only a transaction of its own can give. */
class Alone extends Error {}

/**
 * Runs `work` with whatever else comes for the same `settings` while the database is busy. To each it is as if it were alone and at the same
 * time as the others: it does not see their rows. One that takes a lock, reads what it has just written, or fails, is taken out and runs by
 * itself; where it has left something in the transaction already, or the whole fails, all run by themselves. Throws what `work` throws.
 * Works of the same `turn` run one behind the other, in the order in which they came, and each sees what those before it wrote.
 */
export function togetherOn(ground: Ground): <T>(settings: string, work: Work<T>, turn?: string) => Promise<T> {
  const lines = new Map<string, { waiting: Waiting[]; busy: number; called: boolean }>();
  const turns = new Set<string>(); // under way

  /** Those whose turn it is; the others go on waiting. */
  function taken(line: { waiting: Waiting[] }): Waiting[] {
    const batch: Waiting[] = [];
    line.waiting = line.waiting.filter((one) => {
      if (batch.length === MOST || (one.turn !== undefined && turns.has(one.turn))) return true;
      if (one.turn !== undefined) turns.add(one.turn);
      batch.push(one);
      return false;
    });
    return batch;
  }

  function next(settings: string): void {
    const line = lines.get(settings);
    if (!line || line.busy >= UNDER_WAY) return;
    const batch = taken(line);
    if (batch.length === 0) return void (line.busy === 0 && line.waiting.length === 0 && lines.delete(settings));
    line.busy += 1;
    if (line.waiting.length > 0) soon(settings);
    void (batch.length === 1 ? alone(ground, settings, batch[0]!) : all(ground, settings, batch)).finally(() => {
      line.busy -= 1;
      for (const { turn } of batch) if (turn !== undefined) turns.delete(turn);
      for (const each of lines.keys()) next(each); // somebody of the same turn may wait in another line
    });
  }

  /** Whoever comes in the same turn of the event loop comes along. */
  function soon(settings: string): void {
    const line = lines.get(settings);
    if (!line || line.called) return;
    line.called = true;
    setImmediate(() => {
      line.called = false;
      next(settings);
    });
  }

  return <T>(settings: string, work: Work<T>, turn?: string) =>
    new Promise<T>((done, failed) => {
      let line = lines.get(settings);
      if (!line) lines.set(settings, (line = { waiting: [], busy: 0, called: false }));
      line.waiting.push({ work, turn, done: done as Waiting["done"], failed });
      if (line.busy === 0) next(settings);
      else soon(settings);
    });
}

/** Where the connection is lost a second try finds what had been committed, as those that were together do. */
async function alone(ground: Ground, settings: string, { work, done, failed }: Waiting): Promise<void> {
  const once = (): Promise<unknown> => transaction(ground, settings, work, { retry: true });
  await once()
    .catch((error: unknown) => (isLost(error) ? once() : Promise.reject(error)))
    .then(done, failed);
}

async function all(ground: Ground, settings: string, batch: readonly Waiting[]): Promise<void> {
  const out = await attempt(ground, settings, batch).catch(() => batch);
  await Promise.all(out.map((one) => alone(ground, settings, one)));
}

/** Those who were taken out. Throws where nothing of any was kept. */
async function attempt(ground: Ground, settings: string, batch: readonly Waiting[]): Promise<Waiting[]> {
  const client = await ground.pool.connect();
  let broken: Error | undefined;
  const parts = batch.map((): Part => ({ writes: [], last: [], after: [], touched: false, over: false, ended: false }));
  try {
    const begun = sendText(client, `BEGIN;${settings}`, true);
    begun.catch(() => undefined); // every query behind it fails too
    const results = await Promise.allSettled(batch.map(({ work }, i) => work(handle(client, ground, parts[i]!)).finally(() => (parts[i]!.ended = true))));
    const kept = parts.filter((part, i) => results[i]?.status === "fulfilled" && !part.over);
    if (kept.length === 0 || parts.some((part) => part.touched && !kept.includes(part))) throw new Error("nothing of it can be kept");
    const statement = writeStatement(merged(kept.flatMap((part) => part.writes)), ground.columnTypes);
    const written = [statement ? send(client, statement.sql, statement.params) : null, ...kept.flatMap((part) => part.last.map(([sql, params]) => send(client, sql, params)))];
    const [{ command }] = await Promise.all([sendText(client, "COMMIT"), begun, ...written]);
    if (command !== "COMMIT") throw new Error("the transaction was rolled back: a query in it failed and its error was not passed on");
    const out: Waiting[] = [];
    for (const [i, part] of parts.entries()) {
      const result = results[i]!;
      if (result.status === "rejected" || part.over) {
        out.push(batch[i]!);
        continue;
      }
      for (const act of part.after) await Promise.resolve().then(act).catch(ground.fault);
      batch[i]!.done(result.value);
    }
    return out;
  } catch (error) {
    await client.query("ROLLBACK").catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Rows for the same table under the same rule go in together, the tables always in one order: the statement's text stays the same for any number of parts. */
function merged(writes: readonly Write[]): Write[] {
  const groups = new Map<string, Write>();
  for (const write of writes) {
    const key = `${write.table} ${write.conflict ? JSON.stringify(write.conflict) : ""}`;
    const group = groups.get(key);
    groups.set(key, group ? ({ ...group, rows: [...group.rows, ...write.rows] } as Write) : write);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, write]) => write);
}

function handle(client: PoolClient, ground: Ground, part: Part): Tx {
  const ask = async (sql: string, params: readonly unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }> => {
    if (part.ended) throw new Error("the transaction has ended: a part of its work went on after another had failed, or was not waited for");
    if (part.over || part.writes.length + part.last.length > 0 || LOCKS.test(sql)) {
      part.over = true;
      throw new Alone("wants a transaction of its own");
    }
    if (!/^\s*(?:select|set local)\b/i.test(sql)) part.touched = true;
    return send(client, sql, params, true);
  };
  return {
    shared: true,
    query: async <Row extends object>(sql: string, params: readonly unknown[] = []) => (await ask(sql, params)).rows as Row[],
    run: async (sql, params = []) => (await ask(sql, params)).rowCount ?? 0,
    async writeAll(writes) {
      part.touched = true;
      const statement = writeStatement(writes, ground.columnTypes);
      if (statement) await ask(statement.sql, statement.params);
    },
    writeLast: (writes) => void part.writes.push(...writes),
    runLast: (sql, params = []) => void part.last.push([sql, params]),
    afterCommit: (act) => void part.after.push(act),
  };
}
