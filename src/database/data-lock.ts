// One server per data folder: a lock file that names its living holder and is worth nothing once the holder is dead.
import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readIfThere } from "./kept-file.ts";
import { processBirth } from "./process-birth.ts";
import { Trouble } from "./trouble.ts";

/** Gives the folder back. Doing it twice is harmless. */
export type Release = () => Promise<void>;

/** Takes the folder for this process; throws Trouble where a living process holds it. A dead holder's lock is taken over. */
export async function holdFolder(folder: string): Promise<Release> {
  const path = join(folder, "lock");
  const mine = `${process.pid} ${await processBirth(process.pid)}`;
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await tryToPlace(path, mine)) return once(() => giveBack(path, mine));
    const found = await readIfThere(path);
    if (found === null) continue;
    if (await isHeld(found)) {
      throw new Trouble(`Another Troth server (process ${found.split(" ")[0]}) is running on the data folder ${folder}.`, "Stop that one first, or set DATA_DIR to another folder.");
    }
    await removeDead(path, found);
  }
  throw new Trouble(`The lock of the data folder ${folder} changes hands all the time.`, "Start one server at a time.");
}

/** Whether a living process holds the folder. */
export async function isFolderHeld(folder: string): Promise<boolean> {
  const found = await readIfThere(join(folder, "lock"));
  return found !== null && (await isHeld(found));
}

async function isHeld(lock: string): Promise<boolean> {
  const [, pid, birth] = /^(\d+) (.*)$/s.exec(lock) ?? [];
  return pid !== undefined && (await processBirth(Number(pid))) === birth;
}

async function tryToPlace(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await link(draft, path); // the lock appears whole or not at all, and only where none is
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Two that find the same dead lock must not remove each other's new one: it is moved aside first, and put back if it lives. */
async function removeDead(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch {
    return; // the other one was quicker
  }
  if ((await readFile(aside, "utf8")) !== dead) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function giveBack(path: string, mine: string): Promise<void> {
  if ((await readIfThere(path)) === mine) await rm(path, { force: true });
}

function once(act: () => Promise<void>): Release {
  let done: Promise<void> | null = null;
  return () => (done ??= act());
}
