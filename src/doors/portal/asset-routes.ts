// The portal's few files: a style sheet, a small script, the typeface in its Latin and extended parts.
import type { FastifyInstance } from "fastify";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));
const OWN = join(ROOT, "src/doors/portal/assets");
const INTER = join(ROOT, "node_modules/@fontsource-variable/inter/files");
const STYLE = ["ground.css", "pages.css", "ticket.css", "policy.css"]; // one file to the browser, in this order
const FILES: Readonly<Record<string, readonly [paths: readonly string[], type: string]>> = {
  "portal.css": [STYLE.map((name) => join(OWN, name)), "text/css; charset=utf-8"],
  "portal.js": [[join(OWN, "portal.js")], "text/javascript; charset=utf-8"],
  "inter.woff2": [[join(INTER, "inter-latin-wght-normal.woff2")], "font/woff2"],
  "inter-ext.woff2": [[join(INTER, "inter-latin-ext-wght-normal.woff2")], "font/woff2"],
};

export function assetRoutes(app: FastifyInstance): void {
  for (const [name, [paths, type]] of Object.entries(FILES)) {
    let bytes: Promise<Buffer> | undefined;
    app.get(`/portal-assets/${name}`, async (_request, reply) => {
      bytes ??= Promise.all(paths.map((path) => readFile(path))).then((parts) => Buffer.concat(parts));
      return reply
        .type(type)
        .header("cache-control", type.startsWith("font") ? "public, max-age=31536000, immutable" : "public, max-age=300")
        .send(await bytes);
    });
  }
}

/** The folder of package.json, whether this runs from the source or from the bundle. */
function packageRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const up = dirname(from);
  if (up === from) throw new Error("no package.json above the program");
  return packageRoot(up);
}
