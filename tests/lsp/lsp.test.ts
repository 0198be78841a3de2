// The language server as an editor knows it: a process that is spoken to over its standard input and output.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderWith, ROOT } from "../cli/run-troth.ts";
import { Editor, placeOf } from "./editor.ts";

const editor = new Editor();
const uri = pathToFileURL(join(ROOT, "policies/dms/policy.yaml")).href;
let dms = "";
let first: Awaited<ReturnType<Editor["open"]>> = [];

beforeAll(async () => {
  dms = await readFile(join(ROOT, "policies/dms/policy.yaml"), "utf8");
  const { capabilities } = await editor.start();
  expect(capabilities).toMatchObject({ hoverProvider: true, definitionProvider: true });
  first = await editor.open(uri, dms);
}, 120_000);
afterAll(async () => void (await editor.stop()), 30_000);

const hover = async (what: string, into = 1): Promise<string> =>
  ((await editor.ask("textDocument/hover", { textDocument: { uri }, position: placeOf(dms, what, into) })) as { contents: { value: string } } | null)?.contents.value ?? "";
const definition = async (what: string, into = 1): Promise<string> => {
  const found = (await editor.ask("textDocument/definition", { textDocument: { uri }, position: placeOf(dms, what, into) })) as { range: { start: { line: number } } } | null;
  return found ? dms.split("\n")[found.range.start.line]!.trim() : "";
};
const labels = async (text: string, what: string): Promise<string[]> => {
  await editor.change(uri, text);
  const items = (await editor.ask("textDocument/completion", { textDocument: { uri }, position: placeOf(text, what, what.length) })) as { label: string }[];
  await editor.change(uri, dms);
  return items.map((i) => i.label);
};

test("a sound policy shows nothing to mend; what its author settled is a hint", () => {
  expect(first.length).toBeGreaterThan(0);
  expect(first.every((d) => d.severity === 4 && d.message.includes("Decided by "))).toBe(true);
});

test("a mistake is shown as one types, on its line, with its code and a page that is there, and goes when it is mended", async () => {
  const spoilt = dms.replace("when: { matter: foreign }", "when: { mater: foreign }");
  const found = (await editor.change(uri, spoilt)).find((d) => d.code === "E-UNKNOWN-FACT");
  expect(found).toMatchObject({ severity: 1, source: "troth", range: { start: { line: placeOf(spoilt, "mater: foreign").line } } });
  expect(existsSync(fileURLToPath(found!.codeDescription!.href))).toBe(true);
  expect((await editor.change(uri, dms)).every((d) => d.severity === 4)).toBe(true);
});

test("a text that is no YAML at all is told where it breaks, and names are still known", async () => {
  const broken = await editor.change(uri, `${dms}\nscope: [`);
  expect(broken.map((d) => d.code)).toContain("E-YAML");
  expect(await hover("clause: with-contract", 10)).toContain("EUR 45.00");
  await editor.change(uri, dms);
});

test("over a clause stand its words in each language, and what it decides when", async () => {
  const said = await hover("clause: with-contract", 10);
  expect(said).toContain("**§ 5.3** `with-contract`");
  expect(said).toContain("an intervention costs EUR 45.00, VAT excluded");
  expect(said).toContain("un intervento costa 45,00 EUR");
  expect(said).toContain("Decides `charges/quote`: charged EUR 45.00 with 20 minutes included.");
  expect(said).toContain("Holds: contract is active.");
});

test("over a fact stand its kind and its values, over a value its name", async () => {
  expect(await hover("when: { contract: active, edition", 9)).toMatch(/\*\*Maintenance contract\*\* `contract`: one-of.*`active` current/s);
  expect(await hover("when: { contract: active, edition", 19)).toBe("**current**, a value of `contract`");
});

test("a fact, a value, a clause, a party and a document lead to where they are declared", async () => {
  expect(await definition("when: { contract: active, edition", 9)).toBe("contract:");
  expect(await definition("when: { topic: file-recovery }", 17)).toBe("file-recovery:");
  expect(await definition("over: [edition-not-covered]", 9)).toBe("- clause: edition-not-covered # D3");
  expect(await definition("refer: it-technician", 9)).toMatch(/^it-technician:/);
  expect(await definition("accept: intervention-terms", 10)).toMatch(/^intervention-terms:/);
  expect(await definition("prefers: [{ clause: earlier-release", 22)).toBe("- clause: earlier-release # D5");
});

test("names are completed where they fit, also in a text that is not whole yet", async () => {
  expect(await labels(dms.replace("when: { matter: foreign }", "when: { "), "    when: { ")).toEqual(expect.arrayContaining(["contract", "topic", "matter", "any", "channel"]));
  expect(await labels(dms.replace("when: { matter: foreign }", "when: { contract: "), "when: { contract: ")).toEqual(["active", "none"]);
  expect(await labels(dms.replace("over: [edition-not-covered]", "over: ["), "over: [")).toContain("contract-needed");
  expect(await labels(dms.replace("refer: it-technician", "refer: "), "refer: ")).toEqual(["it-technician"]);
  expect(await labels(dms.replace("    scope: out\n    refer: it-technician", "    scope: out\n    "), "    scope: out\n    ")).toEqual(expect.arrayContaining(["refer", "when", "words"]));
});

test("a scenario that does not hold is shown in its own file", async () => {
  const folder = await folderWith({ "policy.yaml": dms });
  await mkdir(join(folder, "scenarios"));
  const path = join(folder, "scenarios/one.yaml");
  const text = "scenarios:\n  - scenario: nothing applies\n    at: 2026-03-02T10:00\n    given: { topic: network }\n    when: opened\n    then: { clauses: [] }\n";
  await writeFile(path, text);
  const found = await editor.open(pathToFileURL(path).href, text);
  expect(found).toMatchObject([{ severity: 1, range: { start: { line: 1 } }, message: expect.stringContaining("these clauses apply too: ") as string }]);
});

test("another YAML file is left alone, and a hostile one hurts nobody", async () => {
  expect(await editor.open("file:///tmp/other.yaml", "name: something\nlist: [1, 2]\n")).toEqual([]);
  const deep = await editor.open("file:///tmp/deep.yaml", `policy: x\nscope: ${"[".repeat(5000)}`);
  expect(deep.map((d) => d.code)).toEqual(["E-YAML"]);
  expect(await editor.ask("textDocument/hover", { textDocument: { uri: "file:///tmp/deep.yaml" }, position: { line: 1, character: 4000 } })).toBeNull();
});
