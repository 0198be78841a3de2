// Says as whom PostgreSQL runs: it refuses the superuser's account, so a server started as root lends it another.
import { readFile, stat } from "node:fs/promises";
import { Trouble } from "./trouble.ts";

/** Numeric ids of a user, as spawn takes them. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Null where the present user will do. As root: whoever owns the cluster already, else the account `troth` if the machine has one,
 * else `nobody`. Throws Trouble where there is no such account.
 */
export async function runAsFor(cluster: string): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n").map((line) => line.split(":"));
  const found = accounts.find(([name]) => name === "troth") ?? accounts.find(([name]) => name === "nobody");
  if (!found || Number(found[2]) === 0) {
    throw new Trouble("PostgreSQL does not run as root, and this machine has no account to lend it.", "Create a user named troth, or start Troth as an ordinary user, or set DATABASE_URL.");
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
