// The role that the application connects as: it can log in and nothing more, so that no query of ours can look past the walls.
import type { ClientBase } from "pg";
import { derivedSecret } from "./secret.ts";
import { Trouble } from "./trouble.ts";

/** What every installation on a database server shares: grants and policies name this role. It cannot log in. */
export const APP_ROLE = "troth_app";

/** The member of it that this installation logs in as. Its name and password follow from the secret, so that two installations never disagree. */
function login(secret: string): { role: string; password: string } {
  return { role: `${APP_ROLE}_${derivedSecret(secret, "database role").slice(0, 8)}`, password: derivedSecret(secret, "database password") };
}

/** The application's URL: the owner's, with our own role and password. */
export function appUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  const { role, password } = login(secret);
  url.username = role;
  url.password = password;
  return url.href;
}

/** Makes the shared role where it is missing. Throws Trouble where somebody gave it rights that make the walls worthless. */
export async function readyAppRole(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ strong: boolean }>("select rolsuper or rolbypassrls as strong from pg_roles where rolname = $1", [APP_ROLE]);
  if (rows[0]?.strong) throw new Trouble(`The database role ${APP_ROLE} may bypass row-level security.`, `Run: alter role ${APP_ROLE} nosuperuser nobypassrls;`);
  if (!rows[0]) await unlessThere(owner.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`));
}

/** Makes our own role, or gives it back its password. */
export async function readyLogin(owner: ClientBase, secret: string): Promise<void> {
  const { role, password } = login(secret); // hexadecimal digits: nothing to quote
  await unlessThere(owner.query(`create role ${role} login nosuperuser nobypassrls in role ${APP_ROLE}`));
  await owner.query(`alter role ${role} password '${password}'`);
}

/** A server that starts at the same time may have made it a moment ago. */
async function unlessThere(creation: Promise<unknown>): Promise<void> {
  await creation.catch((error: { code?: string }) => {
    if (error.code !== "42710" && error.code !== "23505") throw error;
  });
}
