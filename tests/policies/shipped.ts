// The policies that come with the program, read once: their text, their scenarios, their broken variants.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { read, readScenarios, type Scenarios, type Source } from "../../src/policy/index.ts";

export interface Shipped {
  readonly name: string;
  readonly text: string;
  readonly source: Source;
  readonly scenarios: readonly { readonly file: string; readonly read: Scenarios }[];
  readonly bad: readonly { readonly file: string; readonly text: string }[];
}

const yamlIn = (dir: string): { file: string; text: string }[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((f) => f.endsWith(".yaml"))
        .sort()
        .map((file) => ({ file, text: readFileSync(join(dir, file), "utf8") }))
    : [];

/** The policy in a folder. */
export function readShipped(dir: string): Shipped {
  const text = readFileSync(join(dir, "policy.yaml"), "utf8");
  return {
    name: basename(dir),
    text,
    source: read(text),
    scenarios: yamlIn(join(dir, "scenarios")).map(({ file, text: t }) => ({ file, read: readScenarios(t) })),
    bad: yamlIn(join(dir, "bad")),
  };
}

/** All of them, from policies/ at the root. */
export function allShipped(): Shipped[] {
  const root = new URL("../../policies", import.meta.url).pathname;
  return readdirSync(root)
    .sort()
    .filter((name) => existsSync(join(root, name, "policy.yaml")))
    .map((name) => readShipped(join(root, name)));
}
