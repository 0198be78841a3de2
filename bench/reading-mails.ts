// How long it takes to read and clean a mail: each of the published collections, where they lie beside the project.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readApart } from "../src/doors/mail/reading/read-apart.ts";
import { progress } from "./progress.ts";
import { type Row, spread } from "./row.ts";

const ROUNDS = 3;

/** One row, or none and a sentence where the collections are not there. */
export async function readingMails(folder = process.env["CORPORA"] ?? "../shared/corpora"): Promise<Row[]> {
  if (!(await stat(folder).catch(() => null))) {
    progress(`no mails to read: there is no folder ${folder}; CORPORA names the one that holds the collections`);
    return [];
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const mails = await Promise.all(entries.filter((e) => e.isFile() && /\.(?:eml|raw)$/.test(e.name)).map((e) => readFile(join(e.parentPath, e.name))));
  progress(`${mails.length} published mails read and cleaned`);
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const raw of mails) {
      const began = performance.now();
      await readApart(raw, "sender@elsewhere.example").catch(() => undefined);
      if (round > 0) times.push(performance.now() - began); // the first round warms
    }
  }
  return [{ name: "a mail read and cleaned", size: null, unit: "ms", ...spread(times), note: `${mails.length} published mails, ${ROUNDS} times` }];
}
