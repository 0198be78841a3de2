// Tells one process from a later one that was given the same number.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * When the process began, as an opaque text that no other process on this machine has together with the same number;
 * null where no such process lives. Linux: boot id and start ticks (proc(5), field 22); elsewhere what `ps` says.
 */
export async function processBirth(pid: number): Promise<string | null> {
  if (process.platform !== "linux") {
    const seen = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => null);
    return seen?.stdout.trim() || null;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may hold spaces
  if (fields[0] === "Z" || fields[0] === "X") return null; // dead, only not yet collected by its parent
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${boot.trim()} ${fields[19]}`;
}
