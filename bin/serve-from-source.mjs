// The server straight from its sources, for `npm run dev`: tsx starts it anew after each change.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/cli.ts";

await run(["serve"], { root: dirname(dirname(fileURLToPath(import.meta.url))), consoleFolder: null });
