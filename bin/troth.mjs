#!/usr/bin/env -S MALLOC_MMAP_THRESHOLD_=524288 node
// The command `troth`: builds what changed since the last time, then runs it. Memory of more than half a megabyte goes straight back to the system:
// left to itself, glibc keeps what one large mail took for the next (mallopt(3), M_MMAP_THRESHOLD), which is 30 MB and more of a server's memory.
// `npm start` sets the same.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { builtConsole, builtServer } from "./build.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
if (process.env.LOG_LEVEL === "debug") process.setSourceMapsEnabled(true); // reading the maps costs a tenth of the start

delete process.env.MALLOC_MMAP_THRESHOLD_; // read when this process began; the database and the builders keep their own ways
process.env.NODE_ENV ??= "production"; // libraries leave out what is for their own developers

try {
  const [server, consoleFolder] = await Promise.all([builtServer(root), args[0] === "serve" && !args.includes("--help") ? consoleIfItBuilds() : null]);
  const { run } = await import(pathToFileURL(join(server, "cli.js")).href);
  await run(args, { root, consoleFolder });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Mail, customers and the API do not wait for the agents' pages. */
function consoleIfItBuilds() {
  return builtConsole(root).catch((error) => {
    process.stderr.write(`The console could not be built, the rest starts without it: ${error.message.split("\n", 1)[0]} \`npx vite build\` says more.\n`);
    return null;
  });
}
