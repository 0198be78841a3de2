// The demo desks with portal, API, mail door and clock: everything that a case of conduct goes through, in a test's hand.
import { afterAll, expect } from "vitest";
import type { MailboxRow } from "../../src/database/rows.gen.ts";
import { change } from "../../src/desk/change.ts";
import type { Actor, Event } from "../../src/desk/event.ts";
import { customerOf } from "../../src/desk/people/reads.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { createTransport } from "nodemailer";
import { type Desk, portalHouse } from "../portal/portal-house.ts";

export const DAY = 86_400_000;

export async function conductHouse(desk: Desk) {
  const house = await portalHouse(desk);
  const { faults } = house;
  const fault = (error: unknown): void => void faults.push(error);
  const door = await openSmtpDoor(house.house, { host: "127.0.0.1", port: 0, fault });
  afterAll(() => door.close());
  const post = createTransport({ host: "127.0.0.1", port: door.port, secure: false, ignoreTLS: true });
  let n = 0;
  const id = (): string => `test:${++n}`;

  async function staff(name: string): Promise<Actor & { readonly id: string; readonly cookie: string }> {
    const [row] = await house.rows<{ id: string; name: string }>(desk, "select id, name from staff where name = $1", name);
    if (!row) throw new Error(`${desk} has no ${name}`);
    const { token } = await house.house.database.asDesk(desk, (tx) => startSession(tx, desk, "staff", row.id, house.house.now()));
    return { kind: "staff", id: row.id, name: row.name, cookie: `${sessionCookie("staff", desk)}=${token}` };
  }
  async function person(email: string): Promise<Actor & { readonly id: string; readonly cookie: string; readonly email: string }> {
    const found = await house.house.database.asDesk(desk, (tx) => customerOf(tx, { email }), { readOnly: true });
    if (!found) throw new Error(`${desk} does not know ${email}`);
    const { token } = await house.house.database.asDesk(desk, (tx) => startSession(tx, desk, "person", found.person.id, house.house.now()));
    return { kind: "person", id: found.person.id, name: found.person.name, email, cookie: `${sessionCookie("person", desk)}=${token}` };
  }
  type Given<K extends Event["kind"]> = Omit<Extract<Event, { kind: K }>, "id">;
  const does = <K extends Event["kind"]>(event: Given<K>) => change(house.house, desk, { ...event, id: id() } as unknown as Event);

  return {
    ...house,
    staff,
    person,
    does,
    asks: (by: Actor & { readonly id: string }, subject: string, text: string, topic?: string) =>
      does<"ask">({ kind: "ask", by, asker: { id: by.id }, subject, said: { text, channel: "portal" }, ...(topic !== undefined && { topic }) }),
    /** Everything that is due rings, and what waits has left. */
    async ring(): Promise<void> {
      while (await ringTimers(house.house, fault));
      expect(faults).toEqual([]);
    },
    /** Answers a mail as its reader's program would. */
    async answers(mail: MailboxRow, from: string, text: string): Promise<void> {
      const { "message-id": mailId, subject } = Object.fromEntries(Object.entries(mail.headers as Record<string, string>).map(([k, v]) => [k.toLowerCase(), v]));
      await post.sendMail({ from, to: mail.sender, subject: `Re: ${subject ?? mail.subject}`, text, inReplyTo: mailId, references: mailId });
      await door.settled();
    },
    sends: async (from: string, to: string, subject: string, text: string): Promise<void> => {
      await post.sendMail({ from, to, subject, text });
      await door.settled();
    },
    async call<T = Record<string, never>>(as: { readonly cookie: string } | null, method: string, path: string, body?: unknown) {
      const response = await fetch(`${house.base}/api/${desk}${path}`, {
        method,
        headers: { "x-troth": "1", ...(as && { cookie: as.cookie }), ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return { status: response.status, text, body: (text.startsWith("{") ? JSON.parse(text) : text) as T };
    },
    page: (as: { readonly cookie: string } | null, path: string, form?: Record<string, string>) =>
      fetch(`${house.base}/${desk}${path}`, {
        redirect: "manual",
        headers: { ...(as && { cookie: as.cookie }), "accept-language": "en" },
        ...(form && { method: "POST", body: new URLSearchParams(form) }),
        signal: AbortSignal.timeout(20_000),
      }),
  };
}
