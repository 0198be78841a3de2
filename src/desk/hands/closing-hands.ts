// Closing as the policy says: at once, after asking the customer, or not so. SPEC 23.
import { newId } from "../../database/new-id.ts";
import type { ClosingsRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { CLOSING_ENDS, type Decision, type Effect } from "../../policy/index.ts";
import type { Follows } from "./would-follow.ts";
import { closureClause } from "../closings/closes-with.ts";
import { type Closing, wordsOf } from "../closings/reads.ts";
import { closingBy } from "../closings/writes.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import type { Reasoned } from "../reasoned.ts";
import { solutionAmong } from "../tickets/solution.ts";
import { phrase, sentence } from "../../words/phrase.ts";

/** Customers who close what the policy does not have closed so take it back: the same without an outcome. Null for anything else. SPEC 23.1 */
export const takenBack = (event: Event, decision: Decision | null): Event | null =>
  event.kind === "close" && event.by.kind === "person" && event.outcome !== null && closureClause(decision, "refuse") !== null ? { ...event, outcome: null } : null;

/** Throws not-closable with the words of the clause that stands against it. A clock is not told: the ticket stays open. */
export function checkClosable(decision: Decision | null, reasons: readonly Reasoned[], event: Event): void {
  const clause = closureClause(decision, "refuse");
  if (clause === null || event.kind === "timer" || event.kind === "delivered") return;
  const reason = reasons.find((r) => r.id === clause);
  throw new Problem("not-closable", reason && sentence("refused.closing-clause", (lang) => ({ is: phrase(lang, "refused.is.not-closable"), number: reason.number, words: reason.words })));
}

interface Around {
  readonly event: Event;
  readonly found: Case;
  readonly decision: Decision | null;
  readonly follows: Follows | null; // once it is closed
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
}

/** A closing that the customer is asked about now, with the words that they read. */
export type AskedClosing = Closing;

/** About which closing a mail asks at this event: now, or again; null for any other event. */
export function closingAsked(event: Event, found: Case, decision: Decision | null, now: AskedClosing | null): Closing | null {
  const again = event.kind === "timer" && decision?.effects.some((e) => e.do === "remind" && e.ask === "closing");
  return now ?? (again ? found.closing : null);
}

/** Adds to the plan what the event does about asking; what the customer is asked about now, or null. */
export async function closingHands(tx: Tx, around: Around, plan: Plan): Promise<AskedClosing | null> {
  const { event, found, decision, follows, desk, ticket, at } = around;
  closingBy(event, found, { ticket, at }, plan);
  const clause = closureClause(decision, "ask");
  if (clause === null || !decision) return null;
  if (found.ticket?.status === "closed") throw new Problem("already-taken", sentence("refused.closed-already"));
  const outcome = outcomeOf(event, decision);
  if (outcome === null) return null;
  const said = event.kind === "close" ? event.said?.text : undefined;
  const named = event.kind === "close" ? (event.solution ?? null) : null;
  const message = named ?? (outcome === "solved" ? await solutionAmong(tx, ticket, undefined) : null);
  const closes_at = decision.effects.find((e): e is Extract<Effect, { do: "timer" }> => e.do === "timer" && e.about === CLOSING_ENDS)?.at ?? null;
  // Where the policy itself asks, whoever has the ticket does.
  const name = event.by.kind === "staff" || event.by.kind === "key" ? event.by.name : (found.assignee?.name ?? deskName(found));
  const row: ClosingsRow = { desk, id: newId(at), ticket, event: event.id, outcome, message, clause, follows: follows ?? { clause: null }, asked_at: at, asked_by: name, closes_at, ...UNANSWERED };
  if (found.closing?.state === "open") plan.statements.push(["update closings set state = 'withdrawn' where desk = troth_desk() and id = $1 and state = 'open'", [found.closing.id]]);
  plan.writes.push({ table: "closings", rows: [row] });
  return { ...row, follows: follows ?? { clause: null }, words: said ?? (message === null ? "" : await wordsOf(tx, message)) };
}

function deskName({ running: { policy }, ticket }: Case): string {
  const { name, languages } = policy.desk;
  return name[ticket?.language ?? ""] ?? name[languages[0] ?? "en"] ?? policy.id;
}

const UNANSWERED = { state: "open", answered_at: null, answered_by: null, channel: null } as const;

/** As the event says it, else as the clause that asks. */
function outcomeOf(event: Event, decision: Decision): "solved" | "unresolved" | null {
  if (event.kind === "close") return event.outcome;
  const found = event.kind === "finding" ? event.findings["outcome"] : null;
  const effect = decision.effects.find((e) => e.do === "closure");
  const says = found ?? (effect?.do === "closure" ? effect.outcome["as"] : null);
  return says === "solved" || says === "unresolved" ? says : null;
}
