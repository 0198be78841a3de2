// Writes rows.gen.ts from the migrations, on a database of its own that is gone afterwards: `npm run generate:rows`.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "./connect.ts";
import { discardEmbedded } from "./discard-embedded.ts";
import { startEmbedded } from "./embedded.ts";
import { rowTypes } from "./row-types.ts";

async function generate(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "troth-rows-"));
  const server = await startEmbedded({ dataDir, settings: { fsync: "off" } });
  try {
    const database = await connect({ url: server.url, secret: "rows" });
    const text = await rowTypes(database.owner).finally(database.close);
    await writeFile(fileURLToPath(new URL("./rows.gen.ts", import.meta.url)), text);
  } finally {
    await server.stop();
    await discardEmbedded(dataDir);
  }
}

await generate();
