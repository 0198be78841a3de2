// A key or certificate that a setting names, as text.
import { readFile } from "node:fs/promises";
import { Trouble } from "./database/trouble.ts";

/** Throws Trouble where the file cannot be read or holds no PEM. */
export async function readPem(path: string, setting: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Trouble(`The file ${path} cannot be read.`, `Let ${setting} name a file that this user may read.`, { cause: error });
  });
  if (!text.includes("-----BEGIN ")) throw new Trouble(`The file ${path} holds nothing that begins with -----BEGIN.`, `Let ${setting} name a file in PEM form.`);
  return text;
}
