// Brings a database up to this version: numbered SQL files, forward only, one transaction each, one server at a time.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClientBase } from "pg";
import { Trouble } from "./trouble.ts";

interface Migration {
  readonly number: number;
  readonly name: string; // "0001-ground"
  readonly sql: string;
  readonly sha256: string;
}

/** The lock that servers starting together queue for; any number, always the same. */
const LOCK = 7_268_001;

/** Runs what is missing, as the owner, and returns the names that it ran. Throws Trouble where history and files disagree. */
export async function migrate(owner: ClientBase, folder: string = migrationsFolder()): Promise<string[]> {
  const known = await readMigrations(folder);
  await owner.query("select pg_advisory_lock($1)", [LOCK]);
  try {
    await owner.query(`create table if not exists troth_migrations
      (number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
    const { rows } = await owner.query<{ number: number; name: string; sha256: string }>("select number, name, sha256 from troth_migrations order by number");
    const done = new Set(rows.map((applied) => checkApplied(applied, known)));
    const missing = known.filter((migration) => !done.has(migration.number));
    for (const migration of missing) await apply(owner, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await owner.query("select pg_advisory_unlock($1)", [LOCK]);
  }
}

/** The folder of SQL files: beside this file in the source, or beside the bundle. */
export function migrationsFolder(): string {
  const candidates = ["./migrations", "../migrations", "../src/database/migrations"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((folder) => existsSync(join(folder, "0001-ground.sql")));
  if (!found) throw new Trouble("The database's migrations are missing from this installation.", "Build or install Troth again.");
  return found;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file)).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new Error(`migration ${migration.name} should have the number ${index + 1}`);
  });
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const sql = (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n"); // a checkout on Windows is no change
  return { number: Number(file.slice(0, 4)), name: file.slice(0, -4), sql, sha256: createHash("sha256").update(sql).digest("hex") };
}

function checkApplied(applied: { number: number; name: string; sha256: string }, known: readonly Migration[]): number {
  const ours = known[applied.number - 1];
  if (!ours) throw new Trouble(`The database was made by a newer version of Troth: it has had ${applied.name}.`, "Install that version, or restore a backup made with this one.");
  if (ours.sha256 !== applied.sha256) {
    throw new Trouble(`The migration ${ours.name} was changed after this database had run it.`, "Put the file back as it was and write the change as a new migration.");
  }
  return applied.number;
}

async function apply(owner: ClientBase, migration: Migration): Promise<void> {
  await owner.query("begin");
  try {
    await owner.query(migration.sql);
    await owner.query("insert into troth_migrations (number, name, sha256) values ($1, $2, $3)", [migration.number, migration.name, migration.sha256]);
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    throw error instanceof Error ? new Error(`migration ${migration.name}: ${error.message}`, { cause: error }) : error;
  }
}
