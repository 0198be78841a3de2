// Credits and corrections with four eyes, and the statements of a month.
import { z } from "zod";
import type { Tx } from "../../../database/tx.ts";
import { actorOf } from "../../../desk/actor.ts";
import { statementOf, statementsOf } from "../../../desk/charges/statements.ts";
import type { Event } from "../../../desk/event.ts";
import { closeMonth } from "../../../desk/acts/close-month.ts";
import { policyInForce } from "../../../desk/policies/running.ts";
import { Problem } from "../../../desk/problem.ts";
import { instantIso } from "../../../desk/views/instant-iso.ts";
import { statementPdf } from "../../../desk/views/statement-pdf.ts";
import type { PersonViewer, Viewer } from "../../../desk/viewer.ts";
import { amountText, monthOf, statementCsv } from "../../../desk/views/statement-csv.ts";
import { localToInstant } from "../../../policy/index.ts";
import { atTicket, type Own, reading, refuse } from "../at-ticket.ts";
import { dayFaults, endOf } from "../last-day.ts";
import { route } from "../route.ts";
import { Statement, StatementInput, Statements } from "../shapes/charges.ts";
import { Ticket } from "../shapes/ticket.ts";
import { AdjustInput, AdjustDecision, NumberParam } from "../shapes/ticket-input.ts";
import { sentence } from "../../../words/phrase.ts";

const PROBLEMS = ["invalid-input", "not-found", "not-allowed", "changed-meanwhile", "already-taken"] as const;
const LEAD = { staff: "lead", key: "admin" } as const;
const OWNERS = { ...LEAD, person: true } as const;
const STATEMENT = z.object({ statement: z.coerce.number().int().min(1).max(2_000_000_000) });

export const CHARGE_ROUTES = [
  route({
    id: "proposeAdjustment",
    tag: "charges",
    title: "Propose to give back or to correct something that was charged",
    method: "POST",
    path: "/tickets/{number}/adjustments",
    may: { staff: "agent" },
    params: NumberParam,
    body: AdjustInput,
    output: Ticket,
    problems: PROBLEMS,
    run: (ask) => atTicket(ask, (own, _found, policy) => proposed(own, ask.body, policy.desk.zone)),
  }),
  route({
    id: "decideAdjustment",
    tag: "charges",
    title: "Approve or refuse what somebody else has proposed",
    method: "PUT",
    path: "/tickets/{number}/adjustments/{charge}",
    may: { staff: "lead" },
    params: NumberParam.extend({ charge: z.uuid() }),
    body: AdjustDecision,
    output: Ticket,
    problems: PROBLEMS,
    run: (ask) => atTicket(ask, (own) => ({ ...own, kind: "adjust-decided", charge: ask.params.charge, approved: ask.body.approved })),
  }),
  route({
    id: "statements",
    tag: "charges",
    title: "The statements, the newest first; for a customer, those of their office",
    method: "GET",
    path: "/statements",
    may: OWNERS,
    output: Statements,
    problems: [],
    run: (ask) => reading(ask, async ({ tx }) => ({ items: (await statementsOf(tx, customer(ask.viewer))).map(shown) })),
  }),
  route({
    id: "makeStatements",
    tag: "charges",
    title: "Make the statements of a month that is over",
    method: "POST",
    path: "/statements",
    may: LEAD,
    body: StatementInput,
    output: Statements,
    status: 201,
    problems: ["invalid-input"],
    run: (ask) =>
      ask.house.database.asDesk(
        ask.desk,
        async (tx) => {
          const now = ask.house.now();
          const { policy } = await policyInForce(tx, ask.desk, now);
          const [year, month] = ask.body.month.split("-").map(Number) as [number, number];
          const over = localToInstant(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, "0")}-01T00:00`, policy.desk.zone);
          if (over > now) refuse([{ at: "month", message: "it is not over yet" }]);
          const made = await closeMonth(tx, { month: ask.body.month, before: over, policy, by: actorOf(ask.viewer).name, at: now });
          return { items: (await statementsOf(tx, null)).filter((s) => made.includes(s.number)).map(shown) };
        },
        { retry: true },
      ),
  }),
  route({
    id: "statementCsv",
    tag: "charges",
    title: "A statement as CSV",
    method: "GET",
    path: "/statements/{statement}/csv",
    may: OWNERS,
    params: STATEMENT,
    output: "download",
    problems: ["not-found"],
    run: (ask) =>
      reading(ask, async ({ tx }) => {
        const { statement, lines } = await wanted(tx, ask);
        return { bytes: statementCsv(statement, lines), name: `statement-${statement.number}.csv`, type: "text/csv; charset=utf-8" };
      }),
  }),
  route({
    id: "statementPdf",
    tag: "charges",
    title: "A statement as PDF, in the customer's language; the same bytes each time",
    method: "GET",
    path: "/statements/{statement}/pdf",
    may: OWNERS,
    params: STATEMENT,
    output: "download",
    problems: ["not-found"],
    run: async (ask) => {
      const { statement, lines } = await reading(ask, ({ tx }) => wanted(tx, ask));
      return { bytes: await statementPdf(statement, lines), name: `statement-${statement.number}.pdf`, type: "application/pdf" };
    },
  }),
];

const customer = (viewer: Viewer): PersonViewer | null => (viewer.kind === "person" ? viewer : null);

async function wanted(tx: Tx, ask: { readonly params: { readonly statement: number }; readonly viewer: Viewer }) {
  const found = await statementOf(tx, ask.params.statement, customer(ask.viewer));
  if (!found) throw new Problem("not-found", sentence("refused.no-statement"));
  return found;
}

function proposed(own: Own, body: z.output<typeof AdjustInput>, zone: string): Event {
  const { reason } = body;
  if (body.kind !== "give-back") return { ...own, kind: "adjust", what: body.kind, net: body.kind === "credit" ? -Math.abs(body.net) : body.net, reason };
  refuse(dayFaults({ ends: body.ends }));
  const amount = body.minutes === undefined ? { requests: body.requests ?? 0 } : { minutes: body.minutes };
  return { ...own, kind: "adjust", what: "give-back", amount, reason, to: body.to, ends: body.to === "pack" ? endOf(body.ends, zone) : null };
}

function shown(s: Awaited<ReturnType<typeof statementsOf>>[number]): z.input<typeof Statement> {
  return { number: s.number, month: monthOf(s), customer: s.name, net: amountText(s.net), gross: amountText(s.gross), currency: s.currency, madeAt: instantIso(s.made_at) };
}
