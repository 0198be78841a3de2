// How the agents' console is built: one bundle for every desk, nothing inline (the pages forbid it), heavy parts on their own.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "web/console",
  base: "/console-assets/",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "../../dist/console/by-hand", // the server names its own folder (bin/build.mjs)
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  server: { host: "127.0.0.1" },
});
