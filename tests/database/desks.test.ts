// One desk never sees or touches another's rows, in every table that there is, also in tables that come later.
import { expect, test } from "vitest";
import { freshDatabase } from "./fresh-database.ts";

const { database } = await freshDatabase();

const { rows: tables } = await database.owner.query<{ name: string; enabled: boolean; forced: boolean; policies: string[] }>(`
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    array(select pg_get_expr(p.polqual, p.polrelid) || ' / ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
      from pg_policy p where p.polrelid = c.oid and 'troth_app'::regrole = any (p.polroles)) as policies
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'troth_migrations'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'desk' and not a.attisdropped)
  order by 1`);

test("the application is a role that cannot look past the walls", async () => {
  const [role] = await database.asDesk("one", (tx) =>
    tx.query<{ strong: boolean; member: boolean; owns: boolean }>(`
      select rolsuper or rolbypassrls as strong, pg_has_role(current_user, 'troth_app', 'usage') as member,
        exists (select from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`),
  );
  expect(role).toEqual({ strong: false, member: true, owns: false });
});

test("every table of the database belongs to desks or is named here as shared by all", async () => {
  const shared = ["troth_migrations"];
  const { rows } = await database.owner.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')");
  const walled = new Set(tables.map((table) => table.name));
  expect(rows.map((row) => row.name).filter((name) => !walled.has(name) && !shared.includes(name))).toEqual([]);
});

test.for(tables)("$name is walled by its desk", async ({ name, enabled, forced, policies }) => {
  expect({ enabled, forced, policies }).toEqual({ enabled: true, forced: true, policies: ["(desk = troth_desk()) / (desk = troth_desk())"] });
  const { rows } = await database.owner.query<{ first: string }>(
    "select a.attname as first from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = $1::regclass and i.indisprimary",
    [name],
  );
  expect(rows, "the desk leads the primary key").toEqual([{ first: "desk" }]);
});

test.for(tables)("$name shows nothing to the wrong desk, and lets it change, take or plant nothing", async ({ name }) => {
  const plant = await looseInsert(name);
  await database.owner.query(plant);
  const rowsSeenBy = (desk: string) => database.asDesk(desk, (tx) => tx.query(`select desk from "${name}"`));
  expect(await rowsSeenBy("one")).toEqual([{ desk: "one" }]);
  expect(await rowsSeenBy("two")).toEqual([]);
  expect(await touched("two", `update "${name}" set desk = desk`)).toBeFalsy();
  expect(await touched("two", `delete from "${name}"`)).toBeFalsy();
  expect(await touched("two", plant), "plant a row in desk one").toBeNull();
  expect(await touched("one", `update "${name}" set desk = 'two'`), "push a row into desk two").toBeNull();
  expect(await rowsSeenBy("one")).toEqual([{ desk: "one" }]);
});

/** How many rows it touched, in a transaction that is undone; null where the database refused. */
async function touched(desk: string, sql: string): Promise<number | null> {
  return database
    .asDesk(desk, (tx) => tx.run(sql), { rollback: true })
    .catch((error: { code?: string }) => {
      if (error.code !== "42501") throw error;
      return null;
    });
}

/** An insert of some row of desk one. This file's own database lets it pass without keys and checks: what matters is only whose the row is. */
async function looseInsert(name: string): Promise<string> {
  const { rows: constraints } = await database.owner.query<{ conname: string }>("select conname from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')", [name]);
  await database.owner.query(`alter table "${name}" disable trigger user`);
  for (const { conname } of constraints) await database.owner.query(`alter table "${name}" drop constraint "${conname}"`);
  const { rows: columns } = await database.owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = ''`,
    [name],
  );
  const values = columns.map((column) => (column.name === "desk" ? "'one'" : sample(column.type)));
  return `insert into "${name}" (${columns.map((column) => `"${column.name}"`).join()}) values (${values.join()})`;
}

/** Some value of the type; the content is of no interest. */
function sample(type: string): string {
  if (type.endsWith("[]")) return `'{}'::${type}`;
  if (type === "json" || type === "jsonb") return `'{}'::${type}`;
  if (type === "uuid") return "gen_random_uuid()";
  if (/timestamp|date/.test(type)) return "now()";
  if (type === "inet") return "'127.0.0.1'";
  if (/bytea|text|character|tsvector/.test(type)) return "'x'";
  return type === "boolean" ? "true" : `'1'::${type}`;
}
