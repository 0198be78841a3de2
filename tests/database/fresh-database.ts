// A database for one test file: migrated, empty, its own, dropped when the file is done.
import { afterAll, inject } from "vitest";
import { type ConnectOptions, type Database, connect } from "../../src/database/connect.ts";
import { TEST_SECRET } from "./test-secret.ts";

export interface FreshDatabase {
  readonly database: Database;
  /** The owner's URL, for a server that a test starts as a process of its own (with the secret below, as TROTH_SECRET). */
  readonly url: string;
  readonly secret: string;
}

/** Call it at the top of a test file: `const { database } = await freshDatabase();`. */
export async function freshDatabase(options: Partial<ConnectOptions> = {}): Promise<FreshDatabase> {
  const door = inject("databaseDoor");
  const url = await ask(door, "POST", "");
  const database = await connect({ connections: 8, ...options, url, secret: TEST_SECRET });
  afterAll(async () => {
    await database.close();
    await ask(door, "DELETE", url);
  });
  return { database, url, secret: TEST_SECRET };
}

async function ask(door: string, method: string, body: string): Promise<string> {
  const response = await fetch(door, { method, ...(method === "POST" ? {} : { body }), signal: AbortSignal.timeout(60_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`no database for this test: ${text}`);
  return text;
}
