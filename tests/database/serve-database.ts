// A process that holds an embedded database until it is told to end: what a test kills. Arguments: data folder.
import { startEmbedded } from "../../src/database/embedded.ts";
import { Trouble } from "../../src/database/trouble.ts";

async function serve(dataDir: string): Promise<void> {
  try {
    const server = await startEmbedded({ dataDir });
    process.stdout.write(`${server.url}\n`);
    const alive = setInterval(() => undefined, 60_000);
    process.once("SIGTERM", () => void server.stop().then(() => clearInterval(alive)));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stdout.write(`${error.message} ${error.mend}\n`);
    process.exitCode = 1;
  }
}

await serve(process.argv[2] ?? "");
