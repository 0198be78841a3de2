// Tickets as lines of a list: one statement for a page, whatever chose its tickets.
import { instantIso } from "./instant-iso.ts";
import type { Policy } from "../../policy/index.ts";
import { named } from "../../words/phrase.ts";
import { factText } from "./fact-text.ts";
import type { Look } from "./reader-of.ts";
import { readerOf } from "./reader-of.ts";

export interface TicketLine {
  id: string;
  number: string;
  subject: string;
  status: "open" | "waiting" | "closed";
  refused: boolean;
  outcome: "solved" | "unresolved" | null;
  solution: string | null;
  channel: string;
  language: string;
  zone: string;
  rank: number;
  rank_clause: string | null;
  opened_at: number;
  changed_at: number;
  closed_at: number | null;
  revision: number;
  policy: number;
  topic: string | null;
  claims: unknown;
  findings: unknown;
  results: unknown;
  requester: string;
  organisation: string | null;
  answer_to: string | null;
  p_name: string;
  p_email: string;
  p_bounced: string | null;
  o_name: string | null;
  o_attributes: unknown;
  assignee: string | null;
  s_name: string | null;
  d_kind: string | null;
  d_due: number | null;
  d_goal: number | null;
  d_strength: "must" | "goal" | "may" | null;
  d_state: "running" | "paused" | null;
  preview: string | null;
  ruling: boolean;
}

/** `chosen` is a statement that yields rows of tickets; `hidden` clauses' promises are not shown ($1). */
const linesOf = (chosen: string, order: string): string => `
select t.id, t.number, t.subject, t.status, t.refused, t.outcome, t.solution, t.channel, t.language, t.zone, t.rank, t.rank_clause, t.opened_at, t.changed_at, t.closed_at, t.revision, t.policy,
  coalesce(t.findings->>'topic', t.claims->>'topic') as topic, t.claims, t.findings, t.results, t.requester, t.organisation, t.answer_to, p.name as p_name, p.email as p_email, case when p.bounced_at is not null then coalesce(p.bounced_why, '') end as p_bounced,
  o.name as o_name, o.attributes as o_attributes, t.assignee, s.name as s_name,
  d.kind as d_kind, d.due as d_due, d.goal as d_goal, d.strength as d_strength, d.state as d_state, m.words as preview,
  exists (select 1 from rulings r where r.desk = t.desk and r.ticket = t.id and r.state = 'undecided') as ruling
from (${chosen}) t
join people p on p.desk = t.desk and p.id = t.requester
left join organisations o on o.desk = t.desk and o.id = t.organisation
left join staff s on s.desk = t.desk and s.id = t.assignee
left join lateral (select kind, due, goal, strength, state from promises d where d.desk = t.desk and d.ticket = t.id and d.state in ('running', 'paused') and d.clause <> all ($1::text[])
  order by d.state = 'paused', coalesce(d.due, d.goal) nulls last limit 1) d on true
left join lateral (select left(m.text, 200) as words from messages m where m.desk = t.desk and m.ticket = t.id and m.kind <> 'note' order by m.at desc limit 1) m on true
order by ${order}`;

const hiddenFrom = new WeakMap<Policy, string[]>();

/** Clauses for agents alone: what a customer must not see through a promise. */
export function houseClauses(policy: Policy): string[] {
  const known = hiddenFrom.get(policy) ?? policy.clauses.filter((clause) => clause.audience === "agent").map((clause) => clause.id);
  hiddenFrom.set(policy, known);
  return known;
}

/** Lines of the tickets that `chosen` names as rows of `tickets`; its own parameters begin at $2. Only a customer's lines wait for the policy. */
export async function ticketLines(look: Look, policy: Policy | Promise<Policy>, chosen: string, params: readonly unknown[], order: string): Promise<TicketLine[]> {
  const hidden = look.viewer.kind === "person" ? houseClauses(await policy) : [];
  return look.tx.query<TicketLine>(linesOf(chosen, order), [hidden, ...params]);
}

export interface NextDue {
  readonly kind: string;
  readonly label: string;
  readonly due: string | null;
  readonly goal: string | null;
  readonly strength: "must" | "goal" | "may";
  readonly state: "running" | "paused";
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface TicketSummary {
  readonly number: string;
  readonly subject: string;
  readonly status: TicketLine["status"];
  readonly refused: boolean;
  readonly outcome: TicketLine["outcome"];
  readonly channel: string;
  readonly language: string;
  readonly requester: { readonly id: string; readonly name: string; readonly email: string; readonly organisation: Named | null; readonly undeliverable: string | null };
  readonly assignee: Named | null;
  readonly topic: { readonly id: string; readonly label: string } | null;
  readonly rank: number;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly closedAt: string | null;
  readonly revision: number;
  readonly nextDue: NextDue | null;
  readonly preview: string;
}

/** The line as its readers know it. */
export function summaryOf(look: Look, policy: Policy, t: TicketLine): TicketSummary {
  const { lang } = readerOf(look, policy);
  return {
    number: t.number,
    subject: t.subject,
    status: t.status,
    refused: t.refused,
    outcome: t.outcome,
    channel: t.channel,
    language: t.language,
    requester: {
      id: t.requester,
      name: t.p_name,
      email: t.p_email,
      organisation: t.organisation === null ? null : { id: t.organisation, name: t.o_name ?? "" },
      undeliverable: look.viewer.kind === "person" ? null : t.p_bounced,
    },
    assignee: t.assignee === null ? null : { id: t.assignee, name: t.s_name ?? "" },
    topic: t.topic === null ? null : { id: t.topic, label: factText(policy, "topic", t.topic, lang) },
    rank: t.rank,
    openedAt: instantIso(t.opened_at),
    changedAt: instantIso(t.changed_at),
    closedAt: t.closed_at === null ? null : instantIso(t.closed_at),
    revision: t.revision,
    nextDue:
      t.d_kind === null || !t.d_strength || !t.d_state
        ? null
        : {
            kind: t.d_kind,
            label: named(lang, "promise", t.d_kind),
            due: t.d_due === null ? null : instantIso(t.d_due),
            goal: t.d_goal === null ? null : instantIso(t.d_goal),
            strength: t.d_strength,
            state: t.d_state,
          },
    preview: (t.preview ?? "").replaceAll(/\s+/g, " ").trim().slice(0, 140),
  };
}
