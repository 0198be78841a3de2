// The rounds of the bench: what is measured, in which order, how often. Each noisy one counts by the best of its rounds.
import { setTimeout as wait } from "node:timers/promises";
import type { Arguments } from "./arguments.ts";
import { DESK } from "./api.ts";
import { PEERS } from "./peers.ts";
import { elapsed, progress } from "./progress.ts";
import { type Row, spread } from "./row.ts";
import { runClient } from "./run-client.ts";
import { seededNumber, type Seeding, uniqueWord } from "./seed.ts";
import type { Server } from "./server.ts";
import { LANGUAGES, vocabularies } from "./vocabulary.ts";

export interface Around {
  readonly args: Arguments;
  readonly server: Server;
  readonly key: string;
  readonly seeding: Seeding;
  readonly databaseUrl: string;
  readonly secret: string;
}

/** Seconds after which nothing is repeated any more: on a busy machine each round takes longer, and the whole is to end in time. */
const again = (args: Arguments): boolean => elapsed() < (args.quick ? 60 : 240);

const CREATED_ONE = 270; // ten times the peer's
const CREATED_MANY = 650;

/** The ceiling and the creation of tickets beside each other, round by round, so that both meet the same machine. */
export async function writing({ args, server, key, seeding, databaseUrl, secret }: Around, size: number, connectionsOf: readonly number[] = [1, 16]): Promise<Row[]> {
  const [rounds, seconds] = args.quick ? [2, 2] : [3, 4];
  const rows: Row[] = [];
  for (const connections of connectionsOf) {
    const [ceiling, created, failures]: [number[], number[], number[]] = [[], [], []];
    for (let round = 1; round <= rounds; round++) {
      if (args.wants("transactions")) ceiling.push((await runClient({ kind: "transactions", databaseUrl, secret, connections, seconds })).perSecond);
      if (!args.wants("create")) continue;
      const done = await runClient({ kind: "create", url: server.url, key, connections, seconds });
      created.push(done.perSecond);
      failures.push(done.failures);
      await mailsLeft(seeding);
      progress(`round ${round}, ${connections} connections: ${created.at(-1)?.toFixed(0)} tickets/s${ceiling.length ? ` under a ceiling of ${ceiling.at(-1)?.toFixed(0)}` : ""}`);
    }
    const many = connections === 1 ? "1 connection" : `${connections} connections`;
    if (ceiling.length) rows.push({ name: `bare database transactions, ${many} (the ceiling)`, size, unit: "/s", value: Math.max(...ceiling) });
    if (created.length) {
      const failed = failures.reduce((sum, n) => sum + n, 0);
      rows.push({
        name: `tickets created by HTTP, ${many}`,
        size,
        unit: "/s",
        value: Math.max(...created),
        target: { value: connections === 1 ? CREATED_ONE : CREATED_MANY },
        peer: connections === 1 ? PEERS.createdOne : PEERS.createdMany,
        note: `${failed} failed`,
      });
    }
  }
  return rows;
}

/** The worker's mails of one round are not to slow the next. */
async function mailsLeft(seeding: Seeding): Promise<void> {
  for (let tries = 0; tries < 600 && (await seeding.waitingMails()) > 0; tries++) await wait(100);
}

/** Small mails at as many connections as tickets are created at: one, and sixteen, at which a peer's figure stands beside it. */
export async function mails({ args, server, key, seeding }: Around, size: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const connections of [1, 16]) {
    const measured = [];
    const mails = (args.quick ? 200 : 500) * (connections === 1 ? 1 : 2);
    for (let round = 1; round <= (args.quick ? 2 : 3); round++) {
      const done = await runClient({ kind: "mails", url: server.url, key, smtp: server.smtp, mails, connections });
      measured.push(done);
      progress(`round ${round}, ${connections === 1 ? "1 connection" : `${connections} connections`}: ${done.perSecond.toFixed(0)} mails/s`);
      await mailsLeft(seeding);
    }
    const missing = measured.reduce((sum, { missing }) => sum + missing, 0);
    rows.push({
      name: `mails by SMTP until the ticket is readable, ${connections === 1 ? "1 connection" : `${connections} connections`}`,
      size,
      unit: "/s",
      value: Math.max(...measured.map(({ perSecond }) => perSecond)),
      ...(connections > 1 && { target: { value: 350 }, peer: PEERS.mails }),
      note: `${missing} missing`,
    });
  }
  return rows;
}

