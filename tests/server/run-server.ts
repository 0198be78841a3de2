// The built server as a process of its own, on free ports and a data folder that is gone afterwards.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTransport } from "nodemailer";
import { afterAll, vi } from "vitest";
import { discardEmbedded } from "../../src/database/discard-embedded.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LONG = 90_000; // ms: a first start builds, makes a cluster and opens five desks
vi.setConfig({ testTimeout: 2 * LONG, hookTimeout: 2 * LONG });

export interface Caught {
  readonly desk: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Record<string, string>;
}
export interface Server {
  readonly url: string;
  readonly smtpPort: number;
  readonly output: () => string;
  readonly process: ChildProcess;
  /** Sends the signal and waits for the end: the exit code, or the signal's name. */
  stop(signal?: NodeJS.Signals): Promise<number | string | null>;
}
export interface Ended {
  readonly code: number | string | null;
  readonly output: string;
}

/** A new data folder, removed with its database when the file is done. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "troth-server-"));
  afterAll(async () => {
    for (const server of running) await server.stop("SIGKILL");
    for (
      let n = 0;
      n < 50 &&
      (await discardEmbedded(folder).then(
        () => false,
        () => true,
      ));
      n++
    )
      await wait(100);
  });
  return folder;
}

const running = new Set<Server>();

/** Starts it and waits until it answers. */
export async function startServer(dataDir: string, env: Readonly<Record<string, string>> = {}, tries = 3): Promise<Server> {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const { child, output } = launch({ DATA_DIR: dataDir, PORT: String(port), SMTP_PORT: String(smtpPort), ...env });
  const ended = new Promise<number | string | null>((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const server: Server = {
    url: `http://127.0.0.1:${port}`,
    smtpPort,
    output,
    process: child,
    async stop(signal = "SIGTERM") {
      running.delete(server);
      child.kill(signal);
      return Promise.race([ended, wait(LONG).then(() => "did not end")]);
    },
  };
  running.add(server);
  for (const end = Date.now() + LONG; Date.now() < end; await wait(50)) {
    if (child.exitCode !== null) break;
    if (output().includes("Troth is running at")) return server;
  }
  running.delete(server);
  // A port that was free a moment ago may be somebody else's now, where several test files start servers at once.
  if (tries > 1 && env["PORT"] === undefined && output().includes("is used by another program")) return startServer(dataDir, env, tries - 1);
  throw new Error(`the server did not start:\n${output()}`);
}

/** Starts it where it should refuse to: how it ended, and what it said. */
export async function startRefused(env: Readonly<Record<string, string>>): Promise<Ended> {
  const { child, output } = launch(env);
  const code = await Promise.race([new Promise<number | string | null>((resolve) => child.once("exit", (c, signal) => resolve(c ?? signal))), wait(LONG).then(() => "did not end")]);
  child.kill("SIGKILL");
  return { code, output: output().replace(/^Building .*\n/gm, "") };
}

function launch(env: Readonly<Record<string, string>>): { child: ChildProcess; output: () => string } {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|DATA_DIR|PORT|HOST|DEMO|VITEST.*|NODE_ENV|NODE_OPTIONS)$/.test(name)));
  const path = `${dirname(process.execPath)}:${process.env["PATH"]}`; // the command finds this Node first
  const child = spawn(join(ROOT, "bin/troth.mjs"), ["serve"], { cwd: ROOT, env: { ...inherited, PATH: path, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  return { child, output: () => said };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
      });
  });
}

/** Sends a mail to the server as any program does. */
export async function sendMail(server: Server, mail: { from: string; to: string; subject: string; text: string; messageId?: string }): Promise<void> {
  const client = createTransport({ host: "127.0.0.1", port: server.smtpPort, ignoreTLS: true });
  await client.sendMail(mail);
  client.close();
}

/** The caught mails to an address, once there are at least `least`. */
export async function caughtMails(server: Server, to: string, least: number): Promise<Caught[]> {
  let mails: Caught[] = [];
  for (const end = Date.now() + 20_000; Date.now() < end && mails.length < least; await wait(100)) {
    mails = (await (await fetch(`${server.url}/mailbox/messages?to=${encodeURIComponent(to)}`)).json()) as Caught[];
  }
  return mails;
}
