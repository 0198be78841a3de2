// Cases of conduct: reported by staff, heard, decided by a named human and, on appeal, by another; and who does not meet whom.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { change } from "../../../desk/change.ts";
import { checkFacts } from "../../../desk/acts/records/check-facts.ts";
import { wroteOn } from "../../../desk/conduct/evidence.ts";
import { reportable } from "../../../desk/conduct/about.ts";
import type { Event } from "../../../desk/event.ts";
import { policyVersion } from "../../../desk/policies/running.ts";
import { Problem } from "../../../desk/problem.ts";
import { expertById } from "../../../desk/staff/reads.ts";
import { shield, shieldedFrom, unshield } from "../../../desk/staff/shields.ts";
import { caseView } from "../../../desk/views/conduct-case.ts";
import { casePage, reportedCase, ticketOfCase } from "../../../desk/views/conduct-cases.ts";
import { personOf } from "../../../desk/views/customers.ts";
import { findTicket } from "../../../desk/views/find-ticket.ts";
import { instantIso } from "../../../desk/views/instant-iso.ts";
import { type AnyAsk, channelOf, reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id, Nothing, Paging } from "../shapes/basics.ts";
import { ConductAppeal, ConductCase, ConductDecision, ConductLifting, ConductNaming, ConductPage, ConductReport, ConductWords, Shields } from "../shapes/conduct.ts";
import { NumberParam } from "../shapes/ticket-input.ts";
import { sentence } from "../../../words/phrase.ts";

const CASE = z.object({ case: Id });
const PERSON = z.object({ id: Id });
const PROBLEMS = ["invalid-input", "not-found", "not-allowed", "not-yours", "case-closed", "not-heard"] as const;
const inCase = { tag: "conduct", method: "PUT", params: CASE, output: ConductCase, problems: PROBLEMS } as const;

