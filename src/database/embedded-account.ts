// How to reach the embedded database: its port and the owner's password, kept in the data folder for the command line and the next start.
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { keptFile, readIfThere, replaceFile } from "./kept-file.ts";

export interface Account {
  readonly port: number;
  readonly password: string;
}

/** The owner of everything in the embedded cluster. */
export const OWNER = "troth";

/** The account of `<dataDir>/database.json` (mode 600), made at the first call. */
export async function keptAccount(dataDir: string): Promise<Account> {
  const password = randomBytes(24).toString("hex");
  const port = await freePort();
  return parse(await keptFile(join(dataDir, "database.json"), () => JSON.stringify({ port, password })));
}

/** The kept account with a port that is free at this moment: the kept one, or a new one which is kept from now on. */
export async function readyAccount(dataDir: string): Promise<Account> {
  const kept = await keptAccount(dataDir);
  if (await isFree(kept.port)) return kept;
  const moved = { ...kept, port: await freePort() };
  await replaceFile(join(dataDir, "database.json"), JSON.stringify(moved));
  return moved;
}

/** The owner's URL of the embedded database in this data folder, or null where none was made yet. It need not be running. */
export async function embeddedUrl(dataDir: string): Promise<string | null> {
  const kept = await readIfThere(join(dataDir, "database.json"));
  return kept === null ? null : accountUrl(parse(kept), OWNER);
}

/** A URL for `database` of the embedded cluster: through the socket in `socketFolder`, which costs less than loopback, or over loopback where there is none. */
export function accountUrl(account: Account, database: string, socketFolder: string | null = null): string {
  const host = socketFolder === null ? "127.0.0.1" : encodeURIComponent(socketFolder);
  return `postgres://${OWNER}:${account.password}@${host}:${account.port}/${database}`;
}

function parse(text: string): Account {
  const kept: unknown = JSON.parse(text);
  if (typeof kept === "object" && kept !== null && "port" in kept && "password" in kept) {
    if (typeof kept.port === "number" && typeof kept.password === "string") return { port: kept.port, password: kept.password };
  }
  throw new Error("database.json of the data folder is damaged");
}

async function freePort(): Promise<number> {
  return listen(0);
}

async function isFree(port: number): Promise<boolean> {
  return listen(port).then(
    () => true,
    () => false,
  );
}

/** Listens on a loopback port for a moment and says which it was. */
function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
