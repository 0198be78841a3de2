// Signed-in browsers, of staff and of customers. A session slides: used within its time, it lives on.
import type { Tx } from "../../database/tx.ts";
import type { PersonViewer, StaffViewer } from "../viewer.ts";
import { newToken, tokenHash } from "./token.ts";

const HOUR = 3_600_000;
/** How long a session lives after its last use: staff a working day with its breaks, customers a month. In milliseconds. */
export const SESSION_LENGTH = { staff: 12 * HOUR, person: 30 * 24 * HOUR } as const;
export type SessionWho = keyof typeof SESSION_LENGTH;

/** Name of the cookie that holds the token. HttpOnly, SameSite=Lax, Path=/. */
export const sessionCookie = (who: SessionWho, desk: string): string => `troth_${who}_${desk}`;

/** A new session; its token for the cookie, and its length in seconds. `at` is epoch ms. */
export async function startSession(tx: Tx, desk: string, who: SessionWho, id: string, at: number): Promise<{ token: string; seconds: number }> {
  const token = newToken();
  await tx.run("insert into sessions (desk, token, who, id, made_at, ends_at) values ($1, $2, $3, $4, at_ms($5), at_ms($6))", [desk, tokenHash(token), who, id, at, at + SESSION_LENGTH[who]]);
  return { token, seconds: SESSION_LENGTH[who] / 1000 };
}

/** Whose session this is, or null: unknown, ended, of the other kind, or of somebody who is disabled. Past a tenth of its time it is prolonged. */
export async function sessionOf(tx: Tx, who: "staff", token: string, at: number): Promise<StaffViewer | null>;
export async function sessionOf(tx: Tx, who: "person", token: string, at: number): Promise<PersonViewer | null>;
export async function sessionOf(tx: Tx, who: SessionWho, token: string, at: number): Promise<StaffViewer | PersonViewer | null>;
export async function sessionOf(tx: Tx, who: SessionWho, token: string, at: number): Promise<StaffViewer | PersonViewer | null> {
  const hash = tokenHash(token);
  const [row] = await tx.query<(StaffViewer | PersonViewer) & { ends_at?: number }>(who === "staff" ? OF_STAFF : OF_PERSON, [hash, at]);
  if (!row) return null;
  const { ends_at: ends = 0, ...viewer } = row;
  const length = SESSION_LENGTH[who];
  if (ends - at < length * 0.9) await tx.run("update sessions set ends_at = at_ms($2) where desk = troth_desk() and token = $1", [hash, at + length]);
  return { ...viewer, kind: who } as StaffViewer | PersonViewer;
}

const OF_STAFF = `select s.ends_at, x.id, x.name, x.email, x.role, x.holds, x.language from sessions s join staff x on x.desk = s.desk and x.id = s.id
  where s.desk = troth_desk() and s.token = $1 and s.who = 'staff' and s.ends_at > at_ms($2) and x.disabled_at is null`;
const OF_PERSON = `select s.ends_at, x.id, x.name, x.email, x.organisation, x.sees, x.language from sessions s join people x on x.desk = s.desk and x.id = s.id
  where s.desk = troth_desk() and s.token = $1 and s.who = 'person' and s.ends_at > at_ms($2)`;

/** Ends the session of this token; ending twice is harmless. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.run("delete from sessions where desk = troth_desk() and token = $1", [tokenHash(token)]);
}

/** Ends all sessions of somebody: a new password, a disabled account. */
export async function endSessionsOf(tx: Tx, who: SessionWho, id: string): Promise<void> {
  await tx.run("delete from sessions where desk = troth_desk() and who = $1 and id = $2", [who, id]);
}
