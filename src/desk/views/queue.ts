// The queue: open tickets in the policy's order, each with the reason for its place; refused ones only while a person has yet to rule.
import { policyVersion } from "../policies/running.ts";
import type { Value } from "../../policy/index.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { clauseOf, reasonFor, type ShownReason } from "./shown-reason.ts";
import { summaryOf, type TicketLine, ticketLines, type TicketSummary } from "./ticket-lines.ts";

export interface QueueItem extends TicketSummary {
  readonly place: number;
  readonly why: ShownReason | null;
  readonly ruling: boolean;
}
export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly next: string | null;
  readonly open: number;
}

// Two roads, each along an index: the usual tickets, and the few refused ones that wait for a ruling. `most` stands in the text: with a
// number that it does not know PostgreSQL plans every page anew, which takes as long as reading it.
const WAITING = (after: string, most: number): string => `
select * from (
  (select t.* from tickets t where t.desk = troth_desk() and t.status = 'open' and not t.refused ${after} order by t.rank, t.opened_at, t.id limit ${most})
  union all
  (select t.* from tickets t where t.desk = troth_desk() and t.status = 'open' and t.refused and t.id in (select r.ticket from rulings r where r.desk = troth_desk() and r.state = 'undecided') ${after}
    order by t.rank, t.opened_at, t.id limit ${most})
) w order by w.rank, w.opened_at, w.id limit ${most}`;

/** A page of the queue; `limit` 1 to 100. */
export async function queuePage(look: Look, page: { readonly cursor?: string | undefined; readonly limit: number }): Promise<QueuePage> {
  const from = readCursor(page.cursor, ["whole", "moment", "id", "whole"]);
  const policy = policyNow(look).then((running) => running.policy);
  const after = from ? "and (t.rank, t.opened_at, t.id) > ($2::integer, at_ms($3), $4::uuid)" : "";
  const [, lines, [count]] = await Promise.all([
    // one packet
    policy,
    ticketLines(look, policy, WAITING(after, Math.trunc(page.limit) + 1), from ? from.slice(0, 3) : [], "t.rank, t.opened_at, t.id"),
    look.tx.query<{ n: number }>("select count(*)::int as n from (select 1 from tickets where desk = troth_desk() and status = 'open' and not refused limit 1000) c"),
  ]);
  const before = from?.[3] ?? 0;
  const items = await Promise.all(lines.map((line, i) => item(look, line, before + i + 1)));
  const { next } = pageFrom(
    lines,
    page.limit,
    () => null,
    (line, i) => [line.rank, line.opened_at, line.id, before + i + 1],
  );
  return { items: items.slice(0, page.limit), next, open: count?.n ?? 0 };
}

async function item(look: Look, line: TicketLine, place: number): Promise<QueueItem> {
  const { policy } = await policyVersion(look.tx, look.desk, line.policy);
  const clause = line.rank_clause === null ? undefined : clauseOf(policy, line.rank_clause);
  const facts = {
    ...(line.o_attributes as object | null),
    ...(line.results as object),
    ...(line.claims as object),
    ...(line.findings as object),
    channel: line.channel,
    language: line.language,
  } as Record<string, Value>;
  return { ...summaryOf(look, policy, line), place, why: clause ? reasonFor(policy, clause, facts, readerOf(look, policy, line.zone)) : null, ruling: line.ruling };
}
