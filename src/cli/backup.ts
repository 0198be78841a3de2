// `troth backup`: everything in one file, as of one moment, while the server runs, for any version of PostgreSQL.
import { createReadStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { once } from "node:events";
import { createGzip } from "node:zlib";
import pg from "pg";
import { Trouble } from "../database/trouble.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "./open-database.ts";
import { progressOf } from "./progress.ts";
import { counted, out } from "./screen.ts";
import { appliedMigrations, tableShapes, type TableShape } from "./tables.ts";
import { TAR_END, tarHeader, tarPadding } from "./tar.ts";

/** The first entry, which says how to read the others. */
export interface Manifest {
  readonly format: "troth-backup";
  readonly version: 1;
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  readonly secret: string;
}
/** The last entry: what there must be for the archive to be whole. */
export interface Closing {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  readonly sequences: readonly { name: string; last: string | null }[];
}

const ROWS_AT_ONCE = 100;
const PART = 16_000_000; // signs, about: a row can hold a whole mail, and a part is read back as one text
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of that path is no folder",
  EISDIR: "it is a folder",
  EACCES: "this user may not write there",
  EROFS: "that disk can only be read",
};
type Write = (name: string, content: Buffer) => Promise<void>;

/** Writes the backup beside its name first, so that a file of that name is always a whole one. */
export async function backUp(file: string, settings: Settings): Promise<void> {
  const database = await openDatabase(settings);
  const client = new pg.Client({ connectionString: database.url });
  const draft = `${file}.part`;
  try {
    await client.connect();
    const target = await open(draft, "w", 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOSPC") throw error;
      throw new Trouble(`The backup cannot be written to ${file}: ${REASONS[error.code ?? ""] ?? error.message}.`, "Name a file in a folder that is there and that you may write to.", {
        cause: error,
      });
    });
    const zip = createGzip({ level: 4 });
    const written = (async () => {
      for await (const chunk of zip as AsyncIterable<Buffer>) await target.writeFile(chunk);
    })();
    written.catch(() => zip.destroy()); // awaited below
    const put = async (bytes: Buffer): Promise<void> => void (zip.write(bytes) || (await Promise.race([once(zip, "drain"), written])));
    const entry: Write = async (name, content) => {
      await put(tarHeader(name, content.length, Date.now()));
      await put(content);
      await put(tarPadding(content.length));
    };
    const rows = await writeTables(client, entry, await database.secret());
    const files = await writeFiles(join(database.dataDir, "files"), put);
    const { rows: sequences } = await client.query<{ name: string; last: string | null }>(
      "select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1",
    );
    const closing: Closing = { rows, files, sequences };
    await entry("closing.json", Buffer.from(JSON.stringify(closing, null, 2)));
    await put(TAR_END);
    zip.end();
    await written;
    await target.sync();
    await target.close();
    await rename(draft, file);
    const sum = Object.values(rows).reduce((all, n) => all + n, 0);
    out(`${file}: ${counted(sum, "row")} of ${counted(Object.keys(rows).length, "table")}, ${counted(files, "file")}, ${Math.ceil((await stat(file)).size / 1000)} kB.`);
    out("It holds everything, the server's secret too: keep it where only you can read it.");
  } finally {
    await rm(draft, { force: true });
    await client.end();
    await database.close();
  }
}

/** Every table as it is in one snapshot, in parts of some megabytes, each row a line of JSON. */
async function writeTables(client: pg.Client, entry: Write, secret: string): Promise<Record<string, number>> {
  await client.query("begin isolation level repeatable read, read only");
  const migrations = await appliedMigrations(client);
  if (!migrations.length) throw new Trouble("There is nothing to back up: the database is empty.", "Set DATA_DIR or DATABASE_URL to the server's.");
  const tables = await tableShapes(client);
  const manifest: Manifest = { format: "troth-backup", version: 1, madeAt: new Date().toISOString(), migrations, tables, secret };
  await entry("manifest.json", Buffer.from(JSON.stringify(manifest, null, 2)));
  const progress = progressOf("Tables", tables.length);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    counts[name] = 0;
    await client.query(`declare part no scroll cursor for select row_to_json(t)::text as line from ${pg.escapeIdentifier(name)} t`);
    for (let part = 1; ; part++) {
      const lines = await linesOf(client, PART);
      if (!lines.length) break;
      counts[name] += lines.length;
      await entry(`tables/${name}/${String(part).padStart(6, "0")}.jsonl`, Buffer.from(`${lines.join("\n")}\n`));
    }
    await client.query("close part");
    progress.step();
  }
  progress.end();
  await client.query("commit");
  return counts;
}

/** The cursor's next rows, until they are so many signs; none where it is at its end. */
async function linesOf(client: pg.Client, most: number): Promise<string[]> {
  const lines: string[] = [];
  for (let size = 0; size < most; ) {
    const { rows } = await client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from part`);
    if (!rows.length) break;
    for (const { line } of rows) {
      lines.push(line);
      size += line.length;
    }
  }
  return lines;
}

/** Files come after the rows that name them: they are on disk before a row is written. Half-written ones have another place. */
async function writeFiles(folder: string, put: (bytes: Buffer) => Promise<void>): Promise<number> {
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => /(^|[\\/])[0-9a-f]{64}$/.test(name)).sort();
  const progress = progressOf("Files", names.length);
  for (const name of names) {
    const path = join(folder, name);
    const { size } = await stat(path);
    await put(tarHeader(`files/${name.slice(-64)}`, size, Date.now()));
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) await put(chunk);
    await put(tarPadding(size));
    progress.step();
  }
  progress.end();
  return names.length;
}
