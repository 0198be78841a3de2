// The desk of included hours with all its doors: two leads, a practice with two hours a month, the clock in the test's hand.
import { openDesk } from "../../src/desk/acts/versions/open-desk.ts";
import { keepMember, keepOrganisation } from "../../src/desk/organisations/writes.ts";
import { sessionCookie, startSession } from "../../src/desk/sessions/sessions.ts";
import { keepStaff } from "../../src/desk/staff/writes.ts";
import type { TicketView } from "../../src/desk/views/ticket.ts";
import { ringTimers } from "../../src/doors/worker/ring-timers.ts";
import { HOURS_POLICY } from "./hours-policy.ts";
import { paidDesk } from "./paid-desk.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface Pack {
  readonly id: string;
  readonly left: number;
  readonly quantity: number;
  readonly reference: string;
  readonly ends: string | null;
  readonly madeBy: string;
}
export interface Account {
  readonly items: readonly {
    readonly left: number;
    readonly of: number;
    readonly packs: readonly Pack[];
    readonly plan: { readonly left: number; readonly givenBack: number; readonly draws: readonly { readonly ticket: string; readonly quantity: number }[] } | null;
  }[];
}
export type Said<T> = T & { detail: string; code?: string; faults?: { at: string; message: string }[] };

export async function hoursDesk(policy = HOURS_POLICY) {
  const desk = await paidDesk();
  const { house } = desk;
  desk.pass(new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 5, 9)).getTime() - house.now()); // so that no month ends within a test
  await openDesk(house.database, "hours", policy, "test");
  const ids = await house.database.asOwner(async (tx) => {
    const staff = (name: string) =>
      keepStaff(tx, "hours", { name, email: `${name.toLowerCase()}@hours.example`, role: "lead", language: "en", trained: [], present: true, demo: false }, "x", house.now());
    const practice = await keepOrganisation(tx, "hours", { name: "Premium Practice", language: "en", attributes: { plan: "premium" } }, house.now(), "test");
    const pat = await keepMember(tx, "hours", practice, { name: "Pat Premium", email: "pat@premium.example", sees: "office" }, house.now());
    return { ana: await staff("Ana"), bo: await staff("Bo"), practice, pat };
  });
  const cookie = async (who: "staff" | "person", id: string): Promise<string> => {
    const { token } = await house.database.asDesk("hours", (tx) => startSession(tx, "hours", who, id, house.now()));
    return `${sessionCookie(who, "hours")}=${token}`;
  };
  const signedIn = async () => ({ ana: await cookie("staff", ids.ana), bo: await cookie("staff", ids.bo), pat: await cookie("person", ids.pat) });
  const as = await signedIn();
  const call = async <T = TicketView>(by: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: Said<T> }> => {
    const response = await fetch(`${desk.base}/api/hours${path}`, {
      method,
      headers: { cookie: by, "x-troth": "1", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    return { status: response.status, body: JSON.parse((await response.text()) || "null") as Said<T> };
  };
  const ticket = async (number: string, by = as.ana) => (await call(by, "GET", `/tickets/${number}`)).body;
  const openOffer = async (number: string) => (await ticket(number)).offers.findLast((o) => o.state === "open");
  const pass = async (ms: number): Promise<void> => {
    desk.pass(ms);
    while (await ringTimers(house, (error: unknown) => void desk.faults.push(error)));
  };
  const start = (number: string, by = as.ana) => call(by, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  const close = (number: string) => call(as.ana, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  return {
    ...desk,
    ids,
    as,
    call,
    callDms: desk.call,
    ticket,
    openOffer,
    start,
    close,
    pass,
    /** Time that ends sessions: all sign in again. */
    async passDays(ms: number): Promise<void> {
      await pass(ms);
      Object.assign(as, await signedIn());
    },
    asked: async (subject = "It does not print"): Promise<string> => (await call(as.pat, "POST", "/tickets", { subject, text: "Nothing comes out of the printer." })).body.number,
    consent: (number: string, offer: string) => call(as.pat, "POST", `/tickets/${number}/offers/${offer}/consent`, { accepts: [] }),
    async worked(number: string, minutes: number): Promise<void> {
      await start(number);
      await pass(minutes * MINUTE);
      await call(as.ana, "DELETE", `/tickets/${number}/clock`);
    },
    account: async () => (await call<Account>(as.ana, "GET", `/organisations/${ids.practice}/allowances`)).body.items[0]!,
    sell: (body: object) => call<Account>(as.ana, "POST", `/organisations/${ids.practice}/packs`, { allowance: "remote-hours", ...body }),
  };
}
