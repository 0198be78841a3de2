// Whether a PostgreSQL that somebody else keeps is one that Troth can run on, said before anything is made in it.
import type { ClientBase } from "pg";
import { Trouble } from "./trouble.ts";

const OLDEST = 15; // the oldest that the tests are run on

export interface DatabaseServer {
  readonly number: number; // server_version_num, as 150014
  readonly version: string; // as "15.14 (Debian 15.14-0+deb12u1)"
  readonly encoding: string;
}

/** Throws Trouble that says what to do. */
export async function checkServer(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<DatabaseServer>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding",
  );
  const trouble = rows[0] && unfit(rows[0]);
  if (trouble) throw trouble;
}

/** What is wrong with it, or null. */
export function unfit({ number, version, encoding }: DatabaseServer): Trouble | null {
  if (number < OLDEST * 10_000)
    return new Trouble(`The database server is PostgreSQL ${version}; Troth needs ${OLDEST} or later.`, "Let DATABASE_URL name a newer server, or leave it out for the embedded one.");
  if (encoding !== "UTF8")
    return new Trouble(
      `The database keeps its words as ${encoding}, which has no room for all languages.`,
      "Make one with: create database troth encoding 'UTF8' locale 'C.UTF-8' template template0;",
    );
  return null;
}
