// What a backup has to know about the tables of a database: their columns, and an order in which each comes after those it points to.
import type pg from "pg";

export interface TableShape {
  readonly name: string;
  /** Columns whose values are kept: neither computed by the database nor counted by its own transactions. */
  readonly columns: readonly string[];
}

/** Every table of the schema public but the list of migrations, referenced ones first. */
export async function tableShapes(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype order by a.attnum) as columns,
      array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'troth_migrations' order by c.relname`);
  const ordered: TableShape[] = [];
  const placed = new Set<string>();
  while (ordered.length < rows.length) {
    const next = rows.find((t) => !placed.has(t.name) && t.needs.every((n) => placed.has(n)));
    if (!next) throw new Error("tables point at each other in a circle");
    placed.add(next.name);
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

/** The migrations that a database has had, in order; none where it is new. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const known = await client.query<{ there: boolean }>("select to_regclass('public.troth_migrations') is not null as there");
  if (!known.rows[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>("select name from troth_migrations order by number");
  return rows.map((r) => r.name);
}
