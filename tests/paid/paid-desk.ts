// The desk of paid interventions with all its doors: portal and API on HTTP, mail by SMTP, its staff signed in, everything that leaves caught.
import { afterAll } from "vitest";
import { startSession, sessionCookie } from "../../src/desk/sessions/sessions.ts";
import type { Verdict } from "../../src/desk/mails/proof.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { portalHouse } from "../portal/portal-house.ts";
import { post } from "../mail/post.ts";

export const LAURA = "contact@customer-dms.example";
export const KAREN = "karen@lakeside-dental.example";
const HELP = "help@dms.example";

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export async function paidDesk() {
  const house = await portalHouse("dms");
  let proven: Verdict = "none";
  const door = await openSmtpDoor(house.house, {
    host: "127.0.0.1",
    port: 0,
    fault: (error) => void house.faults.push(error),
    prove: () => Promise.resolve({ verdict: proven, by: "mx.dms.example", domain: null, spf: null, dkim: null, dmarc: null, arc: null }),
  });
  afterAll(() => door.close());
  const cookieOf = async (who: "person" | "staff", email: string): Promise<string> => {
    if (who === "person") return house.session("dms", email).then(({ name, value }) => `${name}=${value}`);
    const [staff] = await house.rows<{ id: string }>("dms", "select id from staff where email = $1", email);
    const { token } = await house.house.database.asDesk("dms", (tx) => startSession(tx, "dms", "staff", staff!.id, house.house.now()));
    return `${sessionCookie("staff", "dms")}=${token}`;
  };
  const call = async <T = Record<string, never>>(cookie: string, method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(`${house.base}/api/dms${path}`, {
      method,
      headers: { cookie, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { status: response.status, body: (text.startsWith("{") ? JSON.parse(text) : text) as T };
  };
  return {
    ...house,
    cookieOf,
    call,
    /** A customer's mail, read to its end; `verdict` is what the house finds about its proof. */
    async mail(from: string, subject: string, text: string, { answers, verdict = "pass" }: { answers?: string; verdict?: Verdict } = {}): Promise<void> {
      proven = verdict;
      await post(door.port, { from, to: HELP, subject, text, ...(answers !== undefined && { inReplyTo: answers, references: answers }) });
      await door.settled();
    },
    lastMail: async (to: string) => {
      const mail = (await house.mailsTo(to)).at(-1);
      return { subject: mail?.subject ?? "", text: mail?.text ?? "", id: (mail?.headers as Record<string, string> | undefined)?.["Message-ID"] ?? "" };
    },
    async ticketOf(subject: string): Promise<string> {
      const [row] = await house.rows<{ number: string }>("dms", "select number from tickets where subject = $1", subject);
      return row?.number ?? "";
    },
    /** A page of the portal as a browser without scripts gets it, and its form sent. */
    async form(cookie: string, path: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; text: string }> {
      const response = await fetch(`${house.base}/dms/tickets/${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields),
      });
      return { status: response.status, text: await response.text() };
    },
    page: async (cookie: string, number: string): Promise<string> => (await fetch(`${house.base}/dms/tickets/${number}`, { headers: { cookie } })).text(),
  };
}
