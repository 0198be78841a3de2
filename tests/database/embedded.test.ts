// The embedded database comes back from whatever happened to the last run, and says plainly when it cannot.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmod, chown, cp, lstat, mkdir, mkdtemp, realpath, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { discardEmbedded } from "../../src/database/discard-embedded.ts";
import { embeddedUrl } from "../../src/database/embedded-account.ts";
import { embeddedBinaries, nativeFolder } from "../../src/database/embedded-binaries.ts";
import { startTrouble } from "../../src/database/embedded-log.ts";
import { startEmbedded } from "../../src/database/embedded.ts";
import { nameTrouble } from "../../src/database/name-trouble.ts";
import { runAsFor } from "../../src/database/run-as.ts";

const isRoot = process.getuid?.() === 0;
const place = await mkdtemp(join(tmpdir(), "troth-embedded-"));
const dataDir = join(place, "private", "data"); // nobody but us can enter
await mkdir(join(place, "private"), { mode: 0o700 });
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  await discardEmbedded(dataDir);
  await rm(place, { recursive: true, force: true });
});

/** Starts a process with a database and gives its first line: the URL, or what is wrong. */
async function serve(folder: string, as: { uid?: number; gid?: number } = {}): Promise<{ line: string; child: ChildProcess }> {
  const script = fileURLToPath(new URL("./serve-database.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, HOME: place }, ...as });
  started.push(child);
  const line = await new Promise<string>((resolve) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()).includes("\n") && resolve(said.trim()));
    child.once("exit", () => resolve(said.trim()));
  });
  return { line, child };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Row>(sql)
    .then((result) => result.rows)
    .finally(() => client.end());
}

const postmaster = async () => Number.parseInt(await readFile(join(dataDir, "postgres", "data", "postmaster.pid"), "utf8"), 10);

test("a start in a private folder makes a database that keeps its word about commits and listens to nobody outside", async () => {
  const { line: url, child } = await serve(dataDir);
  expect(await embeddedUrl(dataDir)).toMatch(/^postgres:\/\/troth:[0-9a-f]{48}@127\.0\.0\.1:\d+\/troth$/);
  const settings = "select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('listen_addresses') as s";
  expect(await ask(url, settings)).toEqual([{ s: "onon127.0.0.1" }]);
  await ask(url, "create table kept (n int); insert into kept values (1)");
  expect((await stat(join(dataDir, "database.json"))).mode & 0o777).toBe(0o600);
  if (isRoot) expect((await lstat(join(dataDir, "postgres"))).isSymbolicLink()).toBe(true);
  await end(child, "SIGTERM");
  await expect(ask((await embeddedUrl(dataDir)) ?? "", "select 1")).rejects.toThrow("ECONNREFUSED");
  await expect(ask(url, "select 1")).rejects.toThrow(/ENOENT|ECONNREFUSED/); // no socket is left behind
});

test("a second server on the same folder says so in one sentence and what to do", async () => {
  const { child } = await serve(dataDir);
  const second = await serve(dataDir);
  expect(second.line).toBe(`Another Troth server (process ${child.pid}) is running on the data folder ${dataDir}. Stop that one first, or set DATA_DIR to another folder.`);
  expect(await ask((await embeddedUrl(dataDir)) ?? "", "select n from kept")).toEqual([{ n: 1 }]);
  await end(child, "SIGTERM");
});

test("a killed server comes back with everything committed, though its database was still running", async () => {
  const first = await serve(dataDir);
  await ask(first.line, "insert into kept values (2)");
  const orphan = await postmaster();
  await end(first.child, "SIGKILL");
  process.kill(orphan, 0); // it is still there
  const second = await serve(dataDir);
  expect(second.line).toBe(first.line); // the port and the password are kept
  expect(await postmaster()).not.toBe(orphan);
  expect(await ask(second.line, "select n from kept order by n")).toEqual([{ n: 1 }, { n: 2 }]);
  await end(second.child, "SIGTERM");
});

test("a server whose database was killed with it comes back as well", async () => {
  const first = await serve(dataDir);
  await ask(first.line, "insert into kept values (3)");
  process.kill(await postmaster(), "SIGKILL");
  await end(first.child, "SIGKILL");
  const second = await serve(dataDir);
  expect(await ask(second.line, "select count(*)::int as n from kept")).toEqual([{ n: 3 }]);
  await end(second.child, "SIGTERM");
});

test("a database that ends unasked is reported", async () => {
  const server = await startEmbedded({ dataDir });
  process.kill(await postmaster(), "SIGINT");
  expect((await server.ended).message).toBe("The embedded database has stopped by itself.");
  await server.stop();
});

