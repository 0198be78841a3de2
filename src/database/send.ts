// Queries on their way to the server: those of one turn in one write, each text prepared once for each connection.
import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import type { PoolClient, QueryConfig, QueryResult } from "pg";
import { cleanParameter } from "./clean-text.ts";

/** Queries of one turn of the event loop leave in one write: the system call costs more than what it sends. */
export function sendText(client: PoolClient, query: string | QueryConfig): Promise<QueryResult> {
  const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Duplex } }).connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return client.query(query);
}

/** A statement with its parameters, prepared where its text is one of a bounded number. */
export const send = (client: PoolClient, sql: string, params: readonly unknown[]): Promise<QueryResult> => sendText(client, { name: nameOf(sql), text: sql, values: params.map(cleanParameter) });

const names = new Map<string, string>();
const MOST_NAMES = 2_000;

/** A prepared statement's name, the same for the same text. Text put together without end would fill the server: past a bound it is not prepared. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash("sha1").update(sql).digest("base64url");
  names.set(sql, name);
  return name;
}
