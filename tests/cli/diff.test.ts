// `troth diff` as an author uses it: against a draft, against what was committed, in another language, as data.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, ROOT, troth } from "./run-troth.ts";

const DMS = join(ROOT, "policies/dms/policy.yaml");
const cheaper = async (): Promise<string> => {
  const text = await readFile(DMS, "utf8");
  return join(await folderWith({ "policy.yaml": text.replace('version: "1"', 'version: "2"').replace("price: 45.00 EUR", "price: 39.00 EUR") }));
};

test("a lower price is told with the customers whom it is for, and the clause whose number it is", async () => {
  const { code, out } = await troth(["diff", "policies/dms", await cheaper()]);
  expect(code).toBe(0);
  expect(out).toContain("policies/dms/policy.yaml (version 1) → ");
  expect(out).toMatch(/What it costs \(charges\/quote\)\n {2}a customer, maintenance contract: current, .*release: current/);
  expect(out).toContain("      was charged EUR 45.00 with 20 minutes included (§ 5.3)\n      now charged EUR 39.00 with 20 minutes included (§ 5.3)\n      better for them: the price");
  expect(out).toMatch(/~ § 5\.3 with-contract: numbers\n {6}price: EUR 45\.00 → EUR 39\.00/);
  expect(out).toMatch(/1 group of situations is treated differently: 1 better, 0 worse, 0 different; 1 clause changed, added or taken out\n$/);
});

test("it is told in a language of the policy, and in no other", async () => {
  const draft = await cheaper();
  expect((await troth(["diff", "policies/dms", draft, "--lang", "it"])).out).toContain("meglio per loro: il prezzo");
  expect(await troth(["diff", "policies/dms", draft, "--lang", "de"])).toMatchObject({ code: 1, err: "The policy has no words in de.\nIt has it, en.\n" });
});

test("as data the boxes have values and half-open ranges", async () => {
  const { out } = await troth(["diff", "policies/dms", await cheaper(), "--json"]);
  const data = JSON.parse(out) as { regions: { table: string; verdict: string; where: Record<string, unknown[]>; clauses: object }[]; cut: string[]; unproved: string[] };
  expect(data).toMatchObject({
    cut: [],
    unproved: [],
    regions: [{ table: "charges/quote", verdict: "better", where: { contract: ["active"], release: ["current"] }, clauses: { old: "with-contract", new: "with-contract" } }],
  });
});

test("another version comes through a pipe, as git shows it", async () => {
  const text = await readFile(join(await cheaper(), "policy.yaml"), "utf8");
  const child = spawn(process.execPath, [join(ROOT, "bin/troth.mjs"), "diff", "-", "policies/dms"], { cwd: ROOT, stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.end(text);
  const out = await new Response(child.stdout as unknown as ReadableStream).text();
  expect(out).toContain("standard input (version 2) → policies/dms/policy.yaml (version 1)");
  expect(out).toContain("worse for them: the price");
});

test("words alone change nobody's treatment, and are shown", async () => {
  const text = await readFile(DMS, "utf8");
  const folder = await folderWith({ "policy.yaml": text.replace("Support is about using DMS.", "Support is about how to use DMS.") });
  const { out } = await troth(["diff", "policies/dms", folder]);
  expect(out).toContain("use-of-the-program: words (en)\n      - Support is about using DMS.\n      + Support is about how to use DMS.");
  expect(out).toMatch(/Nobody is treated differently; 1 clause changed/);
});
