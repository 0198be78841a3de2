// The generated row types say what the migrations made.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { rowTypes } from "../../src/database/row-types.ts";
import { freshDatabase } from "./fresh-database.ts";

const { database } = await freshDatabase();

test("the row types are fresh: `npm run generate:rows` would change nothing", async () => {
  const kept = await readFile(new URL("../../src/database/rows.gen.ts", import.meta.url), "utf8");
  expect(kept).toBe(await rowTypes(database.owner));
});
