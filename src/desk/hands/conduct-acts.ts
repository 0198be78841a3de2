// What happens in a case once it is open: the person answers, a named human decides by a clause, a measure begins and ends, an appeal is decided by somebody else.
import { newId } from "../../database/new-id.ts";
import type { ConductCasesRow, MeasuresNew } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Decision, Duration, Facts } from "../../policy/index.ts";
import { bindsPerson, CONDUCT_TIMERS, isStanding, timerOf } from "../conduct/about.ts";
import { type Asked, lasting } from "../conduct/open-case.ts";
import { lockCase, measuresOf, refusedSince } from "../conduct/reads.ts";
import { takesWords } from "../conduct/takes-words.ts";
import * as writes from "../conduct/writes.ts";
import { checkMayLift, checkNaming, mayDecide, mayHear, signed } from "./conduct-deciders.ts";
import { roleOfCase } from "../views/case-deciders.ts";
import { namedRows, seatRows } from "./conduct-named.ts";
import { clausesIn, conductMailRows, type Reader } from "./conduct-mails.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { House } from "../house.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import type { Reasoned } from "../reasoned.ts";
import { sentence } from "../../words/phrase.ts";

export interface Around {
  readonly event: Event;
  readonly found: Case;
  readonly decision: Decision | null;
  readonly reasons: readonly Reasoned[];
  readonly facts: Facts;
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
  readonly zone: string;
  /** Whom the case is about: of the ticket, unless it is somebody else who wrote on it. */
  readonly subject: { readonly id: string; readonly organisation: string | null } | null;
  readonly reader: Reader;
}
type Of<K extends Event["kind"]> = Extract<Event, { kind: K }>;

/** Adds to the plan what this event does in a case. Throws what says why it cannot be: case-closed, not-heard, not-allowed, not-found. */
export async function conductActs(tx: Tx, house: House, a: Around, plan: Plan): Promise<void> {
  const { event, ticket, found } = a;
  if (isStanding(event)) {
    const measure = timerOf(event, "begun");
    if (measure !== null && plan.ticket.refused && !found.ticket?.refused) plan.statements.unshift(writes.keepsTicket(measure, ticket));
    return;
  }
  const lapsed = timerOf(event, "lapse");
  const over = timerOf(event, "end");
  if (lapsed !== null) return lapse(tx, house, a, lapsed, plan);
  if (over !== null) return end(tx, house, a, over, plan);
  switch (event.kind) {
    case "conduct-words":
      return hear(tx, house, a, event, await theCase(tx, a, event.of), plan);
    case "conduct-named":
      return name(tx, house, a, event, await theCase(tx, a, event.of), plan);
    case "conduct-decided":
      return decideCase(tx, house, a, event, await theCase(tx, a, event.of), plan);
    case "conduct-appeal":
      return decideAppeal(tx, house, a, event, await theCase(tx, a, event.of), plan);
    case "conduct-lifted":
      return lift(tx, house, a, event, await theCase(tx, a, event.of), plan);
    default:
  }
}

async function theCase(tx: Tx, { ticket }: Around, id: string): Promise<ConductCasesRow> {
  const c = await lockCase(tx, id);
  if (c?.ticket !== ticket) throw new Problem("not-found");
  return c;
}

const closed = (c: ConductCasesRow): Problem => new Problem("case-closed", sentence(c.state === "lapsed" ? "refused.case-lapsed" : "refused.case-decided"));

async function hear(tx: Tx, house: House, a: Around, event: Of<"conduct-words">, c: ConductCasesRow, plan: Plan): Promise<void> {
  const { desk, at } = a;
  const kind = takesWords(c, at);
  if (event.by.id !== c.person) throw new Problem("not-found");
  if (kind === null) throw closed(c);
  const { text, channel, raw, authenticated } = event.words;
  plan.writes.push({ table: "conduct_words", rows: [{ desk, id: newId(at), of_case: c.id, kind, text, channel, raw: raw ?? null, authenticated: authenticated ?? null, at }] });
  if (kind === "answer") plan.statements.push(writes.heardAt(c.id, at));
  if (kind === "answer" || c.appealed_at !== null) return;
  const review = askedFor(c)?.review;
  const due = review ? lasting(at, review, a.zone) : null;
  plan.statements.push(writes.appeals(c.id, at, due));
  if (due !== null) promiseReview(a, c, due, plan);
  plan.writes.push(...conductMailRows(house, c, "appealed", a.reader, { reviewBy: due }), ...(await seatRows(tx, house, { ...c, appeal_due: due }, "appeal", a.reader)));
}

