// A ticket whole, as its reader may see it: the customer's side for a customer, everything for those who work at the desk.
import { type Policy, type Value } from "../../policy/index.ts";
import { instantText } from "../../words/instant.ts";
import { hurtfulIn } from "../../words/hurtful.ts";
import { named, sentence } from "../../words/phrase.ts";
import { conductClauses, reportable } from "../conduct/about.ts";
import { datedPolicy, policyVersion } from "../policies/running.ts";
import { Problem } from "../problem.ts";
import { casesOn } from "./conduct-cases.ts";
import { decisionsOf } from "./decisions-of.ts";
import { closesNow, closingShown } from "./closing-shown.ts";
import { chargeShown, offerShown } from "./offer-shown.ts";
import { rightsOn } from "../viewer.ts";
import { askable, factLabel, factText } from "./fact-text.ts";
import { checklistAsks, checklistShown } from "./checklist-shown.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { type Look, readerOf } from "./reader-of.ts";
import { leftOf } from "./promise-left.ts";
import { proposedSplit } from "./proposed-split.ts";
import { pausesOf, promiseSteps } from "./promise-steps.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";
import { askableFacts, contestable } from "./contestable.ts";
import { mayContest } from "./may-contest.ts";
import { drawnShown } from "./drawn-shown.ts";
import { beginsAnewNow } from "./begins-anew-now.ts";
import { nextStepUp, stepShown } from "./step-up.ts";
import { summaryOf, type TicketLine, ticketLines, houseClauses } from "./ticket-lines.ts";
import { type JoinedRow, type TicketRows, ticketRows } from "./ticket-rows.ts";
import { quotable } from "./quotable.ts";
import { rulingsShown } from "./rulings-shown.ts";
import { workClock } from "./work-clock.ts";
import { timeline, type TimelineEntry } from "./timeline.ts";

export type TicketView = Awaited<ReturnType<typeof ticketView>>;

/** The ticket of this number (any case) or id, whole. Throws not-found, also where the viewer may not see it. */
export async function ticketView(look: Look, which: { readonly number: string } | { readonly id: string }) {
  const rights = rightsOn(look.viewer, 3);
  const by = "id" in which ? "t.id = $2::uuid" : "t.number = $2";
  // The lines need a policy only for what it hides from customers; the ticket's own version is known after this query.
  const around = anyPolicy(look);
  const known = around.then((any) => any.policy);
  const [{ hours }, [line]] = await Promise.all([
    around,
    ticketLines(
      look,
      known,
      `select t.* from tickets t where t.desk = troth_desk() and ${by} and ${rights.sql}`,
      ["id" in which ? which.id : which.number.trim().toUpperCase(), ...rights.params],
      "t.id",
    ),
  ]);
  if (!line) throw new Problem("not-found", sentence("refused.no-ticket"));
  const { policy } = await datedPolicy(look.tx, look.desk, line.policy, hours);
  const reader = readerOf(look, policy, line.zone);
  const [rows, cases] = await Promise.all([ticketRows(look.tx, line.id, line.requester, look.viewer), reader.inside ? casesOn(look, line.id) : []]);
  const facts = factsNow(line, rows);
  return {
    ...summaryOf(look, policy, line),
    id: line.id,
    zone: line.zone,
    policyVersion: line.policy,
    messages: messagesOf(policy, line.number, rows, reader, look.desk),
    promises: promisesOf(policy, rows, reader, look.house.now()),
    decisions: decisionsOf(policy, rows, reader),
    clock: reader.inside ? workClock(policy, line, rows) : null,
    charges: rows.charges.map((c) => chargeShown(policy, c, reader)),
    drawn: drawnShown(policy, line.id, rows.drawn, reader, look.house.now()),
    quotable: reader.inside ? quotable(line.results as Record<string, Value>, rows.offers) : [],
    offers: rows.offers.map((o) => offerShown(policy, o, reader)),
    joinedInto: rows.joinedInto && joinedOf(rows.joinedInto),
    joined: rows.joined.map(joinedOf),
    solution: line.solution,
    closings: rows.closings.map((c) => closingShown(policy, c, reader)),
    closes: reader.inside && line.status !== "closed" ? closesNow(policy, facts, { at: look.house.now(), openedAt: line.opened_at }, reader) : null,
    checklists: rows.checklists.map((list) => checklistShown(policy, list, reader)),
    checklistAsks: reader.inside ? checklistAsks(policy, reader) : [],
    splitFrom: rows.splitFrom && joinedOf(rows.splitFrom),
    parts: rows.parts.map(joinedOf),
    follows: rows.follows && joinedOf(rows.follows),
    followedBy: rows.followedBy.map(joinedOf),
    anew: line.closed_at !== null && beginsAnewNow(policy, { ...facts, outcome: line.outcome }, { openedAt: line.opened_at, closedAt: line.closed_at, zone: line.zone }, look.house.now()),
    proposedSplit: reader.inside ? proposedSplit(policy, line, rows, reader) : null,
    problem: rows.problem,
    timeline: happened(
      policy,
      rows,
      reader,
      cases.some((c) => c.access === "whole"),
    ),
    stepUp: stepShown(policy, nextStepUp(policy, line, facts, reader.inside, look.house.now()), reader),
    claims: line.claims as Record<string, Value>,
    contestable: contestable(policy, rows.decisions, facts, reader),
    askable: askableFacts(policy, line, facts, reader),
    conduct: { reports: reader.inside ? reportable(policy).flatMap((name) => (policy.facts[name] ? [askable(policy, policy.facts[name], null, reader.lang)] : [])) : [], cases },
    ...(reader.inside
      ? inside(policy, line, rows, facts, reader, await rulingsShown(look, policy, rows.rulings, reader))
      : { unnamed: null, rulings: [], findings: {}, findable: [], facts: [], standing: [], customer: null, participants: [] }),
  };
}

