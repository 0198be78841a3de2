// A server that ends answers what has begun, and waits for nobody who only holds a connection.
import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { httpInstance } from "../../src/doors/http/instance.ts";

const SOON = 20_000; // ms; without it they are waited for a minute and more

test("connections that say nothing, half of a request, or nothing more, do not keep it; what has begun is answered", async () => {
  const app = await httpInstance({ publicUrl: "http://127.0.0.1" });
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  app.get("/slow", async () => held.then(() => ({ said: "all of it" })));
  app.get("/quick", async () => ({ said: "at once" }));
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const heard = new Map<Socket, string>();
  const open = async (says: string): Promise<Socket> => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).on("data", (bytes) => heard.set(socket, `${heard.get(socket) ?? ""}${bytes.toString()}`));
    await once(socket, "connect");
    socket.write(says);
    return socket;
  };
  await open("");
  await open("GET /quick HTTP/1.1\r\nHost: x\r\nX-Half:");
  const kept = await open("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
  const slow = await open("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  await expect.poll(() => heard.get(kept), { timeout: 45_000 }).toContain("at once");
  await wait(100);
  const began = performance.now();
  const ended = app.close();
  await wait(100);
  answer();
  await ended;
  expect(performance.now() - began).toBeLessThan(SOON);
  await expect.poll(() => heard.get(slow), { timeout: 45_000 }).toContain("all of it");
});
