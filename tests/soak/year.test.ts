// A year at a desk in a minute: its clock is stepped, tickets come and go, the process that rings and sends is killed at random.
// Afterwards everything is counted: each promise ended once or runs, each reminder went out once, ledger and history agree.
// TROTH_SOAK=10000 makes it as many tickets, a step every six hours, and more killings; without it a hundred and some, a step every other day.
import { type ChildProcess, spawn } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { change } from "../../src/desk/change.ts";
import type { Actor } from "../../src/desk/event.ts";
import { keepVersion } from "../../src/desk/policies/activate.ts";
import { compile, dueAt } from "../../src/policy/index.ts";
import { MONDAY, smallDesk } from "../desk/small-desk.ts";
import { SOAK_POLICY } from "./soak-policy.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TICKETS = Number(process.env["TROTH_SOAK"] ?? 120);
const LONG = process.env["TROTH_SOAK"] !== undefined;
const STEPS_A_DAY = LONG ? 4 : 0.5;
const AT_ONCE = 6;
const KILL_EVERY = LONG ? 16 : 25; // steps, on average

const { house, database, url, ids, at } = await smallDesk();
const { policy, findings } = compile(SOAK_POLICY);
if (!policy) throw new Error(findings.map((f) => f.message).join("\n"));
await database.asOwner((tx) => keepVersion(tx, "small", 2, policy, SOAK_POLICY, "test"));
const folder = await mkdtemp(join(tmpdir(), "troth-soak-"));
const clock = join(folder, "clock");
afterAll(() => rm(folder, { recursive: true, force: true }));

// Built once: killed a hundred times, it must start in a moment, and a year of it stays as it was when it began.
const root = fileURLToPath(new URL("../..", import.meta.url));
await mkdir(join(root, "dist"), { recursive: true });
const built = await mkdtemp(join(root, "dist", "soak-"));
await build({
  absWorkingDir: root,
  entryPoints: { worker: "tests/soak/worker-process.ts" },
  outdir: built,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  logLevel: "silent",
});
await cp(join(root, "src/database/migrations"), join(built, "migrations"), { recursive: true });
afterAll(() => rm(built, { recursive: true, force: true }));

let now = MONDAY;
function set(to: number): void {
  now = to;
  at(to);
  writeFileSync(`${clock}.new`, String(to));
  renameSync(`${clock}.new`, clock); // whole or not at all
}

