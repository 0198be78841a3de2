// A server that ends waits for what has begun and for nothing else: not for a connection on which nobody has asked anything yet, which Node waits for
// until its headers are overdue, nor for one whose answer ends while the server does, which would wait until its keep-alive is over.
import type { FastifyInstance } from "fastify";
import type { Socket } from "node:net";

/** Ends each connection of `app` without a request under way once `app` closes, and each later one as soon as it has none. */
export function endQuiet(app: FastifyInstance): void {
  const open = new Map<Socket, number>(); // with how many requests under way: they may come one behind the other without waiting
  let ending = false;
  app.server.on("connection", (socket) => {
    if (ending) return void socket.destroy();
    open.set(socket, 0);
    socket.once("close", () => open.delete(socket));
  });
  app.server.on("request", ({ socket }, response) => {
    open.set(socket, (open.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = (open.get(socket) ?? 1) - 1;
      if (open.has(socket)) open.set(socket, left);
      if (ending && left === 0) socket.destroySoon();
    });
  });
  app.addHook("preClose", (done) => {
    ending = true;
    for (const [socket, requests] of open) if (requests === 0) socket.destroy();
    done();
  });
}
