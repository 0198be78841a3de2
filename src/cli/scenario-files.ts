// The files of scenarios that lie beside a policy, read.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readScenarios, type Scenarios } from "../policy/index.ts";
import type { PolicyFile } from "./policy-file.ts";
import { readText } from "./read-file.ts";

export const scenarioFolder = (file: PolicyFile): string => join(file.folder, "scenarios");

/** In the order of their names; none where there is no such folder. A file that is no list of scenarios has faults. */
export async function scenarioFiles(file: PolicyFile): Promise<{ readonly path: string; readonly read: Scenarios }[]> {
  const folder = scenarioFolder(file);
  const names = (await readdir(folder).catch(() => [])).filter((each) => /\.ya?ml$/.test(each)).sort();
  return Promise.all(names.map(async (name) => ({ path: join(folder, name), read: readScenarios(await readText(join(folder, name))) })));
}
