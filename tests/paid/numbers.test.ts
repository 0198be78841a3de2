// The numbers of statements have no gap and no double: not when many are made at once, not when one is given up, not when a process is killed in the middle.
import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { newId } from "../../src/database/new-id.ts";
import { closeMonth } from "../../src/desk/acts/close-month.ts";
import { openDemoDesks } from "../../src/demo/demo-desks.ts";
import type { House } from "../../src/desk/house.ts";
import { policyInForce } from "../../src/desk/policies/running.ts";
import { blobsIn } from "../../src/database/blobs.ts";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { afterAll } from "vitest";
import { freshDatabase } from "../database/fresh-database.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { database, secret, url } = await freshDatabase();
const folder = await mkdtemp(join(tmpdir(), "troth-numbers-"));
afterAll(() => rm(folder, { recursive: true }));
await cp(join(ROOT, "policies/dms"), join(folder, "policies/dms"), { recursive: true });
const house: House = { database, secret, blobs: blobsIn(folder), now: Date.now, publicUrl: "http://127.0.0.1:1", changed: () => undefined };
await openDemoDesks(house, join(folder, "policies"), () => undefined);
const { policy } = await database.asDesk("dms", (tx) => policyInForce(tx, "dms", Date.now()), { readOnly: true });
const AT = Date.now();
const over = { month: "2026-01", before: AT, policy, by: "Giulia Ferrante", at: AT };

/** A charge for each customer of the demo, in as many currencies: so many statements are to be made. */
const charge = (currencies: readonly string[]): Promise<void> =>
  database.asDesk("dms", async (tx) => {
    for (const currency of currencies) {
      await tx.run(
        `insert into charges (desk, id, ticket, organisation, person, kind, net, taxes, gross, currency, made_at, booked_at)
         select t.desk, gen_random_uuid(), t.id, t.organisation, t.requester, 'charge', 4500, '[]', 5490, $1, at_ms($2), at_ms($2) from tickets t where t.desk = troth_desk() and t.organisation is not null`,
        [currency, AT - 1000],
      );
    }
  });
const numbers = (): Promise<number[]> =>
  database.asDesk("dms", async (tx) => (await tx.query<{ number: number }>("select number from statements where desk = troth_desk() order by number")).map((row) => row.number), { readOnly: true });
const gapless = (made: readonly number[]): boolean => made.every((number, i) => number === i + 1);
const unstated = (): Promise<number> =>
  database.asDesk("dms", async (tx) => (await tx.query<{ n: number }>("select count(*)::int as n from charges where desk = troth_desk() and state = 'booked' and statement is null"))[0]?.n ?? -1, {
    readOnly: true,
  });

test("many at once, and some given up half way, leave one row of numbers and each charge on one statement", async () => {
  for (let round = 0; round < 4; round += 1) {
    await charge(["EUR", "CHF", "RON"]);
    const tries = Array.from({ length: 8 }, (_, i) =>
      database.asDesk(
        "dms",
        async (tx) => {
          const made = await closeMonth(tx, over);
          if (i % 2 === 1) throw new Error(`given up after ${made.length}`);
          return made;
        },
        { retry: true },
      ),
    );
    const done = (await Promise.allSettled(tries)).flatMap((each) => (each.status === "fulfilled" ? each.value : []));
    expect(new Set(done).size).toBe(done.length);
    const kept = await numbers();
    expect([gapless(kept), done.length > 0, await unstated()]).toEqual([true, true, 0]);
  }
});

test("a process that is killed in the middle leaves no number behind, and who comes next takes it", async () => {
  const before = await numbers();
  await charge(["EUR", newId(AT).slice(0, 3).toUpperCase()]);
  const child = spawn(process.execPath, ["--import", "tsx", new URL("statements-process.ts", import.meta.url).pathname, url, String(AT)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const made = await new Promise<number>((resolve, reject) => {
    child.once("message", (n) => resolve(Number(n)));
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  expect(made).toBeGreaterThan(0);
  expect(await numbers()).toEqual(before);
  child.removeAllListeners("exit");
  child.kill("SIGKILL");
  const after = await database.asDesk("dms", (tx) => closeMonth(tx, over), { retry: true });
  expect(after[0]).toBe(before.length + 1);
  expect([gapless(await numbers()), await unstated()]).toEqual([true, 0]);
}, 90_000);
