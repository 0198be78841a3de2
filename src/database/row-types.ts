// Prints TypeScript types of every table's rows from the catalogue, so that a column that was renamed is a type error and not a surprise.
import type { Pool } from "pg";

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly array: boolean;
  readonly nullable: boolean;
  /** It has a default, is generated or counts by itself: an insert may leave it out. */
  readonly optional: boolean;
}

const HEAD = `// Row types of every table, made from the migrations by \`npm run generate:rows\`. Do not edit.
`;

/** By pg_type name; what is not here is text on the way out. See type-parsers.ts. */
const TYPES: Readonly<Record<string, string>> = {
  bool: "boolean",
  int2: "number",
  int4: "number",
  int8: "number",
  float4: "number",
  float8: "number",
  oid: "number",
  timestamptz: "number",
  json: "unknown",
  jsonb: "unknown",
  bytea: "Uint8Array",
};

/** The text of rows.gen.ts for the database's tables: an interface per table, one for inserting into it, and both by table name. */
export async function rowTypes(owner: Pool): Promise<string> {
  const { rows } = await owner.query<Column>(`
    select c.relname as table, a.attname as column, coalesce(e.typname, t.typname) as type, e.oid is not null as array,
      not a.attnotnull as nullable, not a.attnotnull or a.atthasdef or a.attidentity <> '' as optional
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_type t on t.oid = a.atttypid
      left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'troth_migrations' and a.attnum > 0 and not a.attisdropped
    order by c.relname collate "C", a.attnum`);
  const names = [...new Set(rows.map((column) => column.table))];
  const interfaces = names.map((table) =>
    interfacesOf(
      table,
      rows.filter((column) => column.table === table),
    ),
  );
  return [HEAD, ...interfaces, index("Tables", names, "Row"), index("NewTables", names, "New")].join("\n");
}

function interfacesOf(table: string, columns: readonly Column[]): string {
  const read = columns.map((column) => `  ${column.column}: ${typeOf(column)};`);
  const write = columns.map((column) => `  ${column.column}${column.optional ? "?" : ""}: ${typeOf(column)};`);
  const name = pascal(table);
  return `export interface ${name}Row {\n${read.join("\n")}\n}\n\nexport interface ${name}New {\n${write.join("\n")}\n}\n`;
}

function typeOf(column: Column): string {
  const base = TYPES[column.type] ?? "string";
  if (base === "unknown") return "unknown";
  return `${column.array ? `readonly ${base}[]` : base}${column.nullable ? " | null" : ""}`;
}

function index(name: string, tables: readonly string[], suffix: string): string {
  if (tables.length === 0) return `export interface ${name} {}\n`;
  return `export interface ${name} {\n${tables.map((table) => `  ${table}: ${pascal(table)}${suffix};`).join("\n")}\n}\n`;
}

function pascal(table: string): string {
  return table
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
