// The role that the application connects as: it can log in and nothing more, so that no query of ours can look past the walls.
import type { ClientBase } from "pg";
import { derivedSecret } from "./secret.ts";
import { Trouble } from "./trouble.ts";

export const APP_ROLE = "troth_app";

/** The application's URL: the owner's, with the role and the password that follows from the server's secret. */
export function appUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = derivedSecret(secret, "database role troth_app");
  return url.href;
}

/** Makes the role where it is missing. Throws Trouble where somebody gave it rights that make the walls worthless. */
export async function readyAppRole(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ strong: boolean }>("select rolsuper or rolbypassrls as strong from pg_roles where rolname = $1", [APP_ROLE]);
  if (rows[0]?.strong) throw new Trouble(`The database role ${APP_ROLE} may bypass row-level security.`, `Run: alter role ${APP_ROLE} nosuperuser nobypassrls;`);
  if (rows[0]) return;
  await owner.query(`create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole`).catch((error: { code?: string }) => {
    if (error.code !== "42710" && error.code !== "23505") throw error; // else a server that started at the same time made it
  });
}

/** Gives the role the password of this server's secret. */
export async function setAppPassword(owner: ClientBase, secret: string): Promise<void> {
  await owner.query(`alter role ${APP_ROLE} login password '${derivedSecret(secret, "database role troth_app")}'`); // hex digits: nothing to quote
}
