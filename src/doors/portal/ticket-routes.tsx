// Following a ticket: read, answer, close, contest. What a visitor may not see is not there.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newId } from "../../database/new-id.ts";
import { change } from "../../desk/change.ts";
import type { Actor } from "../../desk/event.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import type { PersonViewer } from "../../desk/viewer.ts";
import { findTicket } from "../../desk/views/find-ticket.ts";
import { ticketPage } from "../../desk/views/ticket-list.ts";
import { ticketView } from "../../desk/views/ticket.ts";
import { factValue, type Value } from "../../policy/index.ts";
import { phrase } from "../../words/phrase.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import { html } from "./ask-routes.tsx";
import { readForm } from "./form.ts";
import { page } from "./layout.tsx";
import { Ticket } from "./pages/ticket.tsx";
import { STATES, type State, Tickets } from "./pages/tickets.tsx";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

type SignedIn = Visit & { readonly viewer: PersonViewer };

async function signedIn(house: House, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
  const visit = await visitOf(house, request, reply);
  if (!visit.viewer) throw new Problem("sign-in-needed");
  return { ...visit, viewer: visit.viewer };
}

const numberIn = (request: FastifyRequest): string => (request.params as { number: string }).number;
const eventId = (kind: string, visit: SignedIn, token: string | undefined): string => `portal:${visit.viewer.id}:${kind}:${/^[0-9a-f-]{36}$/.test(token ?? "") ? token : newId(visit.now)}`;

export function ticketRoutes(app: FastifyInstance, house: House): void {
  app.get("/:desk/tickets", async (request, reply) => {
    const visit = await signedIn(house, request, reply);
    const { state: asked, cursor } = request.query as { state?: string; cursor?: string };
    const state: State = STATES.find((s) => s === asked) ?? "all";
    const list = await house.database.asDesk(visit.desk, (tx) => ticketPage({ tx, house, desk: visit.desk, viewer: visit.viewer, wanted: visit.lang }, { status: state, cursor, limit: 30 }), { readOnly: true });
    return html(reply, page({ visit, title: phrase(visit.lang, "tickets.title"), children: <Tickets visit={visit} list={list} state={state} /> }));
  });

  const show = async (visit: SignedIn, number: string, reply: FastifyReply, said: { note?: string; fault?: string } = {}): Promise<unknown> => {
    const ticket = await house.database.asDesk(visit.desk, (tx) => ticketView({ tx, house, desk: visit.desk, viewer: visit.viewer, wanted: visit.lang }, { number }), { readOnly: true });
    return html(reply, page({ visit, title: `${ticket.number} ${ticket.subject}`, children: <Ticket visit={visit} ticket={ticket} note={said.note ?? null} fault={said.fault ?? null} token={newId(visit.now)} /> }));
  };

  app.get("/:desk/tickets/:number", async (request, reply) => {
    const visit = await signedIn(house, request, reply);
    const { done } = request.query as { done?: string };
    const notes: Record<string, string> = { answer: phrase(visit.lang, "ticket.sent"), contest: phrase(visit.lang, "ticket.contest-sent") };
    return show(visit, numberIn(request), reply, { ...(done !== undefined && notes[done] !== undefined && { note: notes[done] }) });
  });

  /** The door's part of a change: who, which ticket, and back to its page afterwards. */
  const act = async (request: FastifyRequest, reply: FastifyReply, done: string, run: (visit: SignedIn, ticket: string, by: Actor, fields: Readonly<Record<string, string>>, files: Awaited<ReturnType<typeof readForm>>["files"]) => Promise<unknown>): Promise<unknown> => {
    const visit = await signedIn(house, request, reply);
    const { fields, files } = await readForm(house, request);
    const found = await house.database.asDesk(visit.desk, (tx) => findTicket(tx, visit.viewer, numberIn(request)), { readOnly: true });
    const answer = await run(visit, found.id, { kind: "person", id: visit.viewer.id, name: visit.viewer.name }, fields, files);
    return answer === "fault" ? show(visit, found.number, reply.code(422), { fault: phrase(visit.lang, "error.required") }) : reply.redirect(`${visit.base}/tickets/${found.number}?done=${done}`, 303);
  };
  const limit = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };

  app.post("/:desk/tickets/:number/messages", limit, (request, reply) => act(request, reply, "answer", async (visit, ticket, by, fields, files) => {
    const text = (fields["text"] ?? "").trim();
    if (!text && !files.length) return "fault";
    return change(house, visit.desk, { kind: "message", id: eventId("message", visit, fields["token"]), by, ticket, said: { text, files, channel: "portal", language: tellLanguage(text, ["en", "fr", "it", "ro"]) ?? visit.lang } });
  }));

  app.post("/:desk/tickets/:number/closure", limit, (request, reply) => act(request, reply, "closed", (visit, ticket, by) =>
    change(house, visit.desk, { kind: "close", id: eventId("close", visit, undefined), by, ticket, outcome: "solved" })));

  app.post("/:desk/tickets/:number/claims", limit, (request, reply) => act(request, reply, "contest", async (visit, ticket, by, fields) => {
    const reason = (fields["reason"] ?? "").trim();
    if (!reason) return "fault";
    const claims: Record<string, Value> = {};
    for (const fact of Object.values(visit.policy.facts)) {
      const raw = fact.source === "customer" ? fields[`fact.${fact.name}`] : undefined;
      const value = raw ? factValue(fact, fact.kind === "yes-no" ? raw === "true" : fact.kind === "count" ? Number(raw) : raw) : undefined;
      if (value !== undefined && value !== null) claims[fact.name] = value;
    }
    return change(house, visit.desk, { kind: "claim", id: eventId("claim", visit, fields["token"]), by, ticket, claims, said: { text: reason, channel: "portal", language: tellLanguage(reason, ["en", "fr", "it", "ro"]) ?? visit.lang } });
  }));

  app.get("/:desk/tickets/:number/files/:sha", async (request, reply) => {
    const visit = await signedIn(house, request, reply);
    const { sha } = request.params as { sha: string };
    const file = await house.database.asDesk(visit.desk, async (tx) => {
      const ticket = await findTicket(tx, visit.viewer, numberIn(request));
      const [row] = await tx.query<{ id: string }>("select f.id from files f join messages m on m.desk = f.desk and m.id = f.message where f.desk = troth_desk() and f.ticket = $1 and f.sha = $2 and m.kind <> 'note' limit 1", [ticket.id, sha]);
      return row ? { id: row.id, number: ticket.number } : null;
    }, { readOnly: true });
    if (!file) throw new Problem("not-found");
    return reply.redirect(`/api/${visit.desk}/tickets/${file.number}/files/${file.id}`, 302);
  });
}
