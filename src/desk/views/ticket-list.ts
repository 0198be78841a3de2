// Lists of tickets, newest first: all, one state's, somebody's; and what a search finds.
import { isInside, type Viewer, rightsOn } from "../viewer.ts";
import { pageFrom, readCursor } from "./cursor.ts";
import { type Look, policyNow } from "./reader-of.ts";
import { summaryOf, ticketLines, type TicketSummary } from "./ticket-lines.ts";

export interface TicketsWanted {
  readonly status: "open" | "waiting" | "closed" | "unclosed" | "all";
  readonly assignee?: string | undefined; // "me", "none", an id
  readonly requester?: string | undefined;
  readonly organisation?: string | undefined;
  readonly refused?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
export interface TicketPage {
  readonly items: readonly TicketSummary[];
  readonly next: string | null;
}

/** A page of the tickets that the viewer may see, newest first. */
export async function ticketPage(look: Look, wanted: TicketsWanted): Promise<TicketPage> {
  const from = readCursor(wanted.cursor, ["moment", "id"]);
  const params: unknown[] = [];
  const param = (value: unknown): string => `$${params.push(value) + 1}`;
  const conditions = ["t.desk = troth_desk()"];
  if (wanted.status === "unclosed") conditions.push("t.status <> 'closed'");
  else if (wanted.status !== "all") conditions.push(`t.status = '${wanted.status}'`);
  if (wanted.assignee === "none") conditions.push("t.assignee is null");
  else if (wanted.assignee !== undefined) conditions.push(`t.assignee = ${param(wanted.assignee === "me" ? look.viewer.id : wanted.assignee)}::uuid`);
  if (wanted.requester !== undefined) conditions.push(`t.requester = ${param(wanted.requester)}::uuid`);
  if (wanted.organisation !== undefined) conditions.push(`t.organisation = ${param(wanted.organisation)}::uuid`);
  if (wanted.refused !== undefined) conditions.push(wanted.refused ? "t.refused" : "not t.refused");
  const rights = rightsOn(look.viewer, params.length + 2);
  params.push(...rights.params);
  conditions.push(rights.sql);
  if (from) conditions.push(`(t.opened_at, t.id) < (at_ms(${param(from[0])}), ${param(from[1])}::uuid)`);
  const chosen = `select t.* from tickets t where ${conditions.join(" and ")} order by t.opened_at desc, t.id desc limit ${Math.trunc(wanted.limit) + 1}`; // in the text, as in queue.ts
  const now = policyNow(look).then((running) => running.policy);
  const [policy, lines] = await Promise.all([now, ticketLines(look, now, chosen, params, "t.opened_at desc, t.id desc")]); // one packet
  return pageFrom(
    lines,
    wanted.limit,
    (line) => summaryOf(look, policy, line),
    (line) => [line.opened_at, line.id],
  );
}

const FOUND = "select t.*, f.score from search_tickets($2, $3::integer, $4::uuid, $5::uuid) f join tickets t on t.desk = troth_desk() and t.id = f.ticket limit $3::integer"; // the limit tells the planner that they are few

/** Tickets that hold these words, best first; at most `most`. In all languages of the system; by number and by who asked as well. */
export async function searchTickets(look: Look, words: string, most: number): Promise<TicketSummary[]> {
  if (words.trim() === "") return [];
  const now = policyNow(look).then((running) => running.policy);
  const [policy, lines] = await Promise.all([now, ticketLines(look, now, FOUND, [words, most, ...customerIn(look.viewer)], "t.score desc, t.id desc")]);
  return lines.map((line) => summaryOf(look, policy, line));
}

/** The person that a search is bound to and, where they see its tickets, their organisation; nothing for those inside. */
function customerIn(viewer: Viewer): [person: string | null, office: string | null] {
  if (isInside(viewer) || viewer.kind !== "person") return [null, null];
  return [viewer.id, viewer.sees === "office" ? viewer.organisation : null];
}
