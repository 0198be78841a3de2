// Removes a data folder with its database, wherever that lies: for tests and tools that need one for a moment.
import { realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { isFolderHeld } from "./data-lock.ts";
import { stopLeftover } from "./embedded-leftover.ts";

/** Removes everything in `dataDir`; a database that a killed run left there is stopped first. Throws Error where a living server holds it. */
export async function discardEmbedded(dataDir: string): Promise<void> {
  if (await isFolderHeld(dataDir)) throw new Error(`a server is running on ${dataDir}`);
  const cluster = await realpath(join(dataDir, "postgres")).catch(() => null);
  if (cluster !== null) {
    await stopLeftover(join(cluster, "data"));
    await rm(cluster, { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
}
