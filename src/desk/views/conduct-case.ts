// One case of conduct, whole: what is held against somebody, what they said, what may come of it, what was decided. The person is not told who reported it.
import type { Value } from "../../policy/index.ts";
import { hashOf } from "../conduct/evidence.ts";
import { type Asked } from "../conduct/open-case.ts";
import { evidenceOf, wordsOf } from "../conduct/reads.ts";
import { takesWords } from "../conduct/takes-words.ts";
import { datedPolicy } from "../policies/running.ts";
import { Problem } from "../problem.ts";
import type { Seat } from "../staff/holders.ts";
import { type DecidesAs, decidesAs, hearsAs, heirsOf, mayLift, membersOfCase, roleOfCase, seatOfAppeal, seatsOfCase } from "./case-deciders.ts";
import { accessTo, type CaseLine, caseLine, CASES } from "./conduct-cases.ts";
import { factLabel, factText } from "./fact-text.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { type Look, readerOf } from "./reader-of.ts";
import { roleName } from "../../words/role-name.ts";
import { clauseOf, clauseWords } from "./shown-reason.ts";
import { sentence } from "../../words/phrase.ts";

export type CaseView = Awaited<ReturnType<typeof caseView>>;

/** Throws not-found where there is none, and where the viewer is not to know of it. `file` is null where they may only know that there is one. */
export async function caseView(look: Look, id: string) {
  const [row] = await look.tx.query<CaseLine & { email: string }>(`${CASES.replace("p.name as p_name", "p.name as p_name, p.email")} and c.id = $1::uuid`, [id]);
  const access = row && accessTo(look.viewer, row);
  if (!row || !access) throw new Problem("not-found", sentence("refused.no-case"));
  const now = look.house.now();
  return { ...caseLine(row, access, now), file: access === "whole" ? await fileOf(look, row, now) : null };
}

