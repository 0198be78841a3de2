// Reads a file that a person named, and says in one sentence what is wrong with it if that fails.
import { readFile } from "node:fs/promises";
import { Trouble } from "../database/trouble.ts";

const WRONG: Readonly<Record<string, (path: string) => readonly [string, string]>> = {
  ENOENT: (path) => [`There is no file ${path}.`, "Check the name and the folder that you are in."],
  EISDIR: (path) => [`${path} is a folder.`, "Name the file in it."],
  EACCES: (path) => [`${path} may not be read by this user.`, "Give yourself the right to read it."],
};

/** The text of a file. Throws Trouble. */
export async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw trouble(path, error);
  }
}

/** The trouble with a file that a person named; the error itself where it is something else. */
export function trouble(path: string, error: unknown): unknown {
  if (error instanceof TypeError) return new Trouble(`${path} is not a text in UTF-8.`, "Save it as UTF-8.", { cause: error });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = WRONG[code]?.(path);
  return said ? new Trouble(said[0], said[1], { cause: error }) : error;
}