export const CONDUCT_ROUTES = [
  route({
    id: "conductCases",
    tag: "conduct",
    title: "Cases of conduct that the viewer may know of, those that wait for somebody first",
    method: "GET",
    path: "/conduct",
    may: { person: true, staff: "agent", key: "conduct:read" },
    query: z.object(Paging),
    output: ConductPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => casePage(look, ask.query)),
  }),
  route({
    id: "conductCase",
    tag: "conduct",
    title: "A case of conduct",
    method: "GET",
    path: "/conduct/{case}",
    may: { person: true, staff: "agent", key: "conduct:read" },
    params: CASE,
    output: ConductCase,
    problems: ["not-found"],
    run: (ask) => reading(ask, (look) => caseView(look, ask.params.case)),
  }),
  route({
    id: "reportConduct",
    tag: "conduct",
    title: "Report the conduct of somebody who wrote on a ticket: a case is opened, or the report belongs to the open one, and they are heard",
    method: "POST",
    path: "/tickets/{number}/conduct",
    may: { staff: "agent" },
    params: NumberParam,
    body: ConductReport,
    output: ConductCase,
    status: 201,
    problems: ["invalid-input", "not-found", "not-allowed", "changed-meanwhile"],
    async run(ask) {
      const { house, desk, body, viewer } = ask;
      const { found, policy } = await reading(ask, async ({ tx }) => {
        const ticket = await findTicket(tx, viewer, ask.params.number);
        return { found: ticket, policy: (await policyVersion(tx, desk, ticket.policy)).policy };
      });
      const { values, faults } = checkFacts(policy, body.facts, "findings");
      const known = reportable(policy);
      refuse([
        ...faults,
        ...Object.keys(body.facts)
          .filter((f) => !known.includes(f))
          .map((f) => ({ at: `facts.${f}`, message: `no clause on conduct reads it; one of: ${known.join(", ") || "none"}` })),
        ...(await strangers(ask, found.id, body.person ?? found.requester, found.requester)),
      ]);
      await change(house, desk, {
        kind: "finding",
        id: ask.eventId,
        by: actorOf(viewer),
        ticket: found.id,
        findings: values,
        report: { messages: body.messages, statement: body.statement, ...(body.person !== undefined && { person: body.person }) },
        ...(ask.expect !== undefined && { expect: ask.expect }),
      });
      return reading(ask, async (look) => {
        const { line, access } = await reportedCase(look, body.person ?? found.requester);
        return access === "whole" ? caseView(look, line.id) : { ...line, file: null };
      });
    },
  }),
  route({
    ...inCase,
    id: "sayInCase",
    title: "Answer in one's own case, or appeal once it is decided",
    method: "POST",
    path: "/conduct/{case}/words",
    may: { person: true },
    body: ConductWords,
    status: 201,
    run: (ask) => atCase(ask, (own) => ({ ...own, kind: "conduct-words", words: { text: ask.body.text, channel: channelOf(ask.viewer) } })),
  }),
  route({
    ...inCase,
    id: "nameDecider",
    title: "Name who decides a case or its appeal; they read it from then on. A lead names anybody; a holder of the role with whom it stands, another holder",
    path: "/conduct/{case}/decider",
    may: { staff: "agent" },
    body: ConductNaming,
    run: (ask) => atCase(ask, (own) => ({ ...own, kind: "conduct-named", to: ask.body.to, decides: ask.body.decides })),
  }),
  route({
    ...inCase,
    id: "decideCase",
    title: "Decide a case: one of its clauses is applied, or none",
    path: "/conduct/{case}/decision",
    may: { staff: "agent" },
    body: ConductDecision,
    run: (ask) =>
      atCase(ask, (own) => {
        const { clause, option, reason } = ask.body;
        return { ...own, kind: "conduct-decided", clause, reason, ...(option !== undefined && { option }) };
      }),
  }),
  route({
    ...inCase,
    id: "decideAppeal",
    title: "Decide an appeal; not by who decided the case",
    path: "/conduct/{case}/appeal",
    may: { staff: "agent" },
    body: ConductAppeal,
    run: (ask) => atCase(ask, (own) => ({ ...own, kind: "conduct-appeal", ...ask.body })),
  }),
  route({
    ...inCase,
    id: "liftMeasure",
    title: "Take a measure back: what it refused is as it would be without it",
    path: "/conduct/{case}/lifting",
    may: { staff: "agent" },
    body: ConductLifting,
    run: (ask) => atCase(ask, (own) => ({ ...own, kind: "conduct-lifted", reason: ask.body.reason })),
  }),
  route({
    id: "shields",
    tag: "conduct",
    title: "Members of staff who do not meet this person",
    method: "GET",
    path: "/people/{id}/shields",
    may: { staff: "lead" },
    params: PERSON,
    output: Shields,
    problems: ["not-found"],
    run: (ask) => shieldsOf(ask, ask.params.id),
  }),
  route({
    id: "shield",
    tag: "conduct",
    title: "Keep a member of staff from this person: not named, not assigned, not shown their tickets as the next",
    method: "PUT",
    path: "/people/{id}/shields/{staff}",
    may: { staff: "lead" },
    params: PERSON.extend({ staff: Id }),
    body: Nothing,
    output: Shields,
    problems: ["not-found"],
    async run(ask) {
      const { id: person, staff } = ask.params;
      await ask.house.database.asDesk(ask.desk, async (tx) => {
        await personOf(tx, person);
        if (!(await expertById(tx, staff))) throw new Problem("not-found", sentence("refused.no-staff"));
        await shield(tx, { person, staff, by: ask.viewer.id }, ask.house.now());
      });
      return shieldsOf(ask, person);
    },
  }),
  route({
    id: "unshield",
    tag: "conduct",
    title: "Let them meet again",
    method: "DELETE",
    path: "/people/{id}/shields/{staff}",
    may: { staff: "lead" },
    params: PERSON.extend({ staff: Id }),
    output: Shields,
    problems: ["not-found"],
    async run(ask) {
      const gone = await ask.house.database.asDesk(ask.desk, (tx) => unshield(tx, ask.params.id, ask.params.staff));
      if (!gone) throw new Problem("not-found", sentence("refused.not-shielded"));
      return shieldsOf(ask, ask.params.id);
    },
  }),
];

const notYours = (): Problem => new Problem("not-allowed", sentence("refused.case-deciders"));

/** Finds the case as its reader may see it, sends the event that `make` makes of it down the road of its ticket, and reads it again. Who may only know that there is one does nothing in it. */
async function atCase(ask: AnyAsk & { readonly params: { readonly case: string } }, make: (own: Pick<Event, "id" | "by"> & { readonly ticket: string; readonly of: string }) => Event) {
  const { seen, ticket } = await reading(ask, async (look) => ({ seen: await caseView(look, ask.params.case), ticket: await ticketOfCase(look.tx, ask.params.case) }));
  if (seen.file === null) throw notYours();
  await change(ask.house, ask.desk, make({ id: ask.eventId, by: actorOf(ask.viewer), ticket, of: ask.params.case }));
  return reading(ask, (look) => caseView(look, ask.params.case));
}

const shieldsOf = (ask: AnyAsk, person: string) =>
  reading(ask, async ({ tx }) => {
    await personOf(tx, person);
    return { items: (await shieldedFrom(tx, person)).map(({ since, ...who }) => ({ ...who, since: instantIso(since) })) };
  });

/** A fault where who is reported is neither the requester nor somebody who wrote on the ticket. */
async function strangers(ask: AnyAsk, ticket: string, person: string, requester: string): Promise<{ readonly at: string; readonly message: string }[]> {
  if (person === requester) return [];
  const wrote = await reading(ask, ({ tx }) => wroteOn(tx, ticket, person));
  return wrote ? [] : [{ at: "person", message: "nobody of this id wrote on the ticket" }];
}
