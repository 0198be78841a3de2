// Reads what PostgreSQL said when it would not start, and says it in a sentence.
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { Trouble } from "./trouble.ts";

const ROTATE_AT = 8 * 1024 * 1024;

/** The log of one start: a file to append to, and what has been said since. */
export interface StartLog {
  readonly fd: number;
  said(): Promise<string>;
  close(): Promise<void>;
}

/** Opens `<dataDir>/postgres.log`; a long one becomes `postgres.log.1` first. A file and no pipe: the log outlives our process. */
export async function openLog(dataDir: string): Promise<StartLog> {
  const path = join(dataDir, "postgres.log");
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size > ROTATE_AT) await rename(path, `${path}.1`);
  const begin = size > ROTATE_AT ? 0 : size;
  const file = await open(path, "a+", 0o600);
  return {
    fd: file.fd,
    async said() {
      const chunk = Buffer.alloc(64 * 1024);
      const { bytesRead } = await file.read(chunk, 0, chunk.length, begin);
      return chunk.toString("utf8", 0, bytesRead);
    },
    close: () => file.close(),
  };
}

/** Why the database of this data folder ended unasked, from the end of its log. */
export async function endTrouble(dataDir: string): Promise<Trouble> {
  const said = (await readFile(join(dataDir, "postgres.log"), "utf8").catch(() => "")).slice(-8_000);
  return knownTrouble(said) ?? new Trouble("The embedded database has stopped by itself.", "Look into postgres.log of the data folder, then start Troth again.");
}

function knownTrouble(said: string): Trouble | null {
  const known = KNOWN.find(([sign]) => sign.test(said));
  return known ? new Trouble(known[1], known[2], { cause: new Error(said.trim()) }) : null;
}

const KNOWN: readonly (readonly [RegExp, string, string])[] = [
  [/No space left on device|disk quota exceeded/i, "The disk is full, so the database cannot run.", "Free some space on the disk that holds the data folder and start again."],
  [/could not bind|could not create any TCP\/IP sockets/i, "The database found no free port on 127.0.0.1.", "Start again; if it returns, look at what else listens on this machine."],
  [
    /incompatible with server|initialized by PostgreSQL version/i,
    "The data folder was made by another major version of PostgreSQL.",
    "Start the version of Troth that made it, take a backup there, and restore it here.",
  ],
  [/error while loading shared libraries/i, "The embedded PostgreSQL misses a library of this system.", "Install libstdc++6, or set DATABASE_URL to a PostgreSQL 15 or later."],
  [/could not map anonymous shared memory|Cannot allocate memory/i, "There is not enough memory to start the database.", "Give the machine or the container more memory."],
  [/Permission denied/i, "PostgreSQL may not read its own files.", "Give the folder that data/postgres points to, and all in it, back to the user who owned it."],
  [/could not locate a valid checkpoint record|invalid (page|checksum)|PANIC/, "The database's files are damaged.", "Restore the last backup into an empty data folder."],
];

/** What `said` at a failed start amounts to; `log` is where to read more. */
export function startTrouble(said: string, log: string): Trouble {
  const known = knownTrouble(said);
  if (known) return known;
  const last =
    said
      .trim()
      .split("\n")
      .findLast((line) => /FATAL|ERROR|error/.test(line)) ?? "it gave no reason";
  return new Trouble(`The embedded database did not start: ${last.replace(/^.*?(FATAL|ERROR): +/, "")}.`, `Look into ${log}, or set DATABASE_URL to another PostgreSQL.`);
}