let worker: ChildProcess | null = null;
let kills = 0;
const said: string[] = [];
let gone = ""; // a worker that nobody killed
async function start(): Promise<void> {
  const child = spawn(process.execPath, [join(built, "worker.mjs"), url, clock], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  child.stderr?.on("data", (text: Buffer) => said.push(text.toString()));
  child.on("exit", (code) => (gone = code === null ? gone : `the worker ended by itself with ${code}: ${said.slice(-3).join("")}`));
  worker = child;
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code} before it began: ${said.join("")}`)));
  });
}
async function kill(): Promise<void> {
  const child = worker;
  if (!child) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  kills++;
}
afterAll(() => kill());

const rows = <R extends object>(sql: string, ...params: unknown[]): Promise<R[]> => database.asDesk("small", (tx) => tx.query<R>(sql, params));
async function owed(): Promise<number> {
  const [row] = await rows<{ n: number }>(
    "select ((select count(*) from timers where desk = 'small' and at <= at_ms($1)) + (select count(*) from outbox where desk = 'small' and kind = 'mail' and done_at is null and given_up_at is null))::int as n",
    now,
  );
  return row?.n ?? 0;
}
/** Waits until nothing is due and nothing waits to leave. What a killed process held comes free when its hold has lapsed by the desk's clock. */
async function drained(): Promise<void> {
  for (let tries = 0; (await owed()) > 0; tries++) {
    if (tries > 12_000)
      throw new Error(
        `${await owed()} still wait at ${new Date(now).toISOString()}: ${JSON.stringify(await rows("select key, about, tries, claimed_until from timers where at <= at_ms($1) limit 5", now))} ${said.slice(-3).join("")}`,
      );
    if (gone) throw new Error(gone);
    await wait(8);
    if (tries > 0 && tries % 40 === 0) set(now + 2 * MINUTE);
  }
}

/** The same numbers every time: mulberry32, public domain. */
let seed = 20260302;
function chance(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** Different tickets at the same time, as people work: a few together, in whatever order they come through. */
async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) await Promise.all(items.slice(from, from + AT_ONCE).map(work));
}

const person: Actor = { kind: "person", id: ids.contact, name: "Léa Payé" };
const staff: Actor = { kind: "staff", id: ids.expert, name: "Ana Petit" };
/** Of a decision `d`: the ticket closed with it. */
const CLOSES = "exists (select 1 from jsonb_array_elements(d.effects) c where c->>'do' = 'closure' and c->'outcome'->>'closure' = 'close')";
let n = 0;
const id = (): string => `soak:${++n}`;
interface Live {
  readonly ticket: string;
  asked: { at: number } | null;
}
const live: Live[] = [];
const reminded: { ticket: string; from: number; to: number }[] = []; // what was asked of a customer, and when they wrote or it was closed

/** The last instant before the one for which the clock closed a ticket: what was due later was no longer asked. */
async function rangAt(ticket: string): Promise<number> {
  const [row] = await rows<{ due: number }>(
    `select (v.detail->>'due')::double precision as due from decisions d join events v on v.desk = d.desk and v.id = d.event
     where d.desk = 'small' and d.ticket = $1 and v.kind = 'timer' and ${CLOSES} order by d.at desc, d.id desc limit 1`,
    ticket,
  );
  return (row?.due ?? now) - 1;
}

/** Something happens to a ticket, or nothing. */
async function happen(one: Live): Promise<void> {
  const { ticket } = one;
  const what = chance();
  const reply = async (): Promise<void> => {
    if (one.asked) reminded.push({ ticket, from: one.asked.at, to: now });
    one.asked = null;
  };
  if (what < 0.34) await change(house, "small", { kind: "answer", id: id(), by: staff, ticket, said: { text: "Voilà.", channel: "console" }, asks: chance() < 0.3 });
  else if (what < 0.62) {
    await reply();
    await change(house, "small", { kind: "message", id: id(), by: person, ticket, said: { text: "Merci.", channel: "portal" } });
  } else if (what < 0.7 && !one.asked && !reminded.some((r) => r.ticket === ticket)) {
    await change(house, "small", { kind: "finding", id: id(), by: staff, ticket, findings: { cause: "theirs" } });
    one.asked = { at: now };
  } else if (what < 0.85) {
    await reply();
    await change(house, "small", { kind: "close", id: id(), by: staff, ticket, outcome: chance() < 0.8 ? "solved" : "unresolved" });
    live.splice(live.indexOf(one), 1);
  }
}

test("a year of tickets with killed servers leaves every promise accounted for", { timeout: TICKETS > 1000 ? 7_200_000 : 280_000 }, async () => {
  set(MONDAY);
  await start();
  const steps = Math.floor(365 * STEPS_A_DAY);
  const began = performance.now();
  let opened = 0;
  for (let step = 0; step < steps; step++) {
    set(now + DAY / STEPS_A_DAY);
    if (chance() < 1 / KILL_EVERY) {
      await wait(chance() * 30); // in the middle of what it does
      await kill();
      await start();
    }
    await drained();
    const fresh: string[] = [];
    for (; opened < (TICKETS * (step + 1)) / steps; opened++) fresh.push(`Question ${opened}`);
    await atOnce(fresh, async (subject) => {
      const { ticket } = await change(house, "small", { kind: "ask", id: id(), by: person, asker: { id: ids.contact }, subject, said: { text: "Comment faire ?", channel: "portal" } });
      live.push({ ticket: ticket.id, asked: null });
    });
    const closed = new Set((await rows<{ id: string }>("select id from tickets where status = 'closed'")).map((t) => t.id)); // by the clock
    await atOnce([...live], async (one) => {
      if (closed.has(one.ticket)) {
        live.splice(live.indexOf(one), 1);
        if (one.asked) reminded.push({ ticket: one.ticket, from: one.asked.at, to: await rangAt(one.ticket) });
      } else if (chance() < Math.min(0.5, 0.25 / STEPS_A_DAY)) await happen(one);
    });
    if (LONG && step % STEPS_A_DAY === 0 && (step / STEPS_A_DAY) % 10 === 0)
      process.stderr.write(`day ${step / STEPS_A_DAY}: ${opened} tickets, ${kills} killings, ${Math.round((performance.now() - began) / 1000)} s\n`);
  }
  for (let day = 0; day < 30; day++) {
    // what still runs comes to rest
    set(now + DAY);
    await drained();
  }
  for (const one of live) if (one.asked) reminded.push({ ticket: one.ticket, from: one.asked.at, to: await rangAt(one.ticket) });
  expect(opened).toBe(TICKETS);
  expect(kills).toBeGreaterThan(3);

  // Each promise ended once, as its state says, at the time that the history says; what runs has its timer.
  const promises = await rows<{ id: string; ticket: string; state: string; due: number | null; ended_at: number | null; pauses: { to: number }[]; status: string; timer: boolean }>(
    `select p.id, p.ticket, p.state, p.due, p.ended_at, p.pauses, t.status, exists (select 1 from timers m where m.desk = p.desk and m.ticket = p.ticket and m.about = p.subject || '/' || p.kind and m.at = p.due) as timer
     from promises p join tickets t on t.desk = p.desk and t.id = p.ticket where p.desk = 'small'`,
  );
  const ends = await rows<{ promise: string; how: string; at: number }>(
    "select e->>'id' as promise, e->>'do' as how, coalesce((e->>'at')::double precision, extract(epoch from d.at) * 1000) as at from decisions d, jsonb_array_elements(d.effects) e where d.desk = 'small' and e->>'do' in ('keep-promise', 'break-promise', 'withdraw-promise')",
  );
  const byPromise = new Map<string, typeof ends>();
  for (const end of ends) byPromise.set(end.promise, [...(byPromise.get(end.promise) ?? []), end]);
  const HOW: Readonly<Record<string, string>> = { kept: "keep-promise", broken: "break-promise", withdrawn: "withdraw-promise" };
  const wrong = promises.filter((p) => {
    const mine = byPromise.get(p.id) ?? [];
    if (p.state === "withdrawn" && mine.length === 0) return p.status !== "closed" && p.ended_at === null; // fell away as its ticket closed
    if (HOW[p.state]) return mine.length !== 1 || mine[0]?.how !== HOW[p.state] || Math.abs((mine[0]?.at ?? 0) - (p.ended_at ?? 0)) > 1;
    return mine.length > 0 || p.status === "closed" || (p.state === "running" && p.due !== null && !p.timer);
  });
  expect(wrong).toEqual([]);
  expect(promises.filter((p) => p.state === "broken" && p.ended_at !== p.due)).toEqual([]);
  // What was kept was in time, or was done while its clock stood still.
  expect(promises.filter((p) => p.state === "kept" && p.due !== null && (p.ended_at ?? 0) > p.due && p.pauses.at(-1)?.to !== p.ended_at)).toEqual([]);
  const states = new Set(promises.map((p) => p.state));
  expect([...states]).toEqual(expect.arrayContaining(["kept", "broken", "withdrawn"]));

  // As many were made as the decisions asked for, but where the ticket closed with the decision.
  const made = await rows<{ n: number }>(
    `select count(*)::int as n from decisions d, jsonb_array_elements(d.effects) e where d.desk = 'small' and e->>'do' = 'promise' and d.moment <> 'closed' and not ${CLOSES}`,
  );
  expect(made[0]?.n).toBe(promises.length);

  // The ledger's sums are the rows'.
  const sums = await rows<{ state: string; n: number }>("select state, sum(n)::int as n from ledger_sums where desk = 'small' and by = 'clause' group by state order by state");
  const counted = ["broken", "kept", "withdrawn"].map((state) => ({ state, n: promises.filter((p) => p.state === state).length }));
  expect(sums).toEqual(counted);

  // Each reminder once: as many as were due before the customer wrote, none twice, none after.
  const reminders = await rows<{ ticket: string; about: string; n: number }>(
    `select d.ticket, v.detail->>'about' as about, count(*)::int as n from decisions d join events v on v.desk = d.desk and v.id = d.event, jsonb_array_elements(d.effects) e
     where d.desk = 'small' and e->>'do' = 'remind' and not ${CLOSES} group by 1, 2`,
  );
  expect(reminders.filter((r) => r.n !== 1)).toEqual([]);
  const due = reminded.flatMap(({ ticket, from, to }) =>
    [2, 5].filter((amount) => (dueAt(from, { amount, unit: "days" }, { zone: "Europe/Paris" }) ?? Infinity) <= to).map((days) => `${ticket} ${days === 2 ? 0 : 1}`),
  );
  expect(reminders.map((r) => `${r.ticket} ${r.about.split("/")[2]}`).sort()).toEqual(due.sort());
  expect(due.length).toBeGreaterThan(TICKETS / 50);

  // Every mail that was written left once.
  const [mails] = await rows<{ written: number; left: number; caught: number }>(
    "select count(*)::int as written, count(o.done_at)::int as left, (select count(*)::int from mailbox where desk = 'small') as caught from outbox o where o.desk = 'small' and o.kind = 'mail'",
  );
  expect(mails).toEqual({ written: mails?.written, left: mails?.written, caught: mails?.written });
  if (LONG) {
    const [figures] = await rows("select (select count(*)::int from events) as events, (select count(*)::int from events where kind = 'timer') as rung");
    const count = Object.fromEntries([...states].map((state) => [state, promises.filter((p) => p.state === state).length]));
    process.stderr.write(
      `${JSON.stringify({ tickets: opened, kills, promises: promises.length, ...count, reminders: due.length, mails: mails?.written, ...figures, seconds: Math.round((performance.now() - began) / 1000) })}\n`,
    );
  }
});
