// `npm run dev`: the server starts anew when src/ or policies/ change, the console reloads when web/ does. Open the address of the console.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const port = process.env.PORT ?? "8080";
const devPort = Number(process.env.DEV_PORT ?? 5173);
const page = join(root, "web/console/index.html");

const server = spawn(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "watch", "--clear-screen=false", "--include", "src/**", "--include", "policies/**", "bin/serve-from-source.mjs"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ...(existsSync(page) && { PUBLIC_URL: `http://127.0.0.1:${devPort}` }) },
});
server.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
if (existsSync(page)) await serveConsole();

/** Vite for the console's files; everything else goes on to the server. */
async function serveConsole() {
  const { createServer } = await import("vite");
  const shell = {
    name: "console-pages",
    configureServer(vite) {
      vite.middlewares.use((request, response, next) => {
        if (!/^\/[^/]+\/console(?:[/?]|$)/.test(request.url ?? "")) return next();
        vite.transformIndexHtml(request.url, readFileSync(page, "utf8").replaceAll('"./', '"/')).then((html) => response.setHeader("content-type", "text/html; charset=utf-8").end(html), next);
      });
    },
  };
  const vite = await createServer({
    root: join(root, "web/console"),
    configFile: join(root, "vite.config.ts"),
    base: "/console-assets/",
    plugins: [shell],
    clearScreen: false,
    server: { host: "127.0.0.1", port: devPort, strictPort: true, proxy: { "^/(?!console-assets/|@vite/|[^/]+/console(?:[/?]|$))": { target: `http://127.0.0.1:${port}` } } },
  });
  await vite.listen();
}
