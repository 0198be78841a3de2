// Migrations run once each, in order, one server at a time, and never change afterwards.
import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { migrate, migrationsFolder } from "../../src/database/migrate.ts";
import { freshDatabase } from "./fresh-database.ts";

const { database } = await freshDatabase();
const folder = await mkdtemp(join(tmpdir(), "troth-migrations-"));
afterAll(() => rm(folder, { recursive: true }));

const shipped = (await readdir(migrationsFolder())).filter((file) => file.endsWith(".sql"));
for (const file of shipped) await copyFile(join(migrationsFolder(), file), join(folder, file));
const next = String(shipped.length + 1).padStart(4, "0");
const after = String(shipped.length + 2).padStart(4, "0");

async function run(): Promise<string[]> {
  const client = await database.owner.connect();
  try {
    return await migrate(client, folder);
  } finally {
    client.release();
  }
}

test("a database that is up to date is left alone", async () => {
  expect(await run()).toEqual([]);
});

test("two servers that start together run a new migration once", async () => {
  await writeFile(join(folder, `${next}-lamps.sql`), "create table lamps (id int); insert into lamps values (1);");
  expect((await Promise.all([run(), run()])).flat()).toEqual([`${next}-lamps`]);
  expect((await database.owner.query("select id from lamps")).rows).toEqual([{ id: 1 }]);
});

test("a migration that fails leaves nothing of itself and says its name", async () => {
  await writeFile(join(folder, `${after}-broken.sql`), "create table half (id int); select 1 / 0;");
  await expect(run()).rejects.toThrow(`migration ${after}-broken: division by zero`);
  expect((await database.owner.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }]);
  await rm(join(folder, `${after}-broken.sql`));
});

test("a migration that was changed after it ran is named", async () => {
  await writeFile(join(folder, `${next}-lamps.sql`), "create table lamps (id bigint);");
  await expect(run()).rejects.toThrow(`The migration ${next}-lamps was changed after this database had run it.`);
});

test("a database of a newer version is not touched", async () => {
  await rm(join(folder, `${next}-lamps.sql`));
  await expect(run()).rejects.toThrow("The database was made by a newer version of Troth");
});