const joinedOf = ({ number, subject, name }: JoinedRow) => ({ number, subject, requester: name });

/** Events and what became of the promises, in one order: of two at the same instant the event comes first. */
function happened(policy: Policy, rows: TicketRows, reader: Reader, cases: boolean): TimelineEntry[] {
  const hidden = reader.inside ? [] : houseClauses(policy);
  const steps = promiseSteps(
    rows.promises.filter((p) => !hidden.includes(p.clause) && p.subject !== "conduct"),
    reader.lang,
    reader.inside,
  );
  const asked = new Set(rows.closings.map((c) => c.event));
  return [...timeline(rows.events, reader.inside, cases, asked), ...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The newest policy, and the state of the desk's closures. */
const anyPolicy = async (look: Look): Promise<{ readonly policy: Policy; readonly hours: number }> => {
  const [row] = await look.tx.query<{ version: number; hours: number }>(
    "select max(version) as version, (select hours from desks where desk = troth_desk()) as hours from policies where desk = troth_desk()",
  );
  return { policy: (await policyVersion(look.tx, look.desk, row?.version ?? 1)).policy, hours: row?.hours ?? 0 };
};

/** The facts as the last decision knew them, with what was said and found since. */
function factsNow(line: TicketLine, rows: TicketRows): Record<string, Value> {
  return {
    ...(rows.decisions.at(-1)?.facts as Record<string, Value> | undefined),
    ...(line.o_attributes as Record<string, Value> | null),
    ...(line.claims as Record<string, Value>),
    ...(line.findings as Record<string, Value>),
  };
}

const messagesOf = (policy: Policy, number: string, rows: TicketRows, reader: Reader, desk: string) =>
  rows.messages.map((m) => ({
    id: m.id,
    kind: m.kind,
    author: { id: m.author, name: m.author_name },
    channel: m.channel,
    text: m.text,
    html: m.html,
    hasWhole: m.has_whole,
    hasRaw: reader.inside && m.has_raw,
    at: instantIso(m.at),
    robot: m.robot,
    heeds: reader.inside ? m.heeds : [],
    hurtful: reader.inside && m.kind === "message" ? hurtfulIn(m.text, m.language) : [],
    broughtBy: reader.inside ? m.brought_by : null,
    mayContest: reader.inside ? mayContest(policy, m, rows.events, reader.lang) : [],
    writtenTo: m.written_to,
    pieceOf: m.piece_of !== null && m.piece_from !== null ? { number: m.piece_from, message: m.piece_of } : null,
    files: rows.files.filter((f) => f.message === m.id).map((f) => ({ id: f.id, name: f.name, type: f.type, size: f.size, url: `/api/${desk}/tickets/${number}/files/${f.id}` })),
  }));

function promisesOf(policy: Policy, rows: TicketRows, reader: Reader, now: number) {
  const hidden = reader.inside ? [] : houseClauses(policy);
  return rows.promises
    .filter((p) => !hidden.includes(p.clause) && p.subject !== "conduct")
    .map((p) => {
      const clause = clauseOf(policy, p.clause);
      const said = (at: number | null): string | null => (at === null ? null : instantText(at, reader.lang, reader.zone));
      return {
        id: p.id,
        kind: p.kind,
        label: named(reader.lang, "promise", p.kind),
        clause: clause ? clauseWords(policy, clause, reader.lang, reader.base) : null,
        strength: p.strength as "must" | "goal" | "may",
        starts: instantIso(p.starts),
        due: instantIsoOrNull(p.due),
        goal: instantIsoOrNull(p.goal),
        state: p.state as "running" | "paused" | "kept" | "broken" | "withdrawn",
        endedAt: instantIsoOrNull(p.ended_at),
        metAt: instantIsoOrNull(p.met_at),
        pauses: pausesOf(p),
        left: leftOf(policy, p, reader.zone, now),
        dueText: said(p.due),
        goalText: said(p.goal),
      };
    });
}

const without = (values: Readonly<Record<string, Value>>, hidden: (name: string) => boolean): Record<string, Value> => Object.fromEntries(Object.entries(values).filter(([name]) => !hidden(name)));

function inside(policy: Policy, line: TicketLine, rows: TicketRows, facts: Record<string, Value>, reader: Reader, rulings: Awaited<ReturnType<typeof rulingsShown>>) {
  const { lang } = reader;
  const confidential = new Set(reportable(policy));
  const ofCase = (name: string): boolean => confidential.has(name) || name.startsWith("conduct.") || conductClauses(policy).has(name.replace(/^ruling\./, ""));
  const attributes = (line.o_attributes ?? {}) as Record<string, Value>;
  const { expert, "queue.route": route } = line.results as Record<string, Value>;
  return {
    unnamed: line.assignee === null && line.status !== "closed" && route === "named-expert" && expert !== "found" ? ((expert ?? null) as "nobody-on-duty" | null) : null,
    findings: without(line.findings as Record<string, Value>, ofCase),
    findable: Object.values(policy.facts)
      .filter((f) => (f.source === "agent" || f.name === "topic" || f.name === "severity") && !ofCase(f.name))
      .filter((f) => f.kind !== "one-of" || f.values.length > 0)
      .map((f) => askable(policy, f, facts[f.name], lang)),
    facts: Object.keys(facts)
      .filter((name) => policy.facts[name] && !ofCase(name))
      .map((name) => ({ name, label: factLabel(policy, name, lang), value: facts[name] ?? null, text: factText(policy, name, facts[name], lang), source: policy.facts[name]!.source })),
    standing: Object.keys(attributes).map((fact) => ({ fact, label: factLabel(policy, fact, lang), value: attributes[fact] ?? null, text: factText(policy, fact, attributes[fact], lang) })),
    rulings,
    customer: rows.requester && { phone: rows.requester.phone, language: rows.requester.language, zone: rows.requester.zone, openTickets: rows.requester.open, answerTo: line.answer_to },
    participants: rows.participants,
  };
}
