// One demo desk with all its doors: portal and API on HTTP, mail by SMTP, its staff signed in, everything that leaves caught, the clock in the test's hand.
import { afterAll } from "vitest";
import type { Verdict } from "../../src/desk/mails/proof.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import type { Prover } from "../../src/doors/mail/proof/prover.ts";
import { replayKept } from "../../src/doors/mail/replay-kept.ts";
import { openSmtpDoor } from "../../src/doors/mail/smtp-door.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { post } from "../mail/post.ts";
import { type Desk, portalHouse } from "../portal/portal-house.ts";

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}
/** A mail as its reader has it before them. */
export interface Read {
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

export async function wholeDesk(desk: Desk) {
  const house = await portalHouse(desk);
  const fault = (error: unknown): void => void house.faults.push(error);
  let proven: Verdict = "none";
  const prove: Prover = () => Promise.resolve({ verdict: proven, by: `mx.${desk}.example`, domain: null, spf: null, dkim: null, dmarc: null, arc: null });
  const door = await openSmtpDoor(house.house, { host: "127.0.0.1", port: 0, fault, prove });
  afterAll(() => door.close());

  const cookieOf = async (who: "person" | "staff", email: string): Promise<string> => {
    if (who === "person") return house.session(desk, email).then(({ name, value }) => `${name}=${value}`);
    const [staff] = await house.rows<{ id: string }>(desk, "select id from staff where email = $1", email);
    const { token } = await house.house.database.asDesk(desk, (tx) => startSession(tx, desk, "staff", staff!.id, house.house.now()));
    return `${sessionCookie("staff", desk)}=${token}`;
  };
  const call = async <T = Record<string, never>>(cookie: string, method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await fetch(`${house.base}/api/${desk}${path}`, {
      method,
      headers: { cookie, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { status: response.status, body: (text.startsWith("{") ? JSON.parse(text) : text) as T };
  };
  const mails = async (to: string): Promise<Read[]> => (await house.mailsTo(to)).map(({ subject, text, headers }) => ({ subject, text, id: (headers as Record<string, string>)["Message-ID"] ?? "" }));

  return {
    ...house,
    cookieOf,
    call,
    mails,
    /** A customer's mail, read to its end; `verdict` is what the house finds about its proof. */
    async mail(
      from: string,
      subject: string,
      text: string,
      { answers, verdict = "pass", to = `help@${desk}.example`, cc, headers }: { answers?: string; verdict?: Verdict; to?: string; cc?: string; headers?: Record<string, string> } = {},
    ): Promise<void> {
      proven = verdict;
      await post(door.port, {
        from,
        to,
        subject,
        text,
        ...(cc !== undefined && { cc }),
        ...(headers && { headers }),
        ...(answers !== undefined && { inReplyTo: answers, references: answers }),
      });
      await door.settled();
      await replayKept(house.house, 0, prove); // as the worker does: a mail is taken with 250 once it is kept, and is read again where the database was too busy to
    },
    lastMail: async (to: string): Promise<Read> => (await mails(to)).at(-1) ?? { subject: "", text: "", id: "" },
    async ticketOf(subject: string): Promise<string> {
      const [row] = await house.rows<{ number: string }>(desk, "select number from tickets where subject = $1", subject);
      return row?.number ?? "";
    },
    ticket: async (cookie: string, number: string): Promise<TicketView> => (await call<TicketView>(cookie, "GET", `/tickets/${number}`)).body,
    /** A form of a ticket's page in the portal, sent as by a browser without scripts. */
    async form(cookie: string, path: string, fields: Readonly<Record<string, string>>, at: string = desk): Promise<{ status: number; text: string }> {
      const response = await fetch(`${house.base}/${at}/tickets/${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields),
      });
      return { status: response.status, text: await response.text() };
    },
    page: async (cookie: string, number: string): Promise<string> => (await fetch(`${house.base}/${desk}/tickets/${number}`, { headers: { cookie } })).text(),
    /** Lets time pass, in ms, and everything that is due ring. */
    async later(ms: number): Promise<void> {
      house.pass(ms);
      while (await ringTimers(house.house, fault));
    },
  };
}
