// A database that somebody else keeps and that Troth cannot run on is refused in one sentence, before anything is made in it.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { unfit } from "../../src/database/check-server.ts";
import { connect } from "../../src/database/connect.ts";
import { freshDatabase } from "./fresh-database.ts";

const { database, url, secret } = await freshDatabase();

test("a database whose encoding has no room for all languages is refused, and nothing is made in it", async () => {
  const name = `narrow_${randomBytes(6).toString("hex")}`;
  await database.owner.query(`create database ${name} encoding 'LATIN1' template template0 locale_provider libc locale 'C'`);
  const narrow = new URL(url);
  narrow.pathname = `/${name}`;
  try {
    await expect(connect({ url: narrow.href, secret })).rejects.toMatchObject({
      message: "The database keeps its words as LATIN1, which has no room for all languages.",
      mend: "Make one with: create database troth encoding 'UTF8' locale 'C.UTF-8' template template0;",
    });
    const client = new pg.Client({ connectionString: narrow.href });
    await client.connect();
    expect((await client.query("select count(*)::int as n from pg_tables where schemaname = 'public'")).rows).toEqual([{ n: 0 }]);
    await client.end();
  } finally {
    await database.owner.query(`drop database ${name} with (force)`);
  }
});

test("a server older than the oldest that the tests run on is refused with what to do, a later one is not", () => {
  expect(unfit({ number: 140_011, version: "14.11", encoding: "UTF8" })?.message).toBe("The database server is PostgreSQL 14.11; Troth needs 15 or later.");
  expect(unfit({ number: 150_014, version: "15.14 (Debian 15.14-0+deb12u1)", encoding: "UTF8" })).toBeNull();
  expect(unfit({ number: 180_000, version: "18.0", encoding: "UTF8" })).toBeNull();
});
