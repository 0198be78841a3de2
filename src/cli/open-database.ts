// The database for a command: the one that DATABASE_URL names, the running server's, or the embedded one started for the moment.
import { blobsIn, type Blobs } from "../database/blobs.ts";
import { isFolderHeld } from "../database/data-lock.ts";
import { embeddedUrl } from "../database/embedded-account.ts";
import { startEmbedded } from "../database/embedded.ts";
import { keptSecret } from "../database/secret.ts";
import type { Settings } from "../settings.ts";

export interface OpenDatabase {
  readonly url: string; // the owner's
  /** The server's secret; made and kept in the data folder where there is none yet. */
  readonly secret: () => Promise<string>;
  readonly dataDir: string;
  readonly blobs: Blobs;
  /** Stops what was started for the moment. */
  close(): Promise<void>;
}

/** Opens it by the settings. A server that runs on the data folder goes on undisturbed. Throws Trouble. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const { dataDir } = settings;
  const common = { dataDir, blobs: blobsIn(dataDir), secret: async () => settings.secret ?? (await keptSecret(dataDir)) };
  if (settings.databaseUrl !== null) return { ...common, url: settings.databaseUrl, close: async () => undefined };
  const running = (await isFolderHeld(dataDir)) ? await embeddedUrl(dataDir) : null;
  if (running !== null) return { ...common, url: running, close: async () => undefined };
  const embedded = await startEmbedded({ dataDir });
  return { ...common, url: embedded.url, close: () => embedded.stop() };
}
