// Builds what is not built yet, each build in a folder named by its sources: two that build at once, or a server still running, never meet.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";

const KEPT = 3; // builds; older ones may still be used by a running server, the oldest go

/** The folder with cli.js, built if need be. Throws an Error with one sentence where the sources do not build. */
export async function builtServer(root) {
  return built(root, "server", ["src", "package-lock.json", "bin/build.mjs"], async (folder) => {
    const { build } = await import("esbuild");
    await build({
      absWorkingDir: root,
      entryPoints: { cli: "src/cli.ts", "reading-thread": "src/doors/mail/reading/reading-thread.ts" },
      outdir: folder,
      bundle: true,
      packages: "external",
      platform: "node",
      target: "node20",
      format: "esm",
      splitting: true,
      sourcemap: true,
      jsx: "automatic",
      logLevel: "silent",
      chunkNames: "part-[hash]",
    });
    cpSync(join(root, "src/database/migrations"), join(folder, "migrations"), { recursive: true });
  });
}

/** The folder with the console's index.html, built if need be; null where this tree has no console. */
export async function builtConsole(root) {
  if (!existsSync(join(root, "web/console/index.html"))) return null;
  return built(root, "console", ["web", "src/policy", "src/words", "package-lock.json", "bin/build.mjs"], async (folder) => {
    const { build } = await import("vite");
    const configFile = ["web/console/vite.config.ts", "web/vite.config.ts", "vite.config.ts"].map((file) => join(root, file)).find((file) => existsSync(file));
    await build({ root: join(root, "web/console"), ...(configFile && { configFile }), base: "/console-assets/", logLevel: "silent", build: { outDir: folder, emptyOutDir: true } });
  });
}

async function built(root, name, sources, make) {
  const shelf = join(root, "dist", name);
  const folder = join(shelf, fingerprint(root, sources));
  if (existsSync(folder)) return folder;
  const draft = join(shelf, `.draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  process.stderr.write(`Building the ${name} (only after a change) …\n`);
  try {
    await make(draft);
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw explained(error, name); // else another process built the same meanwhile
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  clearOld(shelf, basename(folder));
  return folder;
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
    .map((each) => ({ path: join(shelf, each), at: statSync(join(shelf, each)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
