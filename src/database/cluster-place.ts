// Decides where the embedded database's files lie: in the data folder, or, for a server started as root, where another user can enter.
import { randomBytes } from "node:crypto";
import { chmod, chown, lstat, mkdir, readlink, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { type RunAs, runAsFor } from "./run-as.ts";
import { Trouble } from "./trouble.ts";

export interface ClusterPlace {
  /** PostgreSQL's own data directory, absolute; it exists. */
  readonly folder: string;
  readonly runAs: RunAs | null;
}

/**
 * `<dataDir>/postgres`. As root this is a link to `<shelf>/<id>`, because PostgreSQL runs as somebody else then, who could not enter
 * a private data folder. The folder is made if missing, mode 700, owned by whom PostgreSQL runs as.
 */
export async function clusterPlace(dataDir: string, shelf: string): Promise<ClusterPlace> {
  const here = join(dataDir, "postgres");
  const seen = await lstat(here).catch(() => null);
  if (seen?.isSymbolicLink()) return settle(await linked(here));
  if (seen) return settle(here);
  if ((await runAsFor(here)) === null) {
    await mkdir(here, { mode: 0o700 });
    return settle(here);
  }
  const folder = join(shelf, randomBytes(8).toString("hex"));
  await mkdir(shelf, { recursive: true, mode: 0o755 });
  await mkdir(folder, { mode: 0o700 });
  await symlink(folder, here);
  return settle(folder);
}

const LONGEST_SOCKET = 102; // bytes of a path that every system takes: Linux has 107 (unix(7)), macOS 103

/** Where PostgreSQL's socket lies: beside its files, where only its user and we can enter. Null where its path would be too long for a socket. */
export function socketFolder({ folder }: ClusterPlace): string | null {
  return process.platform !== "win32" && Buffer.byteLength(join(folder, ".s.PGSQL.65535")) <= LONGEST_SOCKET ? folder : null;
}

async function settle(folder: string): Promise<ClusterPlace> {
  const runAs = await runAsFor(folder);
  if (runAs) {
    await chown(folder, runAs.uid, runAs.gid);
    await chmod(folder, 0o700);
  }
  return { folder, runAs };
}

async function linked(link: string): Promise<string> {
  try {
    return await realpath(link);
  } catch (error) {
    throw new Trouble(`The data folder points to ${await readlink(link)} for its database, and nothing is there.`, `Restore a backup, or remove ${link} to begin with an empty database.`, {
      cause: error,
    });
  }
}
