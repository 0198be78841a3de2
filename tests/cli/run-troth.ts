// Runs the command line as a person does: a process of its own, on real files.
import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, vi } from "vitest";

vi.setConfig({ testTimeout: 120_000 }); // processes, and a build after a change
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npx troth …`, bounded in time; the environment is the test's own with `env` over it. */
export function troth(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !["DATABASE_URL", "DATA_DIR", "VITEST", "NODE_ENV"].includes(name)));
    execFile(process.execPath, [join(ROOT, "bin/troth.mjs"), ...args], { cwd: ROOT, env: { ...inherited, ...env }, timeout: 100_000, maxBuffer: 50_000_000 }, (error, out, err) => {
      resolve({ code: error ? (typeof error.code === "number" ? error.code : 1) : 0, out, err: err.replace(/^Building .*\n/gm, "") });
    });
  });
}

const parent = mkdtempSync(join(tmpdir(), "troth-cli-"));
afterAll(() => rm(parent, { recursive: true, force: true }));

/** A new folder with these files, gone when the test file is done; its path. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(parent, "files-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
