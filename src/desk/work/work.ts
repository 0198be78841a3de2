// Time worked on a ticket: who may start the clock, where it stops by itself, and what it has counted.
import type { OffersRow, WorkRow } from "../../database/rows.gen.ts";
import { newId } from "../../database/new-id.ts";
import type { Tx } from "../../database/tx.ts";
import { type Agreed, agreedTime, type Policy } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import { sentence } from "../../words/phrase.ts";

export const WORK_KINDS = ["connection", "phone"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
/** The timer that stops the clock where the agreed time ends. */
export const CAP = "work-cap";
export type Work = WorkRow & { readonly staff_name: string };

/** All stretches of the ticket, the oldest first. */
export const workOf = (tx: Tx, ticket: string): Promise<Work[]> =>
  tx.query<Work>("select w.*, s.name as staff_name from work w join staff s on s.desk = w.desk and s.id = w.staff where w.desk = troth_desk() and w.ticket = $1 order by w.starts, w.id", [ticket]);

export const agreedOf = (offers: readonly OffersRow[]): Agreed[] => offers.filter((o) => o.state === "accepted").map(({ id, key, net, covers, exact }) => ({ id, key, net, covers, exact }));

/** Time worked of this kind up to `at`, ms: stretches that have ended and the open one so far. */
export const workedTime = (work: readonly WorkRow[], kind: string, at: number): number => work.filter((w) => w.kind === kind).reduce((sum, w) => sum + Math.max((w.ends ?? at) - w.starts, 0), 0);

/** What is agreed for this kind of work, ms; null: no limit. Only the kinds whose time the policy's prices read have one. */
export function capOf(policy: Policy, offers: readonly OffersRow[], kind: string): number | null {
  return policy.facts[`worked.${kind}`] ? agreedTime(agreedOf(offers)) : null;
}

/** Whether work may begin: it costs nothing, costs without asking, or the customer has agreed. */
export function mayBegin(policy: Policy, results: Readonly<Record<string, unknown>>, offers: readonly OffersRow[]): boolean {
  if (agreedOf(offers).length > 0) return true;
  const asks = (policy.tables["charges/quote"] ?? []).some(({ outcome: { charge } }) => typeof charge === "object" && charge !== null && "after" in charge);
  const quote = results["charges.quote"];
  return quote !== "by-quote" && quote !== "allowance" && (quote !== "price" || !asks);
}

/** When an open stretch reaches its cap, epoch ms; null where it has none. */
export function capAt(policy: Policy, offers: readonly OffersRow[], work: readonly WorkRow[], open: WorkRow): number | null {
  const cap = capOf(policy, offers, open.kind);
  return cap === null
    ? null
    : open.starts +
        Math.max(
          cap -
            workedTime(
              work.filter((w) => w.id !== open.id),
              open.kind,
              0,
            ),
          0,
        );
}

interface Around {
  readonly policy: Policy;
  readonly offers: readonly OffersRow[];
  readonly work: readonly Work[];
  readonly results: Readonly<Record<string, unknown>>;
  readonly closed: boolean;
  readonly asked: boolean; // the customer is asked whether it may be closed
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
}

/** Adds to the plan what the event does to the clock. Throws Problem, with the reason, where it cannot. */
export function workBy(event: Event, around: Around, plan: Plan): void {
  const { at, work } = around;
  const open = work.find((w) => w.ends === null);
  if (event.kind === "work-start") return start(event, around, open, plan);
  if (event.kind === "work-stop") {
    if (!open) throw new Problem("already-taken", sentence("refused.no-clock"));
    return stop(open, around, "staff", plan);
  }
  if (event.kind === "go-on") return goesOn(around);
  if (!open) return;
  if (event.kind === "timer" && event.about === CAP) return stop(open, around, "cap", plan);
  if (plan.ticket.status === "closed" || event.kind === "close") return stop(open, around, "closed", plan);
  if (event.kind !== "consent" || event.spent) return;
  const answered = around.offers.map((o) => (o.id === event.offer ? { ...o, state: "accepted" } : o));
  const until = capAt(around.policy, answered, work, open);
  if (until !== null && until > at) plan.writes.push(capTimer(around, until));
}

function start(event: Extract<Event, { kind: "work-start" }>, around: Around, open: Work | undefined, plan: Plan): void {
  const { policy, offers, work, results, desk, ticket, at, closed, asked } = around;
  if (event.by.kind !== "staff" || event.by.id === null) throw new Problem("not-allowed", sentence("refused.staff-work"));
  if (closed) throw new Problem("already-taken", sentence("refused.is-closed"));
  if (asked) throw new Problem("already-taken", sentence("refused.closing-asked")); // what they agree to is what they were told it takes
  if (open) throw new Problem("already-taken", sentence("refused.clock-of", { name: open.staff_name }));
  if (!mayBegin(policy, results, offers)) throw new Problem("not-allowed", sentence("refused.price-not-agreed"));
  const cap = capOf(policy, offers, event.work);
  const left = cap === null ? null : cap - workedTime(work, event.work, at);
  if (left !== null && left <= 0) throw new Problem("not-allowed", sentence("refused.time-used-up"));
  plan.writes.push({ table: "work", rows: [{ desk, id: newId(at), ticket, kind: event.work, staff: event.by.id, starts: at }] });
  if (left !== null) plan.writes.push(capTimer(around, at + left));
}

function stop(open: Work, { policy, offers, work, ticket, at }: Around, by: "staff" | "cap" | "closed", plan: Plan): void {
  const cap = capAt(policy, offers, work, open);
  const ends = cap === null ? at : Math.min(at, cap);
  plan.statements.push(["update work set ends = at_ms($2), ended_by = $3 where desk = troth_desk() and id = $1 and ends is null", [open.id, ends, cap !== null && cap <= at ? "cap" : by]]);
  plan.statements.push(["delete from timers where desk = troth_desk() and ticket = $1 and key = $2", [ticket, CAP]]);
}

function goesOn({ policy, offers, closed }: Around): void {
  if (closed) throw new Problem("already-taken", sentence("refused.is-closed"));
  if (!WORK_KINDS.some((kind) => capOf(policy, offers, kind) !== null)) throw new Problem("not-allowed", sentence("refused.no-limit"));
  if (offers.some((o) => o.key === "overrun" && o.state === "open")) throw new Problem("already-taken", sentence("refused.asked-already"));
}

const capTimer = ({ desk, ticket }: Around, at: number) => ({
  table: "timers" as const,
  rows: [{ desk, ticket, key: CAP, at, moment: "worked", about: CAP, claimed_until: null }],
  conflict: { columns: ["desk", "ticket", "key"], update: ["at"] } as const,
});

/** The facts `worked.<kind>`. Asking to go on, and agreeing to, is about the first moment beyond what is agreed. */
export function workedFacts(policy: Policy, event: Event, offers: readonly OffersRow[], work: readonly WorkRow[], at: number): Record<string, number> {
  const beyond = event.kind === "go-on" || (event.kind === "consent" && offers.some((o) => o.id === event.offer && o.key === "overrun"));
  return Object.fromEntries(
    WORK_KINDS.map((kind) => {
      const cap = capOf(policy, offers, kind);
      const worked = workedTime(work, kind, at);
      return [`worked.${kind}`, cap === null ? worked : beyond ? cap + 1 : Math.min(worked, cap)];
    }),
  );
}
