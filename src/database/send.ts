// Queries on their way to the server: those of one turn in one write, each text prepared once for each connection.
import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import type { PoolClient, QueryConfig, QueryResult } from "pg";
import { cleanParameter } from "./clean-text.ts";

/**
 * Queries leave together in one write: the system call, and waking the server, cost more than what is sent. Those of one tick, or with `patient`
 * those of a whole turn of the event loop, in which the answers to several others may come in.
 */
export function sendText(client: PoolClient, query: string | QueryConfig, patient = false): Promise<QueryResult> {
  const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Duplex } }).connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    (patient ? setImmediate : process.nextTick)(() => stream.uncork());
  }
  return client.query(query);
}

/** A statement with its parameters, prepared where its text is one of a bounded number. */
export const send = (client: PoolClient, sql: string, params: readonly unknown[], patient = false): Promise<QueryResult> =>
  sendText(client, { name: nameOf(sql), text: sql, values: params.map(cleanParameter) }, patient);

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
