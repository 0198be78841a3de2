// Builds what is not built yet, each build in a folder named by its sources: two that build at once, or a server still running, never meet.
import { fork } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";

const MAKING = ["package-lock.json", "bin/build.mjs", "bin/make-build.mjs"];
const KEPT = 3; // builds; older ones may still be used by a running server, the oldest go

/** The folder with cli.js, built if need be. Throws an Error with one sentence where the sources do not build. */
export const builtServer = (root) => built(root, "server", ["src", ...MAKING]);

/** The folder with the console's index.html, built if need be; null where this tree has no console. */
export const builtConsole = async (root) => (existsSync(join(root, "web/console/index.html")) ? built(root, "console", ["web", "src/policy", "src/words", ...MAKING]) : null);

async function built(root, name, sources) {
  const shelf = join(root, "dist", name);
  const folder = join(shelf, fingerprint(root, sources));
  if (existsSync(folder)) return folder;
  const draft = join(shelf, `.draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  process.stderr.write(`Building the ${name} (only after a change) …\n`);
  try {
    await made(root, name, draft);
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw explained(error, name); // else another process built the same meanwhile
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  clearOld(shelf, basename(folder));
  return folder;
}

/** Builds in a process of its own: its memory goes with it. */
function made(root, name, folder) {
  return new Promise((resolve, reject) => {
    const child = fork(join(root, "bin/make-build.mjs"), [name, folder], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
    let fault = null;
    child.on("message", ({ message, ...rest }) => (fault = Object.assign(new Error(message), rest)));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(fault ?? new Error(`The ${name} cannot be built: its process ended with ${code}.`))));
  });
}

function explained(error, name) {
  if (error?.code === "ERR_MODULE_NOT_FOUND") return new Error("The tools that build Troth are not installed: run `npm ci` first, with its development dependencies.");
  if (error?.code === "ENOSPC") return new Error(`The disk is full, so the ${name} cannot be built: free some space.`);
  if (error?.code === "EACCES" || error?.code === "EROFS") return new Error(`The ${name} cannot be built: this user may not write to ${error.path}.`);
  return error;
}

function clearOld(shelf, current) {
  const others = readdirSync(shelf)
    .filter((each) => each !== current && /^[0-9a-f]{12}$/.test(each))
    .map((each) => ({ path: join(shelf, each), at: statSync(join(shelf, each), { throwIfNoEntry: false })?.mtimeMs ?? 0 })) // another process may clear it meanwhile
    .sort((a, b) => b.at - a.at);
  for (const { path } of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
