// Runs the embedded PostgreSQL as a process of its own: started, waited for until it answers, watched, stopped.
import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endTrouble, openLog, startTrouble } from "./embedded-log.ts";
import { SERVER_ENVIRONMENT } from "./embedded-settings.ts";
import type { RunAs } from "./run-as.ts";
import type { Trouble } from "./trouble.ts";

export interface Running {
  /** Resolves when the database ends without having been asked to; stays pending otherwise. */
  readonly ended: Promise<Trouble>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

interface Start {
  readonly program: string;
  readonly data: string;
  readonly settings: readonly string[];
  readonly runAs: RunAs | null;
  readonly dataDir: string;
}

const READY_WITHIN_MS = 300_000; // after a power cut the log is read again first, which takes a while
const STOP_WITHIN_MS = 30_000;

/** Resolves when connections are taken. Throws Trouble. */
export async function runPostgres(start: Start): Promise<Running> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const log = await openLog(start.dataDir);
    try {
      const child = launch(start, log.fd);
      if (await isReady(child, start.data, until)) return watch(child, start.dataDir);
      const said = await log.said();
      // The children of a killed database take a moment to notice that it is gone.
      const lingering = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said);
      if (!lingering || Date.now() > until - READY_WITHIN_MS + 20_000) throw startTrouble(said, join(start.dataDir, "postgres.log"));
    } finally {
      await log.close();
    }
    await wait(250);
  }
}

/** A session of its own, so that Ctrl-C reaches us alone and we stop it after our own work. */
function launch(start: Start, log: number): ChildProcess {
  const args = ["-D", start.data, ...start.settings];
  const child = spawn(start.program, args, { cwd: start.data, env: SERVER_ENVIRONMENT, detached: true, stdio: ["ignore", log, log], ...start.runAs });
  child.on("error", () => undefined); // a program that cannot be run counts as one that ended: see isReady
  child.unref();
  return child;
}

async function isReady(child: ChildProcess, data: string, until: number): Promise<boolean> {
  while (Date.now() < until && child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await wait(10);
  }
  child.kill("SIGINT");
  return false;
}

function watch(child: ChildProcess, dataDir: string): Running {
  let asked = false;
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const onExit = () => child.kill("SIGINT"); // we end without having stopped it (a crash of ours): it still ends cleanly
  process.once("exit", onExit);
  const ended = new Promise<Trouble>((resolve) => {
    void exited.then(() => {
      process.removeListener("exit", onExit);
      if (!asked) resolve(endTrouble(dataDir));
    });
  });
  return {
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      asked = true;
      child.ref(); // unreferenced, its end would not keep us waiting
      child.kill("SIGINT");
      const late = setTimeout(() => child.kill("SIGQUIT"), STOP_WITHIN_MS);
      await exited;
      clearTimeout(late);
    },
  };
}
