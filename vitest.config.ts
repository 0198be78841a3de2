// How tests run: real parts, two cores, a database cloned from a template for each file that asks for one.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx", "src/**/*.test.ts"],
    globalSetup: ["tests/global-setup.ts"],
    testTimeout: 120_000, // the browser's tests on a busy machine
    hookTimeout: 120_000,
    maxWorkers: 2,
    chaiConfig: { truncateThreshold: 400 }, // a report shows what a list holds
  },
});
