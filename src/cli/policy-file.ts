// A policy as people name it on the command line: its file, or the folder that holds it.
import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Trouble } from "../database/trouble.ts";
import { compile, type Policy } from "../policy/index.ts";
import { findingLines } from "./finding-lines.ts";
import { readText, trouble } from "./read-file.ts";

export interface PolicyFile {
  readonly path: string; // of the text
  readonly folder: string;
  readonly name: string; // the folder's, for a heading
  readonly text: string;
}

/** `policies/dms` or `policies/dms/policy.yaml`. Throws Trouble. */
export async function readPolicyFile(named: string): Promise<PolicyFile> {
  let path = named;
  try {
    if ((await stat(named)).isDirectory()) path = join(named, "policy.yaml");
  } catch (error) {
    throw trouble(named, error);
  }
  const text = await readText(path).catch((error: unknown) => {
    throw path === named ? error : new Trouble(`The folder ${named} holds no policy.yaml.`, "Name a policy's file, or the folder with its policy.yaml.", { cause: error });
  });
  return { path, folder: dirname(path), name: basename(dirname(path)) || path, text };
}

/** The compiled policy of a file, for commands that run it. Throws Trouble with the findings where the text cannot run. */
export function runnable(file: PolicyFile): Policy {
  const { policy, findings } = compile(file.text);
  if (policy) return policy;
  const lines = findings.flatMap((f) => findingLines(f, file.path));
  throw new Trouble(`The policy cannot run as it stands.\n${lines.join("\n")}`, `\`npx troth check ${file.path}\` says everything that it finds.`);
}
