// Serves the built console: its files for good, since their names change with their content, and one page for every address below.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Registers /console-assets/* and /<desk>/console and below. `folder` holds index.html; null: the console was not built. */
export async function consolePages(app: FastifyInstance, { folder }: { readonly folder: string | null }): Promise<void> {
  if (folder !== null) {
    await app.register(staticFiles, {
      root: folder,
      prefix: "/console-assets/",
      decorateReply: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header("cache-control", /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache"),
    });
  }
  let page: Promise<string> | null = null;
  const show = async (reply: FastifyReply): Promise<FastifyReply> => {
    if (folder === null) return reply.code(503).type("text/plain; charset=utf-8").send("The console was not built. Start the server with `npm start`.\n");
    page ??= readFile(join(folder, "index.html"), "utf8");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(await page);
  };
  app.get("/:desk/console", async (_request, reply) => show(reply));
  app.get("/:desk/console/*", async (_request, reply) => show(reply));
}