async function fileOf(look: Look, c: CaseLine & { email: string }, now: number) {
  const { policy } = await datedPolicy(look.tx, look.desk, c.policy, 0);
  const [members, evidence, words, messages, staff] = await Promise.all([
    membersOfCase(look.tx, c),
    evidenceOf(look.tx, c.id),
    wordsOf(look.tx, c.id),
    look.tx.query<{ id: string; text: string }>(
      "select m.id, coalesce(m.whole, m.text) as text from messages m join conduct_evidence e on e.desk = m.desk and e.message = m.id where e.desk = troth_desk() and e.of_case = $1",
      [c.id],
    ),
    look.tx.query<{ id: string; name: string }>("select id, name from staff where desk = troth_desk() and id = any ($1::uuid[])", [
      [c.opened_by, c.decider, c.decided_by, c.appeal_decider, c.appeal_by].filter((s) => s !== null),
    ]),
  ]);
  const numbers = await look.tx.query<{ id: string; number: string }>("select id, number from tickets where desk = troth_desk() and id = any ($1::uuid[])", [evidence.map((e) => e.ticket)]);
  const { viewer } = look;
  const inside = viewer.kind !== "person";
  const reader = readerOf(look, policy);
  const who = (staffId: string | null) => (staffId === null ? null : { id: staffId, name: staff.find((s) => s.id === staffId)?.name ?? "" });
  const inWords = (clause: string | null) => {
    const found = clause === null ? undefined : clauseOf(policy, clause);
    return found ? clauseWords(policy, found, reader.lang, reader.base) : null;
  };
  const roleOf = (role: string): string => roleName(policy, role, reader.lang);
  const leads = viewer.kind === "staff" && viewer.role !== "agent";
  const me = viewer.kind === "staff" ? viewer.id : null;
  const seatShown = ({ role, people, inPlace }: Seat) => ({ role: role === null ? null : roleOf(role), people: people.map(({ id, name }) => ({ id, name })), inPlace });
  const asked = c.asked as readonly Asked[];
  const decided = roleOfCase(c, c.clause);
  const asShown = (as: string | null, role: string | undefined) => (as === null ? null : { as: as as DecidesAs, role: role === undefined ? null : roleOf(role) });
  const waits = c.appealed_at !== null && c.appeal_at === null && c.lifted_at === null;
  const says = takesWords(c, now);
  const heirs = leads || (c.state !== "open" && !waits) ? [] : heirsOf(c, waits ? "appeal" : "case", me, members);
  return {
    person: { id: c.person, name: c.p_name, email: c.email },
    subject: c.subject,
    policyVersion: c.policy,
    facts: inside
      ? Object.entries(c.facts as Record<string, Value>)
          .filter(([, value]) => value !== "none")
          .map(([name, value]) => ({ name, label: factLabel(policy, name, reader.lang), text: factText(policy, name, value, reader.lang) }))
      : [],
    statement: c.statement,
    openedBy: inside ? who(c.opened_by) : null,
    offers: asked.flatMap((a) => {
      const clause = inWords(a.clause);
      const found = clauseOf(policy, a.clause);
      return clause && found
        ? [
            {
              clause,
              measure: String(found.outcome["conduct"]) as "warning",
              options: a.options,
              lasts: found.outcome["for"] !== undefined,
              role: inside ? roleOf(a.role) : null,
              appealRole: inside && a.appeal !== undefined ? roleOf(a.appeal) : null,
              yours: c.state === "open" && decidesAs(c, a.clause, me, members) !== null,
            },
          ]
        : [];
    }),
    evidence: evidence.map((e) => {
      const message = messages.find((m) => m.id === e.message);
      return {
        id: e.id,
        message: e.message,
        ticket: numbers.find((n) => n.id === e.ticket)?.number ?? "",
        text: e.text,
        sha: e.sha,
        saidAt: instantIso(e.said_at),
        since: (message === undefined ? "gone" : hashOf(message.text) === e.sha ? "same" : "changed") as "same" | "changed" | "gone",
      };
    }),
    words: words.map((w) => ({
      id: w.id,
      kind: w.kind as "answer" | "appeal",
      text: w.text,
      channel: w.channel,
      at: instantIso(w.at),
      authenticated: inside ? (w.authenticated as "pass" | null) : null,
    })),
    heardAt: instantIsoOrNull(c.heard_at),
    decider: inside ? who(c.decider) : null,
    decides: inside ? seatsOfCase(c, null, members).map(seatShown) : [],
    hears: inside && c.clause !== null && c.contestable ? seatShown(seatOfAppeal(c, members)) : null,
    decision:
      c.decided_at === null
        ? null
        : {
            clause: inWords(c.clause),
            reason: c.reason ?? "",
            by: who(c.decided_by),
            as: asShown(c.decided_as, decided?.role),
            at: instantIso(c.decided_at),
            contestBy: instantIsoOrNull(c.contest_by),
            contestable: c.contestable,
          },
    appeal:
      c.appealed_at === null
        ? null
        : {
            at: instantIso(c.appealed_at),
            decider: inside ? who(c.appeal_decider) : null,
            decided:
              c.appeal_at === null
                ? null
                : { lifts: c.appeal_lifts === true, reason: c.appeal_reason ?? "", by: who(c.appeal_by), as: asShown(c.appeal_as, decided?.appeal), at: instantIso(c.appeal_at) },
          },
    may: {
      say: inside ? null : says,
      name: (leads || heirs.length > 0) && c.state === "open",
      decide: c.state === "open" && decidesAs(c, null, me, members) !== null,
      nameForAppeal: (leads || heirs.length > 0) && waits,
      handTo: leads ? null : heirs.map(({ id, name }) => ({ id, name })),
      decideAppeal: waits && hearsAs(c, me, members) !== null,
      lift: mayLift(c, me, members) && c.state === "decided" && c.kind !== null && c.ended_at === null,
    },
  };
}
