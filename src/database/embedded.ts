// The embedded database: one call gives a running PostgreSQL in the data folder, whatever the last run left behind.
import { mkdir, realpath } from "node:fs/promises";
import pg from "pg";
import { clusterPlace, socketFolder } from "./cluster-place.ts";
import { holdFolder } from "./data-lock.ts";
import { OWNER, accountUrl, keptAccount, readyAccount } from "./embedded-account.ts";
import { embeddedBinaries } from "./embedded-binaries.ts";
import { readyCluster } from "./embedded-cluster.ts";
import { stopLeftover } from "./embedded-leftover.ts";
import { runPostgres } from "./embedded-process.ts";
import { embeddedSettings } from "./embedded-settings.ts";
import { nameTrouble } from "./name-trouble.ts";
import type { Trouble } from "./trouble.ts";

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Where the cluster lies when started as root; everyone can enter it. */
  readonly shelf?: string;
  /** PostgreSQL settings on top of embedded-settings.ts. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Embedded {
  /** The owner's URL. */
  readonly url: string;
  /** Resolves when the database ends unasked. */
  readonly ended: Promise<Trouble>;
  /** Stops the database and gives the data folder back. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on 127.0.0.1 with its files below `dataDir` (made if missing) and holds that folder. Throws Trouble. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const releases: (() => Promise<void>)[] = [];
  try {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
    const dataDir = await realpath(options.dataDir);
    const shelf = options.shelf ?? "/var/lib/troth";
    releases.push(await holdFolder(dataDir));
    const place = await clusterPlace(dataDir, shelf);
    releases.push(await holdFolder(place.folder)); // a copied data folder has its own lock and the same cluster
    const binaries = await embeddedBinaries(place.runAs, place.runAs ? shelf : dataDir);
    const data = await readyCluster(place, binaries, (await keptAccount(dataDir)).password);
    await stopLeftover(data);
    const account = await readyAccount(dataDir); // after the leftover, which may have held the port
    const socket = socketFolder(place);
    const running = await runPostgres({ program: binaries.postgres, data, settings: embeddedSettings(account.port, socket, options.settings ?? {}), runAs: place.runAs, dataDir });
    releases.push(running.stop);
    await readyDatabase(accountUrl(account, "postgres", socket));
    return { url: accountUrl(account, OWNER, socket), ended: running.ended, stop: () => releaseAll(releases) };
  } catch (error) {
    await releaseAll(releases);
    throw nameTrouble(error) ?? error;
  }
}

async function releaseAll(releases: (() => Promise<void>)[]): Promise<void> {
  for (const release of releases.splice(0).reverse()) await release();
}

async function readyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [OWNER]);
    if (found.rowCount === 0) await client.query(`create database ${OWNER}`);
  } finally {
    await client.end();
  }
}
