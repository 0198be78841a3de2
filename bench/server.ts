// The server under measurement: a process of its own, started as anybody starts it, on its own data folder and free ports.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LONGEST = 120_000; // ms to start, or to stop

export interface Server {
  readonly url: string; // "http://127.0.0.1:41233"
  readonly smtp: { readonly host: string; readonly port: number };
  /** Resident memory of the server's process, without the database's, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts it and waits until it says where it is. `by` npm as a person does, or itself, so that the process is ours to look at. */
export async function startServer(dataDir: string, by: "itself" | "npm"): Promise<Server> {
  const [program, args] = by === "npm" ? ["npm", ["start"]] : ["bin/troth.mjs", ["serve"]];
  const env = { ...process.env, PORT: "0", SMTP_PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, LOG_LEVEL: "warn", DNS_SERVERS: "127.0.0.1:9" }; // whom nobody answers: no question leaves this machine
  for (const name of ["DATABASE_URL", "PUBLIC_URL", "SMTP_URL", "IMAP_URLS", "DEMO", "NODE_OPTIONS"]) delete (env as Record<string, string | undefined>)[name];
  const child = spawn(program as string, args as string[], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  process.once("exit", () => signal(child, "SIGKILL"));
  const [, url = "", host = "", port = "0"] = await said(child, /running at (http:\S+); mail comes in at smtp:\/\/([^:]+):(\d+)/);
  return {
    url,
    smtp: { host, port: Number(port) },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024,
    async stop() {
      signal(child, "SIGTERM");
      for (let waited = 0; signal(child, 0); waited += 50) {
        if (waited > LONGEST) signal(child, "SIGKILL");
        await wait(50);
      }
    },
  };
}

/** To the group: npm and what it started. False where nobody of it is left. */
function signal(child: ChildProcess, name: NodeJS.Signals | 0): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

function said(child: ChildProcess, line: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = "";
    const late = setTimeout(() => reject(new Error(`the server did not start:\n${text}`)), LONGEST);
    const hear = (chunk: Buffer): void => {
      if (text.length > 1e6) return; // later words are for the log
      text += chunk.toString();
      const found = line.exec(text);
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code}:\n${text}`));
    });
  });
}