test("a port that somebody took is left to them", async () => {
  const port = Number(new URL((await embeddedUrl(dataDir)) ?? "").port);
  const squatter = createServer().listen(port, "127.0.0.1");
  const server = await startEmbedded({ dataDir });
  expect(Number(new URL(server.url).port)).not.toBe(port);
  expect(new URL((await embeddedUrl(dataDir)) ?? "").port).toBe(new URL(server.url).port);
  await server.stop();
  squatter.close();
});

test("it is reached through a socket beside its files, and over loopback where the path is too long for one", async () => {
  const near = await startEmbedded({ dataDir });
  expect(decodeURIComponent(new URL(near.url).hostname)).toBe(await realpath(join(dataDir, "postgres")));
  expect(await ask((await embeddedUrl(dataDir)) ?? "", "select count(*)::int as n from kept")).toEqual(await ask(near.url, "select count(*)::int as n from kept"));
  await near.stop();
  await chmod(place, 0o755);
  const far = join(place, "long-".repeat(20), "way");
  await mkdir(far, { recursive: true, mode: 0o755 });
  const server = await startEmbedded({ dataDir: far, shelf: join(place, "shelf-".repeat(16)) });
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
  expect(await ask(server.url, "select 1 as n")).toEqual([{ n: 1 }]);
  await server.stop();
  await discardEmbedded(far);
});

test("an interrupted first start leaves nothing that hinders the next", async () => {
  const folder = join(place, "interrupted");
  await mkdir(join(folder, "postgres", "draft"), { recursive: true });
  await writeFile(join(folder, "postgres", "draft", "PG_VERSION"), "18\n");
  await writeFile(join(folder, "lock"), "999999 never");
  if (isRoot) await chown(join(folder, "postgres"), 65534, 65534);
  await chmod(place, 0o755);
  const server = await startEmbedded({ dataDir: folder });
  expect(await ask(server.url, "select 1 as n")).toEqual([{ n: 1 }]);
  await server.stop();
  await discardEmbedded(folder);
});

// A checkout that only root can enter has no ordinary user.
const othersMayEnter =
  isRoot &&
  spawnSync(process.execPath, ["-e", "0"], { cwd: "/", uid: 65534, gid: 65534 }).status === 0 &&
  spawnSync("/bin/sh", ["-c", 'test -r "$0"', fileURLToPath(import.meta.url)], { cwd: "/", uid: 65534, gid: 65534 }).status === 0;

test.runIf(othersMayEnter)("an ordinary user has the database in the data folder itself", async () => {
  const folder = join(place, "ordinary");
  await mkdir(folder, { mode: 0o700 });
  await chown(folder, 65534, 65534);
  const { line: url, child } = await serve(folder, { uid: 65534, gid: 65534 });
  expect(await ask(url, "select current_user as n")).toEqual([{ n: "troth" }]);
  expect((await stat(join(folder, "postgres", "data"))).uid).toBe(65534);
  await end(child, "SIGTERM");
});

test("programs in a private place, without their links, are made ready where the database's user can read them", async () => {
  const native = join(place, "private", "package", "native");
  await cp(join(nativeFolder(), "..", "package.json"), join(native, "..", "package.json"));
  await cp(nativeFolder(), native, { recursive: true, verbatimSymlinks: true, filter: async (source) => !(await lstat(source)).isSymbolicLink() });
  const shelf = join(place, "shelf");
  const runAs = await runAsFor(place);
  const { postgres } = await embeddedBinaries(runAs, shelf, native);
  expect(postgres.startsWith(isRoot ? shelf : native)).toBe(true);
  const child = spawn(postgres, ["--version"], { cwd: "/", stdio: ["ignore", "pipe", "inherit"], ...runAs });
  const [said] = (await child.stdout.toArray()) as Buffer[];
  expect(said?.toString()).toMatch(/^postgres \(PostgreSQL\) 18/);
});

test.for([
  ['could not write to file "pg_wal/xlogtemp.1": No space left on device', "The disk is full, so the database cannot run."],
  ["FATAL:  database files are incompatible with server", "The data folder was made by another major version of PostgreSQL."],
  ["FATAL:  the moon is in the way", "The embedded database did not start: the moon is in the way."],
] as const)("a start that fails with '%s' is one sentence", ([said, sentence]) => {
  expect(startTrouble(said, "postgres.log").message).toBe(sentence);
});

test.for([
  ["ENOSPC", "The disk is full."],
  ["53100", "The disk is full."],
  ["57P01", "The database cannot be reached."],
  ["28P01", "The database refuses the user name or the password."],
  ["ENOENT", "The database cannot be reached."],
] as const)("%s is: %s", ([code, sentence]) => {
  expect(nameTrouble(Object.assign(new Error("raw"), { code, syscall: "connect" }))?.message).toBe(sentence);
});
