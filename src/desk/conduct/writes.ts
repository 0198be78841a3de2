// What happens in a case, as statements of the event's own transaction.
import type { Plan } from "../plan.ts";
import { CONDUCT_TIMERS } from "./about.ts";

type Statement = Plan["statements"][number];

/** Another report while the case is open: its facts and its words belong to it too, and the person can answer to them as well. */
export const addsReport = (ofCase: string, facts: object, statement: string, answerBy: number | null): Statement => [
  `update conduct_cases set facts = facts || $2::jsonb, statement = concat_ws(E'\\n\\n', nullif(statement, ''), nullif($3, '')), answer_by = greatest(answer_by, at_ms($4))
   where desk = troth_desk() and id = $1 and state = 'open'`,
  [ofCase, JSON.stringify(facts), statement, answerBy],
];

export const heardAt = (ofCase: string, at: number): Statement => ["update conduct_cases set heard_at = coalesce(heard_at, at_ms($2)) where desk = troth_desk() and id = $1", [ofCase, at]];

export const appeals = (ofCase: string, at: number, due: number | null): Statement => [
  "update conduct_cases set appealed_at = at_ms($2), appeal_due = at_ms($3) where desk = troth_desk() and id = $1 and appealed_at is null",
  [ofCase, at, due],
];

export const names = (ofCase: string, to: string, decides: "case" | "appeal"): Statement => [
  `update conduct_cases set ${decides === "case" ? "decider" : "appeal_decider"} = $2 where desk = troth_desk() and id = $1`,
  [ofCase, to],
];

interface Decided {
  readonly clause: string | null;
  readonly option: string | null;
  readonly reason: string;
  readonly by: string;
  readonly as: "holder" | "named" | "in-place";
  readonly at: number;
  readonly contestable: boolean;
  readonly contestBy: number | null;
}
export const decides = (ofCase: string, d: Decided): Statement => [
  `update conduct_cases set state = 'decided', clause = $2, option = $3, reason = $4, decided_by = $5, decided_at = at_ms($6), contestable = $7, contest_by = at_ms($8), decided_as = $9
   where desk = troth_desk() and id = $1 and state = 'open'`,
  [ofCase, d.clause, d.option, d.reason, d.by, d.at, d.contestable, d.contestBy, d.as],
];

export const decidesAppeal = (ofCase: string, d: { readonly lifts: boolean; readonly reason: string; readonly by: string; readonly as: Decided["as"]; readonly at: number }): Statement => [
  "update conduct_cases set appeal_lifts = $2, appeal_reason = $3, appeal_by = $4, appeal_at = at_ms($5), appeal_as = $6 where desk = troth_desk() and id = $1 and appeal_at is null",
  [ofCase, d.lifts, d.reason, d.by, d.at, d.as],
];

export const lapses = (ofCase: string): Statement => ["update conduct_cases set state = 'lapsed' where desk = troth_desk() and id = $1 and state = 'open'", [ofCase]];

export const endsMeasures = (ofCase: string, how: "time" | "appeal" | "lifted", d: { readonly by: string | null; readonly reason: string | null; readonly at: number }): Statement => [
  "update measures set ended_at = at_ms($3), ended_how = $2, ended_by = $4, ended_reason = $5 where desk = troth_desk() and of_case = $1 and ended_at is null",
  [ofCase, how, d.at, d.by, d.reason],
];

export const lifts = (ofCase: string, at: number): Statement => ["update conduct_cases set lifted_at = at_ms($2) where desk = troth_desk() and id = $1", [ofCase, at]];

const BOUND = "t.desk = troth_desk() and (t.requester = $1 or t.organisation = $2::uuid) and t.status <> 'closed' and t.joined_into is null";
const ANEW = "on conflict (desk, ticket, key) do update set at = excluded.at, about = excluded.about, moment = excluded.moment, claimed_until = null, tries = 0";

/** Every open request that the measure binds is decided anew on the road. The timers are rows, so none is forgotten. */
export const tellsBound = (m: { readonly id: string; readonly person: string; readonly organisation: string | null }, at: number): Statement => [
  `insert into timers (desk, ticket, key, at, moment, about) select t.desk, t.id, 'conduct/standing', at_ms($3), 'finding', $4 from tickets t where ${BOUND} and not t.refused ${ANEW}`,
  [m.person, m.organisation, at, CONDUCT_TIMERS.begun + m.id],
];

/** Once it is lifted, those that it refused. */
export const tellsFreed = (m: { readonly id: string; readonly person: string; readonly organisation: string | null }, at: number): Statement => [
  `insert into timers (desk, ticket, key, at, moment, about) select t.desk, t.id, 'conduct/standing', at_ms($3), 'finding', $4 from tickets t where ${BOUND} and t.refused ${ANEW}`,
  [m.person, m.organisation, at, CONDUCT_TIMERS.lifted + m.id],
];

/** What an open ticket has before a measure refuses it. */
export const keepsTicket = (measure: string, ticket: string): Statement => [
  "insert into measure_tickets (desk, measure, ticket, kept) values (troth_desk(), $1, $2, ticket_kept($2)) on conflict do nothing",
  [measure, ticket],
];
