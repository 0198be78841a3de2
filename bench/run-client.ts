// Runs one job in the client's process and gives what it measured.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Measured } from "./job.ts";

const CLIENT = fileURLToPath(new URL("./client.ts", import.meta.url));
const LONGEST = 180_000; // ms

/** Throws Error where the job failed or took longer than three minutes. */
export function runClient<J extends Job>(job: J): Promise<Measured[J["kind"]]> {
  return new Promise((resolve, reject) => {
    const child = fork(CLIENT, [JSON.stringify(job)], { stdio: ["ignore", "inherit", "inherit", "ipc"] }); // tsx is inherited
    const late = setTimeout(() => child.kill("SIGKILL"), LONGEST);
    let measured: Measured[J["kind"]] | undefined;
    child.on("message", (message) => (measured = message as Measured[J["kind"]]));
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(late);
      if (measured !== undefined) resolve(measured);
      else reject(new Error(`the client's job ${job.kind} ended with ${code}`));
    });
  });
}
