// `troth restore`: a backup into an empty database, all of it or nothing.
import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { readyAppRole } from "../database/app-role.ts";
import { connect } from "../database/connect.ts";
import { keptFile } from "../database/kept-file.ts";
import { migrate, migrationsFolder } from "../database/migrate.ts";
import { Trouble } from "../database/trouble.ts";
import type { Settings } from "../settings.ts";
import type { Closing, Manifest } from "./backup.ts";
import { openDatabase } from "./open-database.ts";
import { progressOf } from "./progress.ts";
import { trouble } from "./read-file.ts";
import { counted, out } from "./screen.ts";
import { appliedMigrations } from "./tables.ts";
import { type TarEntry, tarEntries } from "./tar.ts";

const NOT_OURS = new Trouble("This file is no backup of Troth.", "Name a file that `troth backup` wrote.");

/** Brings everything back; then the newer migrations run. Throws Trouble. */
export async function restore(file: string, settings: Settings): Promise<void> {
  const { size } = await stat(file).catch((error: unknown) => {
    throw trouble(file, error);
  });
  const database = await openDatabase(settings);
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const source = createReadStream(file, { highWaterMark: 1 << 18 });
    const progress = progressOf("Restoring", Math.ceil(size / (1 << 18)));
    source.on("data", () => progress.step());
    const zip = createGunzip();
    source.on("error", (error) => zip.destroy(error));
    const closing = await load(client, tarEntries(source.pipe(zip)), database.blobs.keep, (secret) => keepSecret(database.dataDir, secret));
    progress.end();
    await (await connect({ url: database.url, secret: await database.secret() })).close();
    out(
      `${counted(
        Object.values(closing.rows).reduce((all, n) => all + n, 0),
        "row",
      )} and ${counted(closing.files, "file")} are back.`,
    );
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw error.message.includes("incorrect header") ? NOT_OURS : new Trouble("The backup is damaged or cut off.", "Take another backup file.");
    throw error;
  } finally {
    await client.end();
    await database.close();
  }
}

async function load(
  client: pg.Client,
  entries: AsyncGenerator<TarEntry>,
  keep: (content: AsyncIterable<Uint8Array>) => Promise<{ sha256: string }>,
  secret: (kept: string) => Promise<void>,
): Promise<Closing> {
  const first = await entries.next();
  if (first.done || first.value.name !== "manifest.json") throw NOT_OURS;
  const manifest = JSON.parse(await textOf(first.value)) as Manifest;
  if (manifest.format !== "troth-backup" || manifest.version !== 1) throw NOT_OURS;
  await readyFor(client, manifest);
  const foreign = await transactionIds(client);
  const columns = new Map(manifest.tables.map((t) => [t.name, t.columns.filter((c) => !foreign.has(`${t.name}.${c}`))]));
  const rows: Record<string, number> = Object.fromEntries(manifest.tables.map((t) => [t.name, 0]));
  let files = 0;
  let closing: Closing | null = null;
  await client.query("begin");
  for await (const entry of entries) {
    const [kind, name = ""] = entry.name.split("/");
    if (kind === "tables") rows[name] = (rows[name] ?? 0) + (await insert(client, name, columns.get(name) ?? [], await textOf(entry)));
    else if (kind === "files") {
      const { sha256 } = await keep(entry.content);
      if (sha256 !== name) throw new Trouble(`The file ${name} of the backup is damaged.`, "Take another backup file.");
      files += 1;
    } else if (kind === "closing.json") closing = JSON.parse(await textOf(entry)) as Closing;
  }
  if (!closing || closing.files !== files || Object.entries(closing.rows).some(([table, n]) => rows[table] !== n))
    throw new Trouble("The backup is not whole: rows or files are missing.", "Take another backup file.");
  for (const s of closing.sequences) {
    const name = pg.escapeIdentifier(s.name);
    await client.query(`create sequence if not exists ${name}`);
    if (s.last !== null) await client.query("select setval($1::regclass, $2::bigint)", [`public.${name}`, s.last]);
  }
  await client.query("commit");
  await secret(manifest.secret);
  return closing;
}

/** Columns that hold ids of transactions: those of another cluster mean nothing here, and would hide old events from the live feed. */
async function transactionIds(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>("select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and udt_name = 'xid8'");
  return new Set(rows.map((r) => r.name));
}

/** Lays the ground that the backup stood on: an empty database with just its migrations. */
async function readyFor(client: pg.Client, manifest: Manifest): Promise<void> {
  const ours = (await readdir(migrationsFolder())).filter((f) => f.endsWith(".sql")).sort();
  const unknown = manifest.migrations.filter((name) => !ours.includes(`${name}.sql`));
  if (unknown.length) throw new Trouble(`The backup was made by a newer version of Troth: it has had ${unknown[0]}.`, "Restore it with that version.");
  const applied = await appliedMigrations(client);
  if (applied.length) {
    const { rows } = await client.query<{ there: boolean }>("select exists (select 1 from desks) as there");
    if (rows[0]?.there) throw new Trouble("The database already holds desks; a backup is restored into an empty one.", "Set DATA_DIR to a new folder, or DATABASE_URL to a new database.");
    if (applied.length !== manifest.migrations.length)
      throw new Trouble("The database was prepared by another version of Troth than the backup's.", "Restore into a database in which nothing was ever made.");
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "troth-migrations-"));
  try {
    for (const name of manifest.migrations) await cp(join(migrationsFolder(), `${name}.sql`), join(folder, `${name}.sql`));
    await readyAppRole(client);
    await migrate(client, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function insert(client: pg.Client, table: string, columns: readonly string[], lines: string): Promise<number> {
  const rows = lines.split("\n").filter((line) => line !== "");
  const [name, names] = [pg.escapeIdentifier(table), columns.map((c) => pg.escapeIdentifier(c)).join(", ")];
  if (!names) throw new Trouble(`The backup holds rows of ${table}, which it does not describe.`, "Take another backup file.");
  await client.query(`insert into ${name} (${names}) overriding system value select ${names} from json_populate_recordset(null::${name}, $1::json)`, [`[${rows.join(",")}]`]);
  return rows.length;
}

async function keepSecret(dataDir: string, secret: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await keptFile(join(dataDir, "secret"), () => `${secret}\n`);
}

async function textOf(entry: TarEntry): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of entry.content) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
