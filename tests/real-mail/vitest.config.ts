// The road through Debian's postfix and dovecot: only where they are installed, and as root, which both want to be started as.
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: { include: ["tests/real-mail/*.real-mail.ts"], globalSetup: ["tests/global-setup.ts"], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 1 },
});
