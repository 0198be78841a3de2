// What happens while the database is away: nobody sees a stack, nothing is lost, and it goes on by itself.
import { readFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { freshDatabase } from "../database/fresh-database.ts";
import { folderWith, troth } from "../cli/run-troth.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";
import { dataFolder, startServer } from "./run-server.ts";

const [here, other] = [await dataFolder(), await dataFolder()];
const { url, secret } = await freshDatabase();

/** A way to the database that can be cut. */
async function wire(to: string): Promise<{ url: string; cut(): void; mend(): Promise<void>; close(): void }> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  const door = createServer((near) => {
    const far = hostname.startsWith("%2F") ? connect(join(decodeURIComponent(hostname), `.s.PGSQL.${port}`)) : connect(Number(port), hostname);
    for (const socket of [near, far]) open.add(socket.on("error", () => undefined).on("close", () => open.delete(socket)));
    near.pipe(far).pipe(near);
  });
  const listen = (on: number): Promise<void> => new Promise((resolve, reject) => door.once("error", reject).listen(on, "127.0.0.1", resolve));
  await listen(0);
  const wired = new URL(to);
  const { port: own } = door.address() as AddressInfo;
  wired.hostname = "127.0.0.1";
  wired.port = String(own);
  const cut = (): void => {
    door.close();
    for (const socket of open) socket.destroy();
  };
  return { url: wired.href, cut, mend: () => listen(own), close: cut };
}

test("while the database is away a request is answered 503 and can be tried again; then all goes on", async () => {
  const policy = await folderWith({ "policy.yaml": SMALL_POLICY });
  expect((await troth(["activate", policy], { DATABASE_URL: url, TROTH_SECRET: secret, DATA_DIR: here })).code).toBe(0);
  const way = await wire(url);
  const server = await startServer(here, { DATABASE_URL: way.url, TROTH_SECRET: secret });
  const ask = async (): Promise<Response> => fetch(`${server.url}/api/small`, { signal: AbortSignal.timeout(15_000) });
  expect((await ask()).status).toBe(200);
  way.cut();
  const away = await ask();
  expect(away.status).toBe(503);
  expect(await away.json()).toMatchObject({ code: "unavailable" });
  expect((await fetch(`${server.url}/small`)).status).toBe(503);
  await way.mend();
  let again = 0;
  for (let n = 0; n < 50 && again !== 200; n++) {
    again = (await ask()).status;
    await wait(100);
  }
  expect(again).toBe(200);
  expect(server.output()).toContain("The database cannot be reached.");
  expect(server.output()).not.toMatch(/^\s+at /m);
  expect(await server.stop()).toBe(0);
  way.close();
});

test("when the embedded database is killed the server says so and ends, and the next start is whole", async () => {
  const server = await startServer(other);
  const [pid] = (await readFile(join(other, "postgres/data/postmaster.pid"), "utf8")).split("\n");
  const ended = new Promise<number | null>((resolve) => server.process.once("exit", resolve));
  process.kill(Number(pid), "SIGKILL");
  expect(await Promise.race([ended, wait(20_000).then(() => "still there")])).toBe(1);
  expect(server.output()).toMatch(/database/);
  expect(server.output()).not.toMatch(/^\s+at /m);
  const next = await startServer(other);
  expect((await fetch(next.url)).status).toBe(200);
  expect(await next.stop()).toBe(0);
});
