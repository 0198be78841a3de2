// What a piece of work may do inside a transaction.
import type { NewTables } from "./rows.gen.ts";

/** Rows for one table, typed by it: see write-all.ts. */
export type Write = {
  [T in keyof NewTables]: {
    readonly table: T;
    readonly rows: readonly NewTables[T][];
    readonly conflict?: { readonly columns: readonly (keyof NewTables[T] & string)[]; readonly update: readonly (keyof NewTables[T] & string)[] };
  };
}[keyof NewTables];

export interface Tx {
  /** Whether others' work is in the same transaction (together.ts): whoever takes a lock, or reads behind what it has written, is taken out of it. */
  readonly shared: boolean;
  /** The rows; timestamptz as epoch milliseconds, bigint as number. To pass a moment, write `at_ms($1)`. Prepared once per connection. */
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** The same for a statement whose rows do not matter: how many it touched. */
  run(sql: string, params?: readonly unknown[]): Promise<number>;
  /** Inserts rows of several tables with one statement, in one round trip. */
  writeAll(writes: readonly Write[]): Promise<void>;
  /** The same as the last act: COMMIT follows without waiting for it, and a failure fails the whole transaction. What comes after must not read. */
  writeLast(writes: readonly Write[]): void;
  /** One more statement as the last act, likewise. */
  runLast(sql: string, params?: readonly unknown[]): void;
  /** Runs once everything is committed; never after a rollback. What it throws is reported, not passed on. */
  afterCommit(act: () => void | Promise<void>): void;
}

export interface TransactionOptions {
  /** Do it all and undo it: a preview takes the same road. */
  readonly rollback?: boolean;
  /** Try again after a deadlock, a serialization failure, or where another put the same row there meanwhile; `work` must then be fit to run twice. */
  readonly retry?: boolean;
  readonly readOnly?: boolean;
  /**
   * May stand in one transaction with others' work that comes at the same time; `work` must then be fit to run twice, also behind its own commit,
   * of which a lost connection does not tell. SQL that it begins with, ending with a semicolon. See together.ts.
   */
  readonly together?: string;
  /** Of work that may be together: what has the same turn on a desk runs one behind the other in this process, each seeing what those before it wrote. */
  readonly turn?: string;
}
