// The database server of one test run: an embedded one that is gone afterwards, or whatever DATABASE_URL names, with a migrated template.
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../../src/database/connect.ts";
import { discardEmbedded } from "../../src/database/discard-embedded.ts";
import { startEmbedded } from "../../src/database/embedded.ts";
import { TEST_SECRET } from "./test-secret.ts";

export interface Cluster {
  /** A new database with all migrations, as the owner's URL. */
  create(): Promise<string>;
  drop(url: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const given = process.env["DATABASE_URL"];
  const server = given ? { url: given, stop: async () => undefined } : await startOwn();
  const prefix = `troth_test_${randomBytes(4).toString("hex")}`;
  const template = `${prefix}_template`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const database = await connect({ url: named(server.url, template), secret: TEST_SECRET });
  await database.close();
  let made = 0;
  return {
    async create() {
      const name = `${prefix}_${(made += 1)}`;
      await admin.query(`create database ${name} template ${template}`);
      return named(server.url, name);
    },
    async drop(url) {
      const name = new URL(url).pathname.slice(1);
      if (!name.startsWith(prefix)) throw new Error(`not a database of this run: ${name}`);
      await admin.query(`drop database if exists ${name} with (force)`);
      return "";
    },
    async stop() {
      const { rows } = given ? await admin.query<{ datname: string }>("select datname from pg_database where starts_with(datname, $1)", [prefix]) : { rows: [] };
      for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
      await admin.end();
      await server.stop();
    },
  };
}

function named(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Without fsync: a test's data need not outlive the machine. What runs that were killed have left behind is cleared away first. */
async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const parent = join(tmpdir(), `troth-tests-${userInfo().uid}`);
  await mkdir(parent, { recursive: true });
  for (const left of await readdir(parent)) await discardEmbedded(join(parent, left)).catch(() => undefined); // else it is another run's, alive
  const dataDir = await mkdtemp(join(parent, "run-"));
  const server = await startEmbedded({ dataDir, settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" } });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await discardEmbedded(dataDir);
    },
  };
}
