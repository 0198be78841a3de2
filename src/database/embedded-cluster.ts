// Makes the embedded database's files, once; an interrupted making leaves nothing that looks finished.
import { spawn } from "node:child_process";
import { chown, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClusterPlace } from "./cluster-place.ts";
import { OWNER } from "./embedded-account.ts";
import type { Binaries } from "./embedded-binaries.ts";
import { startTrouble } from "./embedded-log.ts";
import { SERVER_ENVIRONMENT } from "./embedded-settings.ts";

/** PostgreSQL's data directory below the place, made if missing. Throws Trouble. */
export async function readyCluster(place: ClusterPlace, binaries: Binaries, password: string): Promise<string> {
  const data = join(place.folder, "data");
  if (await stat(data).catch(() => null)) return data;
  const draft = join(place.folder, "draft");
  const passwordFile = join(place.folder, "password");
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  if (place.runAs) await chown(passwordFile, place.runAs.uid, place.runAs.gid);
  try {
    await initdb(place, binaries, ["--pgdata", draft, "--pwfile", passwordFile, "--lc-ctype", "C.UTF-8"]).catch(async () => {
      await rm(draft, { recursive: true, force: true }); // not every system has that locale; C alone only orders accents less well
      await initdb(place, binaries, ["--pgdata", draft, "--pwfile", passwordFile]);
    });
    await rename(draft, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
  return data;
}

/** Letters and case by Unicode, order by code point: the same on every machine, which the system's own collations are not. */
const LANGUAGE = ["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--text-search-config", "simple"];

function initdb(place: ClusterPlace, binaries: Binaries, more: readonly string[]): Promise<void> {
  const args = ["--username", OWNER, "--auth", "scram-sha-256", ...LANGUAGE, ...more];
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, args, { cwd: place.folder, env: SERVER_ENVIRONMENT, stdio: ["ignore", "pipe", "pipe"], ...place.runAs });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(startTrouble(said, place.folder))));
  });
}
