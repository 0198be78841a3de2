// Writes rows of several tables with one statement: an event's dozen inserts cost one round trip instead of a dozen.
import { escapeIdentifier } from "pg";
import { cleanJson, cleanParameter } from "./clean-text.ts";
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
  readonly params: unknown[];
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
  const shape = JSON.stringify(groups.map(({ write, columns, rows }) => [write.table, columns, write.conflict, rows.length === 1]));
  let sql = texts.get(shape);
  if (sql === undefined) texts.set(shape, (sql = text(groups, types)));
  return { sql, params: groups.flatMap((group) => params(group, types)) };
}

function groupByColumns(write: WriteRows): Group[] {
  const groups = new Map<string, Group>();
  for (const row of write.rows) {
    const columns = Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([key]) => key)
      .sort();
    const key = columns.join();
    const group = groups.get(key) ?? { write, columns, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

function text(groups: readonly Group[], types: ColumnTypes): string {
  let used = 0;
  const inserts = groups.map((group, index) => {
    const first = used + 1;
    used += group.rows.length === 1 ? group.columns.length : 1;
    return `w${index} as (${insert(group, first, types)})`;
  });
  return `with ${inserts.join(",\n")}\nselect 1`;
}

/** One row comes as a parameter for each column; several of them as one JSON: the server spends less on the first, and the text stays the same for any number of the second. */
function insert({ write, columns, rows }: Group, first: number, types: ColumnTypes): string {
  const read: string[] = [];
  const declared: string[] = [];
  for (const [index, column] of columns.entries()) {
    const type = typeOf(write, column, types);
    const name = escapeIdentifier(column);
    const given = rows.length === 1 ? `$${first + index}` : `r.${name}`;
    const [jsonType, value] = IN_JSON[type]?.(given) ?? [type, given];
    declared.push(`${name} ${jsonType}`);
    read.push(rows.length === 1 ? value.replace(given, `${given}::${jsonType}`) : value);
  }
  const names = columns.map(escapeIdentifier).join(", ");
  const from = rows.length === 1 ? `values (${read.join(", ")})` : `select ${read.join(", ")} from json_to_recordset($${first}::json) as r(${declared.join(", ")})`;
  return `insert into ${escapeIdentifier(write.table)} (${names}) ${from}${onConflict(write)}`;
}

function typeOf(write: WriteRows, column: string, types: ColumnTypes): string {
  const known = types.get(write.table);
  if (!known) throw new Error(`no table ${write.table}`);
  const type = known.get(column);
  if (type === undefined) throw new Error(`no column ${write.table}.${column}`);
  return type;
}

function params({ write, columns, rows }: Group, types: ColumnTypes): unknown[] {
  if (rows.length === 1) return columns.map((column) => parameter((rows[0] as Record<string, unknown>)[column], typeOf(write, column, types)));
  const bytes = columns.some((column) => typeOf(write, column, types) === "bytea");
  return [cleanJson(bytes ? rows.map(bytesAsHex) : rows)];
}

/** A value as the driver sends it: what JSON writes for json, hex for bytes, arrays item by item. */
function parameter(value: unknown, type: string): unknown {
  if (value === null) return null;
  if (type === "jsonb" || type === "json") return cleanJson(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return Array.isArray(value) ? value.map(cleanParameter) : cleanParameter(value); // half a surrogate pair becomes U+FFFD on its way through UTF-8
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

function bytesAsHex(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value]));
}
