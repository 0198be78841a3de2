// A server that was killed leaves its database running: this finds that one and stops it, so that the new start begins clean.
import { readFile, readlink, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Trouble } from "./trouble.ts";

/** Stops a PostgreSQL that still runs on `data`, first politely (fast shutdown), at last firmly. Throws Trouble where it will not go. */
export async function stopLeftover(data: string): Promise<void> {
  const pid = await leftover(data);
  if (pid === null) return;
  for (const [signal, seconds] of [
    ["SIGINT", 30],
    ["SIGQUIT", 10],
  ] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 20; waited++) {
      if ((await leftover(data)) !== pid) return;
      await wait(50);
    }
  }
  throw new Trouble(`A database process of an earlier run (${pid}) does not stop.`, `End process ${pid} and start again.`);
}

/** The number of the main process that runs on `data`, or null. */
async function leftover(data: string): Promise<number | null> {
  const noted = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(noted, 10);
  if (!(pid > 1)) return null;
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  if (process.platform !== "linux") return pid;
  // The number may have gone to another process since; PostgreSQL lives in its data folder.
  const lives = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return lives !== null && lives === (await realpath(data)) ? pid : null;
}