/** That an appeal is decided in time is a promise like any other: with a clock, kept or broken, and in the ledger. */
function promiseReview({ desk, ticket, at, found }: Around, c: ConductCasesRow, due: number, plan: Plan): void {
  const about = "conduct/decision";
  plan.writes.push(
    {
      table: "promises",
      rows: [
        {
          desk,
          ticket,
          id: newId(at),
          policy: c.policy,
          subject: "conduct",
          kind: "decision",
          clause: c.clause ?? "",
          strength: "must",
          starts: at,
          due,
          goal: null,
          calendar: "",
          hours: found.hours,
          made_at: at,
        },
      ],
    },
    {
      table: "timers",
      rows: [{ desk, ticket, key: `promise:${about}`, at: due, moment: "promise-ended", about, claimed_until: null, tries: 0 }],
      conflict: { columns: ["desk", "ticket", "key"], update: ["at", "moment", "about", "claimed_until", "tries"] },
    },
  );
}

const askedFor = (c: ConductCasesRow): Asked | undefined => (c.asked as readonly Asked[]).find((each) => each.clause === c.clause);

async function name(tx: Tx, house: House, a: Around, event: Of<"conduct-named">, c: ConductCasesRow, plan: Plan): Promise<void> {
  const mail = await namedRows(tx, house, event, c, a.reader);
  await checkNaming(tx, c, event);
  if (event.decides === "case" ? c.state !== "open" : c.appealed_at === null || c.appeal_at !== null) throw closed(c);
  plan.statements.push(writes.names(c.id, event.to, event.decides));
  plan.writes.push(...mail);
}

async function decideCase(tx: Tx, house: House, a: Around, event: Of<"conduct-decided">, c: ConductCasesRow, plan: Plan): Promise<void> {
  const { desk, ticket, at, zone, found } = a;
  if (c.state !== "open") throw closed(c);
  const { clause, reason } = event;
  const asked = (c.asked as readonly Asked[]).find((each) => each.clause === clause);
  if (clause !== null && !asked)
    throw new Problem("invalid-input", sentence("refused.case-clause"), [{ at: "clause", message: `one of: ${(c.asked as readonly Asked[]).map((each) => each.clause).join(", ")}` }]);
  const as = await mayDecide(tx, found.running.policy, c, clause, event.by);
  if (asked?.hearing && c.heard_at === null && c.answer_by !== null && at < c.answer_by) throw new Problem("not-heard");
  const effect = a.decision?.effects.find((e) => e.do === "conduct" && e.clause === clause);
  if (clause !== null && effect?.do !== "conduct") throw new Problem("invalid-input", sentence("refused.case-clause-gone"), [{ at: "clause", message: "does not apply" }]);
  const measure = effect?.do === "conduct" ? measureOf(a, c, effect) : null;
  const contestable = measure !== null && asked?.appeal !== undefined;
  const contestBy = contestable && asked.contest ? lasting(at, asked.contest, zone) : null;
  plan.statements.push(writes.decides(c.id, { clause, option: event.option ?? null, reason, by: event.by.id ?? "", as, at, contestable, contestBy }), [
    "delete from timers where desk = troth_desk() and ticket = $1 and key = $2",
    [ticket, CONDUCT_TIMERS.lapse + c.id],
  ]);
  if (measure) {
    plan.writes.push({ table: "measures", rows: [measure] });
    if (measure.ends != null)
      plan.writes.push({
        table: "timers",
        rows: [{ desk, ticket, key: CONDUCT_TIMERS.end + measure.id, at: measure.ends, moment: "timer", about: CONDUCT_TIMERS.end + measure.id, claimed_until: null, tries: 0 }],
      });
    if (measure.kind !== "warning") plan.statements.push(writes.tellsBound({ id: measure.id, person: measure.person, organisation: measure.organisation ?? null }, at));
  }
  const told = a.reasons.filter((r) => r.audience !== "agent" && (r.section === "notices" || (r.section === "entitlement" && plan.ticket.refused === true))).map((r) => r.id);
  plan.writes.push(
    ...conductMailRows(house, c, measure ? "measure" : "none", a.reader, {
      measure,
      by: signed(a.reader, event.by.name, as, roleOfCase(c, clause)?.role),
      reason,
      clauses: measure ? clausesIn(found.running.policy, [...new Set([measure.clause, ...told])], a.reader, house) : [],
      contest: contestable ? { by: contestBy } : null,
    }),
  );
}

