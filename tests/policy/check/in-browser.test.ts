// The checker as one types: bundled for a browser, without anything of Node, it finds the same.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { check } from "../../../src/policy/check/check.ts";
import type { Finding } from "../../../src/policy/index.ts";

const root = new URL("../../../", import.meta.url).pathname;

test("the checker runs without anything of Node, and says the same", async () => {
  const bundle = await build({
    stdin: { contents: `export { check } from "./src/policy/check/check.ts";`, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "troth",
    write: false,
    logLevel: "silent",
  });
  const page = createContext({ Intl, URL, console, setTimeout, clearTimeout, atob, btoa, TextEncoder, TextDecoder }); // what every browser has
  runInContext(bundle.outputFiles[0]!.text, page, { filename: "troth.js" });
  for (const file of ["policies/dms/policy.yaml", "policies/technical-support/policy.yaml", "tests/policy/check/bad/a-topic-that-no-clause-answers.yaml"]) {
    const text = readFileSync(root + file, "utf8");
    Object.assign(page, { text });
    const there = JSON.parse(runInContext("JSON.stringify(troth.check(text).findings)", page) as string) as Finding[];
    expect(there).toEqual(JSON.parse(JSON.stringify(check(text).findings)));
  }
}, 60_000);
