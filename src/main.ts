// Wires the house: database, desks, doors, worker. The only file that knows everyone; the order of starting and stopping stands here.
import { mkdir, realpath } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { blobsIn } from "./database/blobs.ts";
import { connect } from "./database/connect.ts";
import { holdFolder } from "./database/data-lock.ts";
import { startEmbedded } from "./database/embedded.ts";
import { growSlowly } from "./database/memory.ts";
import { nameTrouble } from "./database/name-trouble.ts";
import { keptSecret } from "./database/secret.ts";
import { Trouble } from "./database/trouble.ts";
import { type DemoDesk, openDemoDesks } from "./demo/demo-desks.ts";
import { loginsText } from "./demo/logins-text.ts";
import type { House, News } from "./desk/house.ts";
import { desksWithDemoLogins } from "./desk/staff/demo-logins.ts";
import { imapName } from "./doors/mail/imap/imap-account.ts";
import { type Settings, showsMailbox } from "./settings.ts";
import type { Standing } from "./cli/standing.ts";

/** What was started, in this order; it is stopped in the other. */
type Started = (() => Promise<unknown>)[];

/** ms after which a second Ctrl-C ends at once; before, it is the first one's echo: a terminal and npm both pass it on. */
const IMPATIENT = 1_500;
const SLOW = 20_000; // ms for stopping; what takes longer is left to the next start

/** Starts everything, says where to click, and resolves when the server runs. A signal stops it cleanly. Throws Trouble. */
export async function serve(settings: Settings, standing: Standing): Promise<void> {
  const started: Started = [];
  let stopping: Promise<void> | null = null;
  const stop = (code: number): Promise<void> => (stopping ??= stopAll(started).finally(() => process.exit(code)));
  let asked = 0;
  const told = (signal: string): void => {
    if (stopping) return Date.now() - asked > IMPATIENT ? process.exit(1) : undefined;
    asked = Date.now();
    process.stdout.write(`${signal === "SIGINT" ? "\n" : ""}Stopping …\n`);
    void stop(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, told);
  process.on("unhandledRejection", (error) => log(error, settings)); // a promise that nobody watched costs what it was for, not the process
  try {
    const { ended } = await start(settings, standing, started);
    void ended.then((trouble) => {
      if (stopping) return;
      process.stderr.write(`${trouble.message}\n${trouble.mend}\n`);
      void stop(1);
    });
  } catch (error) {
    if (stopping) return; // a signal came while it started
    await stopAll(started);
    throw nameTrouble(error) ?? error;
  }
}

async function start(settings: Settings, standing: Standing, started: Started): Promise<{ ended: Promise<Trouble> }> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const doors = import("./open-doors.ts"); // read while the database starts
  doors.catch(() => undefined); // said where it is awaited
  const dataDir = await madeFolder(settings.dataDir);
  const { url, ended } = await startDatabase(settings, dataDir, started, say);
  const port = await freePort(settings.host, settings.port, "PORT");
  const smtpPort = await freePort(settings.smtpHost, settings.smtpPort, "SMTP_PORT");
  const secret = settings.secret ?? (await keptSecret(dataDir));
  const fault = (error: unknown): void => log(error, settings);
  const database = await connect({ url, secret, fault });
  started.push(() => database.close());

  const listeners: ((news: News) => void)[] = [];
  const publicUrl = settings.publicUrl ?? `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`;
  const house: House = {
    database,
    blobs: blobsIn(dataDir),
    now: Date.now,
    publicUrl,
    secret,
    subaddresses: settings.subaddresses,
    webhooksInside: settings.webhooksInside,
    changed: (news) => listeners.forEach((hear) => hear(news)),
  };
  const demos = settings.demo ? await openDemoDesks(house, join(standing.root, "policies"), say) : [];
  if (!settings.demo) await refuseDemoLogins(house);
  await (await doors).openDoors(house, { ...settings, port, smtpPort }, standing, { started, listeners, fault });
  for (const line of welcome(settings, publicUrl, smtpPort, demos)) say(line);
  setImmediate(growSlowly);
  return { ended };
}