/** What the server holds while a thousand mails of a megabyte come in. */
export async function largeMails({ args, server, key, seeding }: Around, size: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const connections of [1, 16]) {
    const mails = connections === 1 ? (args.quick ? 100 : 300) : args.quick ? 200 : 1_000;
    const before = server.memory();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, server.memory())), 50);
    const large = await runClient({ kind: "mails", url: server.url, key, smtp: server.smtp, mails, connections, bytes: 1_000_000 }).finally(() => clearInterval(watch));
    await mailsLeft(seeding);
    const senders = `${connections} sender${connections === 1 ? "" : "s"}`;
    progress(`${mails} mails of 1 MB, ${senders}: ${large.perSecond.toFixed(0)}/s, ${most.toFixed(0)} MB at most`);
    rows.push({
      name: `server's memory at most, receiving ${mails.toLocaleString("en")} mails of 1 MB, ${senders}`,
      size,
      unit: "MB",
      value: most,
      target: { value: 300 },
      note: `${before.toFixed(0)} MB before; ${large.perSecond.toFixed(0)} such mails a second, ${large.missing} missing`,
    });
  }
  return rows;
}

/** What a server that has just begun holds while sixteen senders at once bring the largest mails that it takes, each signed by its domain, so that it checks who sent them. */
export async function largestMails(server: Server, key: string): Promise<Row> {
  const before = server.memory();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, server.memory())), 20);
  const done = await runClient({ kind: "mails", url: server.url, key, smtp: server.smtp, mails: 16, connections: 16, bytes: 24_000_000, signed: true }).finally(() => clearInterval(watch));
  progress(`16 signed mails of 24 MB, 16 senders: ${most.toFixed(0)} MB at most`);
  return {
    name: "server's memory at most, checking 16 signed mails of 24 MB, 16 senders",
    size: null,
    unit: "MB",
    value: most,
    target: { value: 300 },
    note: `${before.toFixed(0)} MB before; ${done.perSecond.toFixed(1)} such mails a second, ${done.missing} missing`,
  };
}

/** Pages and searches at the size that the desk has now. */
export async function reading(around: Around, size: number): Promise<Row[]> {
  const { args } = around;
  const many = args.quick ? 100 : 300;
  const peersSize = size === 10_000 || (args.quick && size > 2_000); // theirs were measured at 10,000
  const times = async (what: string, paths: readonly string[]): Promise<{ value: number; p99: number }> => {
    const runs = [];
    for (let round = 0; round === 0 || (round < (args.quick ? 1 : 3) && again(args)); round++)
      runs.push(spread((await runClient({ kind: "get", url: around.server.url, key: around.key, paths: paths.map((path) => `/api/${DESK}${path}`), warm: 200 })).times));
    const best = runs.toSorted((a, b) => a.p99 - b.p99)[0]!;
    progress(`${what} at ${size}: p50 ${best.value.toFixed(2)} ms, p99 ${best.p99.toFixed(2)} ms`);
    return best;
  };
  const of = <T>(make: (i: number) => T, n = many): T[] => Array.from({ length: n }, (_, i) => make(i));
  const rows: Row[] = [];
  if (args.wants("pages")) {
    rows.push({
      name: "queue, 50 of the open",
      size,
      unit: "ms",
      ...(await times(
        "queue",
        of(() => "/queue?limit=50"),
      )),
      target: { value: 25, of: "p99" },
    });
    rows.push({
      name: "ticket, whole",
      size,
      unit: "ms",
      ...(await times(
        "ticket",
        of((i) => `/tickets/${seededNumber((i * 7_919) % size)}`),
      )),
    });
    const list = await times(
      "list",
      of(() => "/tickets?limit=50"),
    );
    rows.push({ name: "list, 50 of all", size, unit: "ms", ...list, ...(peersSize && { target: { value: 12.7 }, peer: PEERS.list }) });
    if (peersSize) rows.push({ name: "the same beside a peer's JSON", size, unit: "ms", ...list, target: { value: 24.2 }, peer: PEERS.listJson });
    for (const [name, path] of [
      ["organisations, a page", "/organisations?limit=50"],
      ["people by a part of their name", "/people?q=son%2010"],
      ["ledger, a page", "/ledger?limit=50"],
    ] as const)
      rows.push({
        name,
        size,
        unit: "ms",
        ...(await times(
          name,
          of(() => path, many / 2),
        )),
      });
  }
  if (args.wants("search")) {
    const said = vocabularies();
    const find = (words: string): string => `/search?q=${encodeURIComponent(words)}`;
    for (const language of LANGUAGES) {
      const { words } = said[language];
      rows.push({
        name: `search, two words (${language})`,
        size,
        unit: "ms",
        ...(await times(
          `search ${language}`,
          of((i) => find(`${words[(i * 31) % 80]} ${words[(i * 17 + 7) % 80]}`), many / 2),
        )),
      });
    }
    rows.push({
      name: "search, a unique word",
      size,
      unit: "ms",
      ...(await times(
        "unique word",
        of((i) => find(uniqueWord((i * 6_007) % size))),
      )),
      ...(peersSize && { target: { value: 2.2 }, peer: PEERS.word }),
    });
  }
  return rows;
}
