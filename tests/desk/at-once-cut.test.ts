// The connection is cut while requests that share a transaction are under way, before or behind their commit: none is lost, none is there twice.
import { type AddressInfo, connect as dial, createServer, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { connect } from "../../src/database/connect.ts";
import { change } from "../../src/desk/change.ts";
import type { Event } from "../../src/desk/event.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { smallDesk } from "./small-desk.ts";

const { house: whole, database, ids, url, secret } = await smallDesk();

/** Whose connection it ends: nobody's, or that on which `of` is written, before the server has read its COMMIT, or when it has committed. */
let cut: "never" | "before" | "behind" = "never";
let of = "";
let cuts = 0;
const real = new URL(url);
const host = decodeURIComponent(real.hostname); // a folder where the server has a socket there
const port = Number(real.port || 5432);
const place = host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
const between = createServer((near) => {
  const far = dial(place);
  const end = (): void => {
    cut = "never";
    cuts += 1;
    near.destroy();
    far.destroy();
  };
  let meant = false;
  let last = false;
  near.on("data", (bytes: Buffer) => {
    if (cut !== "never" && bytes.includes(of)) meant = true;
    if (meant && bytes.includes("COMMIT")) last = true;
    if (last && cut === "before") return end();
    far.write(bytes);
  });
  far.on("data", (bytes: Buffer) => {
    if (last && cut === "behind" && bytes.includes("COMMIT\0")) return end();
    near.write(bytes);
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as [Socket, Socket][])
    one.on("error", () => other.destroy()).on("close", () => other.destroy());
});
await new Promise<void>((listening) => between.listen(0, "127.0.0.1", listening));
const through = `postgres://${real.username}:${real.password}@127.0.0.1:${(between.address() as AddressInfo).port}${real.pathname}`;
const cutOff = await connect({ url: through, secret, connections: 8, fault: () => undefined });
const house = { ...whole, database: cutOff };
afterAll(async () => {
  await cutOff.close();
  between.close();
});

const people = await database.asDesk("small", (tx) =>
  Promise.all(Array.from({ length: 30 }, (_, i) => keepMember(tx, "small", ids.paid, { name: `Client ${i}`, email: `cut${i}@paid.example`, sees: "own" }, house.now()))),
);
const asks = (name: string, i: number): Event => ({
  kind: "ask",
  id: `${name}:${i}`,
  by: { kind: "person", id: people[i]!, name: `Client ${i}` },
  asker: { id: people[i]! },
  subject: `${name} ${i}`,
  said: { text: `Comment faire ${name} ${i} ?`, channel: "portal" },
});

// The first goes alone; what comes while it is under way goes together.
test.each([
  ["before", "one alone", "before-one", 0, 0],
  ["before", "many together", "before-many", 20, 0],
  ["behind", "one alone", "behind-one", 0, 1],
  ["behind", "many together", "behind-many", 20, 2],
] as const)("cut %s the commit of %s: each request is answered with its one ticket", async (when, _whose, name, meant, repeated) => {
  const known = cuts;
  [cut, of] = [when, `${name}:${meant}`];
  const done = await Promise.allSettled(people.map((_, i) => change(house, "small", asks(name, i))));
  expect(cuts).toBe(known + 1);
  const rows = await database.asDesk("small", (tx) =>
    tx.query<{ id: string; number: string; subject: string }>(
      "select e.id, t.number, t.subject from events e join tickets t on t.desk = e.desk and t.id = e.ticket where e.desk = troth_desk() and e.id like $1",
      [`${name}:%`],
    ),
  );
  const opened = await database.asDesk("small", (tx) => tx.query<{ subject: string }>("select subject from tickets where desk = troth_desk() and subject like $1", [`${name} %`]));
  expect(new Set(opened.map((t) => t.subject)).size).toBe(opened.length);
  for (const [i, result] of done.entries()) {
    if (result.status === "rejected") throw result.reason;
    expect(rows.find((row) => row.id === `${name}:${i}`)).toMatchObject({ number: result.value.ticket.number, subject: `${name} ${i}` });
  }
  // What had been committed is found again, and nothing of it is written twice.
  const again = done.filter((d) => d.status === "fulfilled" && d.value.repeated).length;
  if (when === "before") expect(again).toBe(0);
  else expect(again).toBeGreaterThanOrEqual(repeated);
});
