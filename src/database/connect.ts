// The database as the rest of the program has it: one handle per desk, one across desks for what belongs to the house.
import pg from "pg";
import { appUrl, readyAppRole, readyLogin } from "./app-role.ts";
import { checkServer } from "./check-server.ts";
import { readColumnTypes } from "./column-types.ts";
import { migrate } from "./migrate.ts";
import { nameTrouble } from "./name-trouble.ts";
import { openPool } from "./pool.ts";
import { togetherOn } from "./together.ts";
import { Trouble } from "./trouble.ts";
import { type Ground, transaction } from "./transaction.ts";
import type { TransactionOptions, Tx } from "./tx.ts";

export interface ConnectOptions {
  /** The owner's URL: the embedded database's, or DATABASE_URL. */
  readonly url: string;
  /** The server's secret; the application role's password follows from it. */
  readonly secret: string;
  /** Folder of SQL files, where it is not beside the program. */
  readonly migrations?: string;
  /** Connections of the application role at most; 16 if not given. */
  readonly connections?: number;
  /** Told of faults that nobody waits for: a lost idle connection, an act after a commit. */
  readonly fault?: (error: unknown) => void;
}

export interface Database {
  /** Work on one desk's rows, behind its walls. Throws what `work` throws; Trouble where the database is lost or the disk full. */
  asDesk<T>(desk: string, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Work across desks, as the owner: due timers, sign-in before the desk is known, backup. */
  asOwner<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The owner's connections, for LISTEN, COPY and cursors. */
  readonly owner: pg.Pool;
  /** Waits for running work, then closes every connection. */
  close(): Promise<void>;
}

/** Migrates, makes the application role, opens the pools. Throws Trouble. */
export async function connect(options: ConnectOptions): Promise<Database> {
  const fault = options.fault ?? ((error) => process.emitWarning(String(error)));
  const owner = openPool(options.url, 5, fault);
  const app = openPool(appUrl(options.url, options.secret), options.connections ?? 16, fault);
  const close = async (): Promise<void> => void (await Promise.all([app.close(), owner.close()]));
  try {
    const columnTypes = await prepare(owner.pool, app.pool, options);
    const onApp: Ground = { pool: app.pool, columnTypes, fault };
    const onOwner: Ground = { pool: owner.pool, columnTypes, fault };
    const together = togetherOn(onApp);
    return {
      asDesk: async (desk, work, how) => {
        const settings = `SET LOCAL troth.desk = '${checkedDesk(desk)}';`;
        return how?.together !== undefined ? together(settings + how.together, work, how.turn && `${desk} ${how.turn}`) : transaction(onApp, settings, work, how);
      },
      asOwner: (work, how) => transaction(onOwner, "", work, how),
      owner: owner.pool,
      close,
    };
  } catch (error) {
    await close();
    throw isForbidden(error)
      ? new Trouble(
          "The database user may not do what Troth needs.",
          "Let DATABASE_URL name the owner of the database, with CREATEROLE and, where the role troth_app exists, with admin option on it.",
          { cause: error },
        )
      : (nameTrouble(error) ?? error);
  }
}

async function prepare(owner: pg.Pool, app: pg.Pool, options: ConnectOptions): Promise<Ground["columnTypes"]> {
  const client = await owner.connect();
  try {
    await checkServer(client);
    await readyAppRole(client);
    await migrate(client, options.migrations);
    await app.query("select 1").catch(async (error: { code?: string }) => {
      if (error.code !== "28P01" && error.code !== "28000") throw error;
      await readyLogin(client, options.secret); // the first start with this secret
      await app.query("select 1");
    });
    return await readColumnTypes(client);
  } finally {
    client.release();
  }
}

/** SQLSTATE 42501 while the ground is laid, behind the migration's own message. */
function isForbidden(error: unknown): boolean {
  return error instanceof Error && (("code" in error && error.code === "42501") || isForbidden(error.cause));
}

/** A desk's id goes into SQL as text: it is letters, digits, hyphen and underscore, or it is a bug. */
function checkedDesk(desk: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/.test(desk)) throw new Error(`not a desk's id: ${JSON.stringify(desk)}`);
  return desk;
}