/** The data folder, made where it is missing; its real path. Throws Trouble. */
async function madeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await realpath(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw code === "ENOTDIR" || code === "EEXIST" || code === "ENOENT"
      ? new Trouble(`The data folder ${folder} cannot be made: a part of that path is no folder.`, "Set DATA_DIR to a folder.", { cause: error })
      : error;
  }
}

/** The embedded database holds the data folder itself; with another one the folder is held here. */
async function startDatabase(settings: Settings, dataDir: string, started: Started, say: (line: string) => void): Promise<{ url: string; ended: Promise<Trouble> }> {
  if (settings.databaseUrl !== null) {
    started.push(await holdFolder(dataDir));
    return { url: settings.databaseUrl, ended: new Promise(() => undefined) };
  }
  say(`Starting the database in ${dataDir} …`);
  const embedded = await startEmbedded({ dataDir });
  started.push(() => embedded.stop());
  return embedded;
}

/** The wanted port if it is free, some free one for 0. Throws Trouble. */
function freePort(host: string, wanted: number, setting: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(portTrouble(error, host, wanted, setting)));
    probe.listen(wanted, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : wanted));
    });
  });
}

function portTrouble(error: NodeJS.ErrnoException, host: string, port: number, setting: string): Error {
  if (error.code === "EADDRINUSE") return new Trouble(`Port ${port} on ${host} is used by another program.`, `End that one, or set ${setting} to another port.`, { cause: error });
  if (error.code === "EACCES") return new Trouble(`This user may not listen on port ${port}.`, `Set ${setting} to a port above 1023.`, { cause: error });
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new Trouble(`This machine has no address ${host}.`, "Set HOST to one that it has, as 127.0.0.1 or 0.0.0.0.", { cause: error });
  return error;
}

/** Logins with a password that anybody knows are for this machine alone. */
async function refuseDemoLogins(house: House): Promise<void> {
  const desks = await house.database.asOwner(desksWithDemoLogins, { readOnly: true });
  if (desks.length === 0) return;
  throw new Trouble(
    `The database has demo logins whose password anybody knows (${desks.join(", ")}), and the server is not in demo mode on this machine alone.`,
    "Start with a DATA_DIR or DATABASE_URL that never ran the demo, or go back to HOST=127.0.0.1 without PUBLIC_URL and with DEMO=on.",
  );
}

function welcome(settings: Settings, url: string, smtpPort: number, demos: readonly DemoDesk[]): string[] {
  const mail = `smtp://${settings.smtpHost}:${smtpPort}`;
  const caught = settings.smtpUrl !== null || showsMailbox(settings) ? [] : ["No mail leaves: set SMTP_URL to the server that sends it."];
  const open =
    settings.smtpTls === null && !["localhost", "::1"].includes(settings.smtpHost) && !settings.smtpHost.startsWith("127.")
      ? ["Mail comes in unencrypted: set SMTP_TLS_KEY and SMTP_TLS_CERT, or let only a mail server of yours reach it."]
      : [];
  const boxes = settings.imap.length ? [`Mailboxes that are read: ${settings.imap.map((each) => `${imapName(each)} for ${each.desk}`).join(", ")}.`] : [];
  return ["", ...(demos.length ? [loginsText(demos, url, mail), ""] : []), `Troth is running at ${url}; mail comes in at ${mail}. Ctrl-C stops it.`, ...boxes, ...open, ...caught];
}

/** Later things first. One that does not end holds nobody up for long. */
async function stopAll(started: Started): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, SLOW).unref());
  const all = async (): Promise<void> => {
    for (const stop of started.splice(0).reverse()) await stop().catch((error: unknown) => process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`));
  };
  await Promise.race([all(), late]);
}

/** Faults that nobody waits for: said in one line, and only once a minute each. */
const said = new Map<string, number>();
function log(error: unknown, settings: Settings): void {
  const line = nameTrouble(error)?.message ?? (error instanceof Error ? error.message : String(error));
  if (settings.logLevel === "silent" || Date.now() - (said.get(line) ?? 0) < 60_000) return;
  said.set(line, Date.now());
  process.stderr.write(`${line}\n`);
  if (settings.logLevel === "debug" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}
