// A problem whole: the tickets that hang on it, which languages an answer to them needs, and what was said together.
import type { PromisesRow } from "../../database/rows.gen.ts";
import { named, sentence } from "../../words/phrase.ts";
import { Problem } from "../problem.ts";
import type { FileRef } from "../event.ts";
import { answersOf } from "../problems/reads.ts";
import type { SendState } from "../problems/sends.ts";
import { rightsOn } from "../viewer.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { problemLines, problemSummary } from "./problems.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { summaryOf, type TicketLine, ticketLines } from "./ticket-lines.ts";

const MOST = 1000; // tickets shown

interface HungAt {
  readonly ticket: string;
  readonly at: number;
  readonly by_name: string;
  readonly into: string | null;
  readonly answered: number | null;
}

/** Throws not-found. */
export async function problemView(look: Look, id: string) {
  const of = rightsOn(look.viewer, 1).params.length;
  const [line] = await problemLines(look, `p.id = $${of + 1}::uuid`, () => [id]);
  if (!line) throw new Problem("not-found", sentence("refused.no-problem"));
  const { policy } = await policyNow(look);
  const { lang } = readerOf(look, policy);
  const rights = rightsOn(look.viewer, 3);
  const chosen = `select t.* from tickets t join problem_tickets h on h.desk = t.desk and h.ticket = t.id where t.desk = troth_desk() and h.problem = $2::uuid and ${rights.sql} order by t.opened_at limit ${MOST}`;
  const [lines, hung, promises, answers] = await Promise.all([
    ticketLines(look, policy, chosen, [id, ...rights.params], "t.status = 'closed', t.opened_at, t.id"),
    look.tx.query<HungAt>(
      `select h.ticket, h.at, h.by_name, i.number as into,
         (select max(s.at) from problem_sends s join problem_answers a on a.desk = s.desk and a.id = s.answer where s.desk = h.desk and s.ticket = h.ticket and a.problem = h.problem and s.state in ('sent', 'asked')) as answered
       from problem_tickets h join tickets t on t.desk = h.desk and t.id = h.ticket left join tickets i on i.desk = t.desk and i.id = t.joined_into
       where h.desk = troth_desk() and h.problem = $1`,
      [id],
    ),
    look.tx.query<PromisesRow>(
      `select d.* from promises d join problem_tickets h on h.desk = d.desk and h.ticket = d.ticket
       where d.desk = troth_desk() and h.problem = $1 and d.state in ('running', 'paused') and d.subject <> 'conduct' order by coalesce(d.due, d.goal) nulls last, d.kind`,
      [id],
    ),
    answersTogether(look, id),
  ]);
  const on = new Map(hung.map((h) => [h.ticket, h]));
  const tickets = lines.flatMap((t) => {
    const h = on.get(t.id);
    if (!h) return [];
    return {
      ...summaryOf(look, policy, t),
      hungAt: instantIso(h.at),
      hungBy: h.by_name,
      joinedInto: h.into,
      answeredAt: instantIsoOrNull(h.answered),
      promises: promises
        .filter((p) => p.ticket === t.id)
        .map((p) => ({ id: p.id, kind: p.kind, label: named(lang, "promise", p.kind), due: instantIsoOrNull(p.due ?? p.goal), starts: instantIso(p.starts), state: p.state as "running" | "paused" })),
    };
  });
  const desk = policy.desk.name;
  return {
    ...problemSummary(line),
    known: line.known,
    deskNames: Object.fromEntries([...new Set(lines.map((t) => t.language))].map((language) => [language, desk[language] ?? desk[policy.desk.languages[0] ?? "en"] ?? look.desk])),
    hanging: tickets,
    needs: needsOf(lines.filter((t) => t.status !== "closed" && !on.get(t.id)?.into)),
    answers,
  };
}

/** The languages of those that would be answered now, those of most tickets first. */
function needsOf(lines: readonly TicketLine[]): { language: string; tickets: number }[] {
  const counts = new Map<string, number>();
  for (const { language } of lines) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].map(([language, tickets]) => ({ language, tickets })).sort((a, b) => b.tickets - a.tickets || (a.language < b.language ? -1 : 1));
}

interface Line {
  readonly answer: string;
  readonly state: SendState;
  readonly n: number;
}
interface Told {
  readonly answer: string;
  readonly state: SendState;
  readonly why: string | null;
  readonly number: string;
  readonly into: string | null;
}

/** What was said together, how far it is, and each ticket that did not get it, with the reason. */
async function answersTogether(look: Look, id: string) {
  const rights = rightsOn(look.viewer, 2);
  const of = `from problem_sends s join problem_answers a on a.desk = s.desk and a.id = s.answer join tickets t on t.desk = s.desk and t.id = s.ticket`;
  const where = `where s.desk = troth_desk() and a.problem = $1 and ${rights.sql}`;
  const [answers, counts, told] = await Promise.all([
    answersOf(look.tx, id),
    look.tx.query<Line>(`select s.answer, s.state, count(*)::int as n ${of} ${where} group by s.answer, s.state`, [id, ...rights.params]),
    look.tx.query<Told>(
      `select s.answer, s.state, s.why, t.number, i.number as into ${of} left join tickets i on i.desk = t.desk and i.id = t.joined_into
       ${where} and s.state not in ('waiting', 'sent', 'asked') order by t.opened_at, t.id limit ${MOST}`,
      [id, ...rights.params],
    ),
  ]);
  return answers.map((a) => {
    const own = counts.filter((c) => c.answer === a.id);
    const count = (...states: SendState[]): number => own.filter((c) => states.length === 0 || states.includes(c.state)).reduce((sum, c) => sum + c.n, 0);
    return {
      id: a.id,
      texts: a.texts as Record<string, string>,
      sendAs: a.send_as as Record<string, string>,
      files: (a.files as FileRef[]).map(({ name, type, size }) => ({ name, type, size })),
      earlier: a.earlier,
      solves: a.solves,
      by: a.by_name,
      at: instantIso(a.made_at),
      endedAt: instantIsoOrNull(a.ended_at),
      total: count(),
      sent: count("sent"),
      asked: count("asked"),
      waiting: count("waiting"),
      told: told.filter((t) => t.answer === a.id).map((t) => ({ ticket: t.number, state: t.state as Exclude<SendState, "waiting" | "sent" | "asked">, into: t.into, why: t.why })),
    };
  });
}
