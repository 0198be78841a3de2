// The small desk behind real HTTP, with everybody who could knock: staff of each role, customers, a stranger's desk.
import { afterAll } from "vitest";
import type { House } from "../../src/desk/house.ts";
import { makeKey } from "../../src/desk/keys/keys.ts";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { keepDesk, keepVersion } from "../../src/desk/policies/activate.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { hashPassword } from "../../src/desk/staff/password.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import type { Scope } from "../../src/desk/viewer.ts";
import { liveFeed } from "../../src/doors/api/live.ts";
import type { MailWays } from "../../src/doors/api/mail-ways.ts";
import { apiServer } from "../../src/doors/api/server.ts";
import { httpInstance } from "../../src/doors/http/instance.ts";
import { compile } from "../../src/policy/index.ts";
import { MONDAY, smallDesk } from "../desk/small-desk.ts";
import { SMALL_POLICY } from "../desk/small-policy.ts";

export const PASSWORD = "correct horse battery";

export interface Caller {
  readonly headers: Readonly<Record<string, string>>;
}
export interface Got<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  readonly text: string;
}

export async function apiDesk(ways?: (house: House) => MailWays) {
  const small = await smallDesk();
  const faults: unknown[] = [];
  const live = liveFeed(small.database, (error) => void faults.push(error));
  const house: House = { ...small.house, changed: (news) => live.changed(news) };
  const app = await httpInstance({ publicUrl: house.publicUrl });
  await app.register(apiServer, { house, live, ...(ways && { ways: ways(house) }) });
  const base = await app.listen({ host: "127.0.0.1", port: 0 });
  afterAll(() => app.close());

  const policy = compile(SMALL_POLICY.replace("help@small", "help@other").replace("prefix: SM", "prefix: OT")).policy!;
  const hash = await hashPassword(PASSWORD);
  const { ids } = small;
  const staff = (desk: string, name: string, role: "agent" | "lead" | "admin") => ({ desk, name, email: `${name.toLowerCase()}@${desk}.example`, role });
  const more = await small.database.asOwner(async (tx) => {
    await keepDesk(tx, "other", policy);
    await keepVersion(tx, "other", 1, policy, SMALL_POLICY.replace("help@small", "help@other").replace("prefix: SM", "prefix: OT"), "test");
    const make = ({ desk, ...who }: ReturnType<typeof staff>) =>
      keepStaff(tx, desk, { ...who, language: "en", trained: [], present: who.role === "agent" && desk === "small", demo: false }, hash, MONDAY);
    return {
      lead: await make(staff("small", "Lea", "lead")),
      admin: await make(staff("small", "Ada", "admin")),
      stranger: await make(staff("other", "Zoe", "admin")),
      limited: await keepMember(tx, "small", ids.paid, { name: "Lin Limited", email: "lin@paid.example", sees: "own" }, MONDAY),
      colleague: await keepMember(tx, "small", ids.paid, { name: "Cam Colleague", email: "cam@paid.example", sees: "office" }, MONDAY),
    };
  });

  const session = async (desk: string, who: "staff" | "person", id: string): Promise<Caller> => {
    const { token } = await small.database.asDesk(desk, (tx) => startSession(tx, desk, who, id, house.now()));
    return { headers: { cookie: `${sessionCookie(who, desk)}=${token}`, "x-troth": "1" } };
  };
  const key = async (...scopes: Scope[]): Promise<Caller & { id: string }> => {
    const made = await small.database.asDesk("small", (tx) => makeKey(tx, "small", "program", scopes, house.now()));
    return { id: made.id, headers: { authorization: `Bearer ${made.key}` } };
  };
  async function call<T = Record<string, never>>(as: Caller | null, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Got<T>> {
    const response = await fetch(`${base}/api/small${path}`, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...as?.headers, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, body: (text.startsWith("{") ? JSON.parse(text) : text) as T };
  }
  return {
    ...small,
    house,
    base,
    app,
    live,
    faults,
    call,
    key,
    session,
    ids: { ...ids, ...more },
    agent: await session("small", "staff", ids.expert),
    lead: await session("small", "staff", more.lead),
    admin: await session("small", "staff", more.admin),
    stranger: await session("other", "staff", more.stranger),
    lea: await session("small", "person", ids.contact),
    luc: await session("small", "person", ids.late),
    lin: await session("small", "person", more.limited),
    cam: await session("small", "person", more.colleague),
  };
}
