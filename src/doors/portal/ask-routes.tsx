// Asking in the portal: the form, the look ahead, the sending. A token in the form makes a form that is sent twice one ticket.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { renderToStaticMarkup } from "react-dom/server";
import { newId } from "../../database/new-id.ts";
import { change } from "../../desk/change.ts";
import type { Actor, Claims, Event, FileRef } from "../../desk/event.ts";
import type { House } from "../../desk/house.ts";
import { type Fact, factValue, suggestTopics, type Value } from "../../policy/index.ts";
import { phrase } from "../../words/phrase.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import { readForm } from "./form.ts";
import { page } from "./layout.tsx";
import { Ask, Sent } from "./pages/ask.tsx";
import { type Asked, type Faults, NOTHING_ASKED, optionLabel } from "./parts/ask-form.tsx";
import { PolicySays, type Says } from "./parts/says.tsx";
import { saysOf } from "./says-of.ts";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

/** Facts that the policy asks of the customer when a ticket is opened. */
export const questionsOf = (visit: Visit): Fact[] =>
  Object.values(visit.policy.facts).filter((f) => f.source === "customer" && f.name !== "topic" && (f.ask || f.label) && (f.known === "opened" || f.known === "preview") && !f.name.startsWith("was."));

export function askRoutes(app: FastifyInstance, house: House): void {
  app.get("/:desk/ask", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const topic = (request.query as { topic?: string }).topic ?? "";
    const known = visit.policy.facts["topic"]?.values.includes(topic) ? topic : "";
    return html(reply, page({ visit, title: phrase(visit.lang, "ask.title"), children: <Ask visit={visit} asked={{ ...NOTHING_ASKED, topic: known }} faults={{}} questions={questionsOf(visit)} says={null} token={newId(visit.now)} /> }));
  });

  app.post("/:desk/ask", { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } }, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields, files } = await readForm(house, request);
    const asked = askedIn(fields, visit);
    const faults = faultsOf(asked, visit);
    const token = /^[0-9a-f-]{36}$/.test(fields["token"] ?? "") ? fields["token"]! : newId(visit.now);
    const again = (says: Says | null, status: number): unknown =>
      html(reply.code(status), page({ visit, title: phrase(visit.lang, "ask.title"), children: <Ask visit={visit} asked={asked} faults={faults} questions={questionsOf(visit)} says={says} token={token} /> }));
    if (Object.keys(faults).length) return again(null, 422);
    if (fields["do"] !== "send" && visit.person) return again(await look(house, visit, asked), 200);
    const done = await change(house, visit.desk, askEvent(visit, asked, `portal:${visit.viewer?.id ?? asked.email.toLowerCase()}:${token}`, files));
    const says = visit.person && done.decision ? saysOf(done, visit, visit.person.country) : null;
    return html(reply.code(201), page({ visit, title: phrase(visit.lang, "ask.sent-title"), children: <Sent visit={visit} number={done.ticket.number} email={visit.person?.email ?? asked.email} says={says} /> }));
  });

  app.post("/:desk/ask/preview", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    if (!visit.person) return html(reply, "");
    const says = await look(house, visit, askedIn(fields, visit));
    return html(reply, renderToStaticMarkup(<PolicySays says={says} lang={visit.lang} zone={visit.zone} before />));
  });

  app.post("/:desk/ask/topics", async (request: FastifyRequest, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    const topics = visit.policy.facts["topic"];
    const first = visit.policy.desk.languages[0] ?? "en";
    return suggestTopics(visit.policy, `${fields["subject"] ?? ""}\n${fields["text"] ?? ""}`).slice(0, 3)
      .map(({ topic }) => ({ topic, label: topics ? optionLabel(topics, topic, visit.lang, first) : topic }));
  });
}

/** The same road as sending, rolled back. */
async function look(house: House, visit: Visit, asked: Asked): Promise<Says> {
  const seen = await change(house, visit.desk, askEvent(visit, asked, `preview:${newId(visit.now)}`, []), { preview: true });
  return saysOf(seen, visit, visit.person?.country ?? null);
}

function askEvent(visit: Visit, asked: Asked, id: string, files: readonly FileRef[]): Event {
  const { person, viewer } = visit;
  const by: Actor = { kind: "person", id: viewer?.id ?? null, name: person?.name ?? asked.name };
  const language = tellLanguage(`${asked.subject}\n${asked.text}`, ["en", "fr", "it", "ro"]) ?? visit.lang;
  return {
    kind: "ask", id, by, asker: viewer ? { id: viewer.id } : { email: asked.email, name: asked.name }, subject: asked.subject || asked.text.slice(0, 80),
    said: { text: asked.text, channel: person ? "portal" : "form", language, files }, claims: claimsOf(visit, asked), ...(asked.topic && { topic: asked.topic }),
  };
}

/** Answers to the policy's questions as facts; an empty answer is "I do not know". */
function claimsOf(visit: Visit, asked: Asked): Claims {
  const claims: Record<string, Value> = {};
  for (const fact of questionsOf(visit)) {
    const raw = asked.claims[fact.name];
    const value = raw ? factValue(fact, fact.kind === "yes-no" ? raw === "true" : fact.kind === "count" ? Number(raw) : raw) : undefined;
    if (value !== undefined && value !== null) claims[fact.name] = value;
  }
  return claims;
}

function askedIn(fields: Readonly<Record<string, string>>, visit: Visit): Asked {
  const field = (name: string, most: number): string => (fields[name] ?? "").trim().slice(0, most);
  const topic = field("topic", 100);
  return {
    subject: field("subject", 300).replaceAll(/\s+/g, " "), text: field("text", 100_000), name: field("name", 200), email: field("email", 254),
    topic: visit.policy.facts["topic"]?.values.includes(topic) ? topic : "",
    claims: Object.fromEntries(questionsOf(visit).map((f) => [f.name, field(`fact.${f.name}`, 100)])),
  };
}

function faultsOf(asked: Asked, visit: Visit): Faults {
  const faults: Record<string, string> = {};
  if (!asked.subject) faults["subject"] = phrase(visit.lang, "error.required");
  if (!asked.text) faults["text"] = phrase(visit.lang, "error.required");
  if (!visit.person && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(asked.email)) faults["email"] = phrase(visit.lang, "error.email");
  if (!visit.person && !asked.name) faults["name"] = phrase(visit.lang, "error.required");
  return faults;
}

interface Sends { type(t: string): { send(body: string): unknown } }
export const html = (reply: Sends, body: string): unknown => reply.type("text/html; charset=utf-8").send(body);
