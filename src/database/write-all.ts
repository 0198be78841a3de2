// Writes rows of several tables with one statement: an event's dozen inserts cost one round trip instead of a dozen.
import { escapeIdentifier } from "pg";
import { cleanJson } from "./clean-text.ts";
import type { ColumnTypes } from "./column-types.ts";

/** Rows for one table. Moments are epoch milliseconds, bytea is a Uint8Array; a key left out takes the column's default. */
export interface WriteRows {
  readonly table: string;
  readonly rows: readonly object[];
  /** Where a row with these columns is there already: its `update` columns are replaced; with none given it stays as it is. */
  readonly conflict?: { readonly columns: readonly string[]; readonly update: readonly string[] };
}

export interface Statement {
  readonly sql: string;
  readonly params: string[];
}

/** Rows of one table that name the same columns. */
interface Group {
  readonly write: WriteRows;
  readonly columns: readonly string[];
  readonly rows: object[];
}

const texts = new Map<string, string>();

/**
 * The statement, or null where there is nothing to write. Foreign keys among the rows hold in any order: they are checked at the end of
 * the statement. Throws Error for a table or column that does not exist.
 */
export function writeStatement(writes: readonly WriteRows[], types: ColumnTypes): Statement | null {
  const groups = writes.flatMap(groupByColumns);
  if (groups.length === 0) return null;
  const shape = JSON.stringify(groups.map(({ write, columns }) => [write.table, columns, write.conflict]));
  let sql = texts.get(shape);
  if (sql === undefined) texts.set(shape, (sql = text(groups, types)));
  return { sql, params: groups.map((group) => cleanJson(hasBytes(group, types) ? group.rows.map(bytesAsHex) : group.rows)) };
}

function groupByColumns(write: WriteRows): Group[] {
  const groups = new Map<string, Group>();
  for (const row of write.rows) {
    const columns = Object.entries(row).filter(([, value]) => value !== undefined).map(([key]) => key).sort();
    const key = columns.join();
    const group = groups.get(key) ?? { write, columns, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

function text(groups: readonly Group[], types: ColumnTypes): string {
  const inserts = groups.map((group, index) => `w${index} as (${insert(group, `$${index + 1}`, types)})`);
  return `with ${inserts.join(",\n")}\nselect 1`;
}

function insert({ write, columns }: Group, param: string, types: ColumnTypes): string {
  const known = types.get(write.table);
  if (!known) throw new Error(`no table ${write.table}`);
  const read: string[] = [];
  const declared: string[] = [];
  for (const column of columns) {
    const type = known.get(column);
    if (type === undefined) throw new Error(`no column ${write.table}.${column}`);
    const name = escapeIdentifier(column);
    const [jsonType, value] = IN_JSON[type]?.(`r.${name}`) ?? [type, `r.${name}`];
    declared.push(`${name} ${jsonType}`);
    read.push(value);
  }
  const names = columns.map(escapeIdentifier).join(", ");
  const from = `json_to_recordset(${param}::json) as r(${declared.join(", ")})`;
  return `insert into ${escapeIdentifier(write.table)} (${names}) select ${read.join(", ")} from ${from}${onConflict(write)}`;
}

/** Types that JSON has no word for: what stands in the JSON, and how it becomes the column's value. */
const IN_JSON: Readonly<Record<string, (value: string) => readonly [type: string, value: string]>> = {
  "timestamp with time zone": (value) => ["double precision", `at_ms(${value})`],
  bytea: (value) => ["text", `decode(${value}, 'hex')`],
};

function onConflict({ conflict }: WriteRows): string {
  if (!conflict) return "";
  const columns = conflict.columns.map(escapeIdentifier).join(", ");
  const updates = conflict.update.map(escapeIdentifier).map((name) => `${name} = excluded.${name}`);
  return ` on conflict (${columns}) do ${updates.length > 0 ? `update set ${updates.join(", ")}` : "nothing"}`;
}

function hasBytes({ write, columns }: Group, types: ColumnTypes): boolean {
  return columns.some((column) => types.get(write.table)?.get(column) === "bytea");
}

function bytesAsHex(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value]));
}
