// Makes one build, in a process of its own: `node bin/make-build.mjs server|console <folder>`. What building takes, a server that began with it would keep.
import { cpSync, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, folder] = process.argv.slice(2);
try {
  await (name === "server" ? server() : console());
} catch (error) {
  process.send?.({ message: error?.message ?? String(error), code: error?.code, path: error?.path });
  process.exitCode = 1;
}

async function server() {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: { cli: "src/cli.ts", "reading-thread": "src/doors/mail/reading/reading-thread.ts" },
    outdir: folder,
    bundle: true,
    packages: "external",
    plugins: [languagesAsText()],
    platform: "node",
    target: "node20",
    format: "esm",
    splitting: true,
    sourcemap: true,
    jsx: "automatic",
    logLevel: "silent",
    chunkNames: "part-[hash]",
  });
  cpSync(join(root, "src/database/migrations"), join(folder, "migrations"), { recursive: true });
}

/** By which letters languages are told, a megabyte: as text that is parsed. As a program it takes 40 MB to read, which the process never gives back. */
function languagesAsText() {
  return {
    name: "languages-as-text",
    setup(build) {
      build.onResolve({ filter: /^eld\/\w+$/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
      build.onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]\w+\.js$/ }, async ({ path }) => {
        const { ngramsData } = await import(path);
        const licence = /^\/\*[\s\S]*?\*\//.exec(await readFile(path, "utf8"))?.[0] ?? "";
        return { contents: `${licence.replace("/*", "/*!")}\nexport const ngramsData = JSON.parse(${JSON.stringify(JSON.stringify(ngramsData))});` };
      });
    },
  };
}

async function console() {
  const { build } = await import("vite");
  const configFile = ["web/console/vite.config.ts", "web/vite.config.ts", "vite.config.ts"].map((file) => join(root, file)).find((file) => existsSync(file));
  await build({ root: join(root, "web/console"), ...(configFile && { configFile }), base: "/console-assets/", logLevel: "silent", build: { outDir: folder, emptyOutDir: true } });
}
