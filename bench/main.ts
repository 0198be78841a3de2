// `npm run bench`: one table of how fast it is, on the embedded database, with the client in another process.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discardEmbedded } from "../src/database/discard-embedded.ts";
import { embeddedUrl } from "../src/database/embedded-account.ts";
import { keptSecret } from "../src/database/secret.ts";
import { DESK, makeKey } from "./api.ts";
import { alikeRows } from "./alike.ts";
import { similarFound } from "./similar.ts";
import { type Arguments, readArguments } from "./arguments.ts";
import { compareRows } from "./compare-rows.ts";
import { deadlines } from "./deadlines.ts";
import { checkRows } from "./check-rows.ts";
import { importCustomers } from "./import.ts";
import { ledger } from "./ledger.ts";
import { decisionRate } from "./decisions.ts";
import { type Around, largeMails, largestMails, mails, reading, writing } from "./measure.ts";
import { elapsed, progress } from "./progress.ts";
import { readingMails } from "./reading-mails.ts";
import type { Row } from "./row.ts";
import { runClient } from "./run-client.ts";
import { type Seeding, seeding } from "./seed.ts";
import { type Server, startServer } from "./server.ts";
import { table } from "./table.ts";
import { timersDue } from "./timers-due.ts";

const rows: Row[] = [];
const ends: (() => Promise<unknown>)[] = [];

async function end(): Promise<void> {
  for (const each of ends.splice(0).reverse()) await each().catch((error: unknown) => progress(String(error)));
}

async function bench(args: Arguments): Promise<void> {
  if (args.wants("decisions")) rows.push(decisions(args));
  if (args.wants("check")) rows.push(...(await checkRows(args.quick)));
  if (args.wants("compare")) rows.push(...compareRows(args.quick));
  if (args.wants("alike")) rows.push(...alikeRows());
  if (args.wants("reading")) rows.push(...(await readingMails()));
  if (args.wants("deadlines")) {
    progress("deadlines");
    rows.push(...deadlines(args.quick));
  }
  if (!["transactions", "create", "mails", "pages", "search", "alike", "timers", "ledger", "import", "memory", "start"].some((part) => args.wants(part as "create"))) return;
  const dataDir = await mkdtemp(join(tmpdir(), "troth-bench-"));
  ends.push(() => discardEmbedded(dataDir));
  progress("first start: it builds itself, makes its database and opens the demo desks");
  await (await startServer(dataDir, "itself")).stop();
  if (args.wants("mails")) {
    progress("the largest mails, on a server that has just begun");
    const begun = await startServer(dataDir, "itself");
    ends.push(() => begun.stop());
    rows.push(await largestMails(begun, await makeKey(begun.url)));
    await begun.stop();
  }
  progress("starting again, as on any other day");
  const server = await startServer(dataDir, "itself");
  ends.push(() => server.stop());
  await onServer(args, server, dataDir);
  await server.stop();
  if (args.wants("start")) rows.push(await starting(args, dataDir));
}

function decisions(args: Arguments): Row {
  progress("decisions");
  const { perSecond, effects, reasons } = decisionRate(args.quick ? 2 : 3, 1_500);
  return {
    name: "policy decisions, one core",
    size: null,
    unit: "/s",
    value: perSecond,
    target: { value: 50_000 },
    note: `taxdome, opened; ${effects.toFixed(1)} effects and ${reasons.toFixed(1)} reasons each`,
  };
}

async function onServer(args: Arguments, server: Server, dataDir: string): Promise<void> {
  if (args.wants("memory")) rows.push({ name: "server's memory after the start", size: null, unit: "MB", value: server.memory() });
  const databaseUrl = await embeddedUrl(dataDir);
  if (databaseUrl === null) throw new Error("the server has no embedded database: DATABASE_URL must not be set for the bench");
  const key = await makeKey(server.url);
  const fill = await seeding(databaseUrl);
  ends.push(() => fill.close());
  const around: Around = { args, server, key, seeding: fill, databaseUrl, secret: await keptSecret(dataDir) };
  await fill.customers();
  await runClient({ kind: "create", url: server.url, key, connections: 4, seconds: 1 }); // the example that the seeding copies
  const [small, large] = args.quick ? [2_000, 10_000] : [10_000, 100_000];
  await fillTo(fill, 0, small);
  rows.push(...(await reading(around, small))); // first: what is written afterwards makes the desk larger
  if (args.wants("create") || args.wants("mails")) await atWork(args, server, key);
  if (args.wants("transactions") || args.wants("create")) rows.push(...(await writing(around, small)));
  if (args.wants("mails")) rows.push(...(await mails(around, small)), ...(await largeMails(around, small)));
  if (args.wants("timers")) rows.push(...(await timersDue(databaseUrl, small, small)));
  if (args.wants("ledger")) rows.push(...(await ledger(databaseUrl, server.url, key, args.quick ? 100_000 : 1_000_000, small)));
  if (args.wants("import")) rows.push(...(await importCustomers(databaseUrl, around.secret, args.quick ? 10_000 : 100_000, small)));
  if (args.wants("create") || args.wants("pages") || args.wants("search") || args.wants("alike")) {
    await fillTo(fill, small, large);
    rows.push(...(await reading(around, large)));
    if (args.wants("alike")) rows.push(...(await similarFound(databaseUrl, server.url, key, large)));
    if (args.wants("create")) {
      progress("until the database has taken stock of them");
      await fill.settled();
      await atWork(args, server, key);
      rows.push(...(await writing(around, large, [16])));
    }
  }
  if (args.wants("memory")) rows.push({ name: "server's memory after all of this", size: null, unit: "MB", value: server.memory() });
  ends.splice(ends.length - 1, 1);
  await fill.close();
}

/** Half a minute of requests first: a server is measured as it is at work, its programs compiled and its database's statistics taken. */
async function atWork(args: Arguments, server: Server, key: string): Promise<void> {
  const seconds = args.quick ? 8 : 30;
  progress(`${seconds} s of requests, so that a server at work is measured`);
  await runClient({ kind: "create", url: server.url, key, connections: 16, seconds });
}

async function fillTo(fill: Seeding, from: number, to: number): Promise<void> {
  let told = elapsed();
  await fill.tickets(from, to, (done) => {
    if (elapsed() - told < 3 && done < to) return;
    told = elapsed();
    progress(`${done.toLocaleString("en")} of ${to.toLocaleString("en")} tickets in the desk`);
  });
}

/** Built and full of tickets: what somebody waits for who starts it again. */
async function starting(args: Arguments, dataDir: string): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < (args.quick ? 1 : 3); round++) {
    const start = performance.now();
    const server = await startServer(dataDir, "npm");
    await fetch(`${server.url}/api/${DESK}`);
    times.push((performance.now() - start) / 1000);
    progress(`npm start answered after ${times.at(-1)?.toFixed(2)} s`);
    await server.stop();
  }
  return { name: "npm start until the first answer, when built", size: null, unit: "s", value: Math.min(...times) };
}

const args = readArguments(process.argv.slice(2));
if (args) {
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => void end().finally(() => process.exit(130)));
  try {
    await bench(args);
  } finally {
    await end();
  }
  const notes = rows.filter((row) => row.note).map((row) => `- ${row.name}${row.size === null ? "" : ` (${row.size.toLocaleString("en")})`}: ${row.note}`);
  process.stdout.write(args.json ? `${JSON.stringify(rows, null, 2)}\n` : `${table(rows)}\n\n${notes.join("\n")}\n`);
  progress("done");
}