/** What the clause does to the customer, as a row; null where it does nothing that holds on. */
function measureOf({ desk, at, zone, found }: Around, c: ConductCasesRow, { clause, outcome }: { readonly clause: string; readonly outcome: Readonly<Record<string, unknown>> }): MeasuresNew | null {
  const { conduct: kind, for: lasts, refund, channels } = outcome;
  if (kind !== "warning" && kind !== "restriction" && kind !== "ending") return null;
  return {
    desk,
    id: newId(at),
    of_case: c.id,
    person: c.person,
    organisation: bindsPerson(found.running.policy) ? null : c.organisation,
    kind,
    clause,
    refund: typeof refund === "string" ? refund : null,
    channels: (channels as readonly string[] | undefined)?.slice() ?? [],
    starts: at,
    ends: lasts ? lasting(at, lasts as Duration, zone) : null,
  };
}

async function decideAppeal(tx: Tx, house: House, a: Around, event: Of<"conduct-appeal">, c: ConductCasesRow, plan: Plan): Promise<void> {
  if (c.appealed_at === null || c.appeal_at !== null || c.lifted_at !== null) throw closed(c);
  const as = await mayHear(tx, a.found.running.policy, c, event.by);
  const { at } = a;
  const { lifts, reason, by } = event;
  const [measure] = await measuresOf(tx, c.id);
  plan.statements.push(writes.decidesAppeal(c.id, { lifts, reason, by: by.id ?? "", as, at }));
  if (lifts) await free(tx, c, "appeal", { by: by.id, reason, at }, plan);
  plan.writes.push(
    ...conductMailRows(house, c, lifts ? "overturned" : "upheld", a.reader, {
      by: signed(a.reader, by.name, as, roleOfCase(c, c.clause)?.appeal),
      reason,
      measure: measure ?? null,
      clauses: lifts || c.clause === null ? [] : clausesIn(a.found.running.policy, [c.clause], a.reader, house),
    }),
  );
}

async function lift(tx: Tx, house: House, a: Around, event: Of<"conduct-lifted">, c: ConductCasesRow, plan: Plan): Promise<void> {
  if (c.state !== "decided" || c.clause === null || c.lifted_at !== null || !(await measuresOf(tx, c.id)).some((m) => m.ended_at === null))
    throw new Problem("case-closed", sentence("refused.case-no-measure"));
  await checkMayLift(tx, a.found.running.policy, c, event.by);
  await free(tx, c, "lifted", { by: event.by.id, reason: event.reason, at: a.at }, plan);
  plan.writes.push(...conductMailRows(house, c, "lifted", a.reader, { by: event.by.name, reason: event.reason }));
}

/** The measure ends now, and every request that it refused is looked at as if it had never been. */
async function free(tx: Tx, c: ConductCasesRow, how: "appeal" | "lifted", d: { readonly by: string | null; readonly reason: string; readonly at: number }, plan: Plan): Promise<void> {
  plan.statements.push(writes.endsMeasures(c.id, how, d), writes.lifts(c.id, d.at));
  for (const m of await measuresOf(tx, c.id)) {
    if (m.ended_at !== null || m.kind === "warning") continue;
    plan.statements.push(writes.tellsFreed(m, d.at), ["delete from timers where desk = troth_desk() and ticket = $1 and key = $2", [c.ticket, CONDUCT_TIMERS.end + m.id]]);
  }
}

async function lapse(tx: Tx, house: House, a: Around, id: string, plan: Plan): Promise<void> {
  const c = await lockCase(tx, id);
  if (c?.state !== "open") return;
  plan.statements.push(writes.lapses(id));
  plan.writes.push(...conductMailRows(house, c, "lapsed", a.reader, {}));
}

async function end(tx: Tx, house: House, a: Around, id: string, plan: Plan): Promise<void> {
  const [m] = await tx.query<{ of_case: string; person: string; organisation: string | null; starts: number }>(
    "select of_case, person, organisation, starts from measures where desk = troth_desk() and id = $1 and ended_at is null",
    [id],
  );
  if (!m) return;
  plan.statements.push(writes.endsMeasures(m.of_case, "time", { by: null, reason: null, at: a.at }));
  plan.writes.push(...conductMailRows(house, { id: m.of_case }, "over", a.reader, { waiting: await refusedSince(tx, m.person, m.organisation, m.starts) }));
}
