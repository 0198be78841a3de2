// A case is opened, or a report added to the one that is open: the words are kept as they were, and the person is heard before anything is decided.
import { newId } from "../../database/new-id.ts";
import type { ConductCasesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Decision, Effect, Policy } from "../../policy/index.ts";
import { CONDUCT_TIMERS, conductClauses } from "../conduct/about.ts";
import { type Evidence, hashOf, messagesBy, openingsBy } from "../conduct/evidence.ts";
import { type Asked, askedBy, caseRow, countedAlready, lasting } from "../conduct/open-case.ts";
import { addsReport } from "../conduct/writes.ts";
import { clausesIn, conductMailRows, type Reader } from "./conduct-mails.ts";
import type { Around } from "./conduct-acts.ts";
import { seatRows } from "./conduct-named.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { House } from "../house.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import { sentence } from "../../words/phrase.ts";

export interface Opening {
  readonly asked: readonly Asked[];
  readonly open: ConductCasesRow | null; // the person's open case, which takes it
}

/** What the decision opens; null where it opens nothing. Only what staff find and how much somebody asks open a case: what they write meanwhile does not. */
export function openingOf(policy: Policy, event: Event, found: Case, decision: Decision | null, at: number): Opening | null {
  if (!decision || (event.kind !== "ask" && event.kind !== "finding")) return null;
  const report = event.kind === "finding" ? event.report : undefined;
  const subject = report?.person ?? found.customer?.person.id;
  const cases = found.conduct.cases.filter((c) => c.person === subject);
  const open = cases.find((c) => c.state === "open") ?? null;
  const asked = askedBy(policy, decision);
  const looks = decision.effects.some((e) => e.do === "conduct" && e.key === "open-case");
  if (report && (open || asked.length || looks)) return { asked, open };
  if (report) throw new Problem("invalid-input", sentence("refused.case-nothing"), [{ at: "facts", message: "say what was found" }]);
  // What was reported of somebody else on this ticket is their case alone.
  if (open || !found.customer || found.conduct.cases.some((c) => c.ticket === found.ticket?.id && c.person !== subject && (c.state === "open" || asked.length > 0))) return null;
  if (asked.length) return countedAlready(policy, asked, cases, at) ? null : { asked, open };
  return looks && !cases.some((c) => c.ticket === found.ticket?.id) ? { asked, open } : null;
}

/** The effects without what a case asks of a person: that stands in the case. */
export const outsideCases = (policy: Policy, effects: readonly Effect[]): readonly Effect[] => {
  const ids = conductClauses(policy);
  return ids.size ? effects.filter((e) => e.do !== "ruling" || !ids.has(e.clause)) : effects;
};

/** The rows of the case, its evidence, its timer, and the mail that hears the person. */
export async function openCase(tx: Tx, house: House, a: Around, { asked, open }: Opening, plan: Plan): Promise<void> {
  const { event, found, desk, ticket, at } = a;
  const { policy, version } = found.running;
  const { subject } = a;
  if (!subject) return;
  const report = event.kind === "finding" ? event.report : undefined;
  const evidence = report ? await reported(tx, subject.id, report.messages) : await counted(tx, policy, asked, a, plan, subject.id);
  const id = open?.id ?? newId(at);
  const row = caseRow(policy, a.facts, asked.length || !open ? asked : (open.asked as Asked[]), a.zone, {
    desk,
    id,
    ticket,
    at,
    person: subject.id,
    organisation: subject.organisation,
    policy: version,
    by: event.by.kind === "staff" ? event.by.id : null,
    statement: report?.statement ?? "",
  });
  if (open) plan.statements.push(addsReport(id, row.facts, row.statement, row.answer_by));
  else plan.writes.push({ table: "conduct_cases", rows: [row] });
  if (evidence.length)
    plan.writes.push({
      table: "conduct_evidence",
      rows: evidence.map(({ number: _told, ...e }) => ({ desk, id: newId(at), of_case: id, ...e, added_at: at, added_by: row.opened_by })),
      conflict: { columns: ["desk", "of_case", "message"], update: [] },
    });
  if (!open && row.lapses_at !== null)
    plan.writes.push({
      table: "timers",
      rows: [{ desk, ticket, key: CONDUCT_TIMERS.lapse + id, at: row.lapses_at, moment: "ruling", about: CONDUCT_TIMERS.lapse + id, claimed_until: null, tries: 0 }],
    });
  if (!open) plan.writes.push(...(await seatRows(tx, house, row, "case", a.reader, row.opened_by)));
  const clauses = (open ? (open.asked as Asked[]) : asked).filter((c) => c.hearing).map((c) => c.clause);
  if (!clauses.length) return;
  const to: Reader = a.reader;
  plan.writes.push(
    ...conductMailRows(house, { id }, "heard", to, {
      statement: row.statement,
      quotes: evidence.slice(0, 10).map((e) => ({ text: e.text.slice(0, 2000), at: e.said_at, number: e.number })),
      clauses: clausesIn(policy, clauses, to, house),
      answerBy: row.answer_by,
    }),
  );
}

async function reported(tx: Tx, person: string, ids: readonly string[]): Promise<Evidence[]> {
  const evidence = await messagesBy(tx, person, ids);
  if (evidence.length !== new Set(ids).size) throw new Problem("invalid-input", sentence("refused.case-own-words"), [{ at: "messages", message: "not written by who is reported" }]);
  return evidence;
}

/** What somebody asked in the time that the limit counts, this request with it. */
async function counted(tx: Tx, policy: Policy, asked: readonly Asked[], { desk: _desk, event, ticket, at }: Around, plan: Plan, person: string): Promise<Evidence[]> {
  const windows = asked.flatMap(({ clause }) => (policy.clauses.find((c) => c.id === clause)?.reads ?? []).flatMap((f) => policy.facts[f]?.counts?.in ?? []));
  if (!windows.length) return [];
  const since = at - Math.max(...windows.map((d) => lasting(at, d, policy.desk.zone) - at));
  const before = await openingsBy(tx, person, since);
  const now = event.kind === "ask" ? plan.writes.flatMap((w) => (w.table === "messages" ? w.rows : []))[0] : undefined;
  const text = now?.whole ?? now?.text ?? "";
  return [...(now ? [{ message: now.id, ticket, number: "", text, sha: hashOf(text), raw: now.raw ?? null, said_at: at }] : []), ...before];
}
