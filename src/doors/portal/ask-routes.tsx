// Asking in the portal: the form, the look ahead, the sending. A token in the form makes a form that is sent twice one ticket.
import type { FastifyInstance, FastifyReply } from "fastify";
import { renderToStaticMarkup } from "react-dom/server";
import { newId } from "../../database/new-id.ts";
import { change } from "../../desk/change.ts";
import type { Event, FileRef } from "../../desk/event.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { openedAs } from "../../desk/views/opened.ts";
import { findTicket } from "../../desk/views/find-ticket.ts";
import { similarTo } from "../../desk/views/similar.ts";
import { clearTopic, suggestTopics } from "../../policy/index.ts";
import type { PersonViewer } from "../../desk/viewer.ts";
import { phrase } from "../../words/phrase.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import { addressLimit } from "./address-limit.ts";
import { askedIn, askEvent, faultsOf, questionsOf } from "./asked.ts";
import { type Form, readForm, ROOM } from "./form.ts";
import { fileFault, filesOf, heldFiles } from "./held-files.ts";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Ask, type AskProps, Sent } from "./pages/ask.tsx";
import { type Asked, type Faults, NO_TOPIC, NOTHING_ASKED, optionLabel } from "./parts/ask-form.tsx";
import { PolicySays, type Says } from "./parts/says.tsx";
import { saysOf } from "./says-of.ts";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: "1 minute" } } });

export function askRoutes(app: FastifyInstance, house: House): void {
  const mayWriteTo = addressLimit(10, 15 * 60_000);
  const show = (reply: FastifyReply, visit: Visit, props: Omit<AskProps, "visit" | "questions">): unknown =>
    html(reply, page({ visit, title: phrase(visit.lang, "ask.title"), children: <Ask visit={visit} questions={questionsOf(visit)} {...props} /> }));

  app.get("/:desk/ask", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const topic = (request.query as { topic?: string }).topic ?? "";
    const known = visit.policy.facts["topic"]?.values.includes(topic) ? topic : "";
    return show(reply, visit, { asked: { ...NOTHING_ASKED, topic: known }, faults: {}, ended: false, says: null, files: [], token: newId(visit.now) });
  });

  app.post("/:desk/ask", perMinute(30), async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const form = await readForm(house, request, visit.person ? ROOM.person : ROOM.stranger);
    const asked = askedIn(form.fields, visit);
    const token = tokenIn(form, visit);
    const files = filesOf(house, visit.desk, token, form);
    const ended = form.fields["known"] === "yes" && !visit.person && asked.email === "";
    const faults = { ...(ended ? {} : faultsOf(asked, visit)), ...filesFault(form, visit) };
    const again = (says: Says | null, status = 200, named: string | null = null): unknown =>
      show(reply.code(status), visit, {
        asked: named === null ? asked : { ...asked, topic: named },
        faults,
        named: named !== null,
        ended,
        says,
        files: heldFiles(house, visit.desk, token, files),
        token,
      });
    if (ended || Object.keys(faults).length) return again(null, 422);
    const addTo = /^add (\S{1,40})$/.exec(form.fields["do"] ?? "")?.[1];
    if (addTo !== undefined && visit.viewer) return add(visit, visit.viewer, addTo, asked, token, files, reply);
    if (form.fields["do"] !== "send" && visit.person) {
      // What the words name beyond doubt is chosen for whoever chose nothing, and seen before it is sent.
      const named = asked.topic === "" ? clearTopic(visit.policy, asked) : null;
      return again(await look(house, visit, named === null ? asked : { ...asked, topic: named }, files), 200, named);
    }
    if (!visit.person && !mayWriteTo(`${visit.desk} ${asked.email.toLowerCase()}`, visit.now)) throw new Problem("too-many");
    return send(visit, asked, askEvent(visit, asked, `portal:${visit.viewer?.id ?? asked.email.toLowerCase()}:${token}`, files), reply);
  });

  /** What was about to be asked goes into the ticket that is open already: its subject too, so that no word is lost. */
  async function add(visit: Visit, viewer: PersonViewer, number: string, asked: Asked, token: string, files: readonly FileRef[], reply: FastifyReply): Promise<unknown> {
    const ticket = await house.database.asDesk(visit.desk, (tx) => findTicket(tx, viewer, number), { readOnly: true });
    const text = `${asked.subject}\n\n${asked.text}`;
    const language = tellLanguage(text, ["en", "fr", "it", "ro"]) ?? visit.lang;
    const { ticket: on } = await change(house, visit.desk, {
      kind: "message",
      id: `portal:${viewer.id}:${token}`,
      by: { kind: "person", id: viewer.id, name: viewer.name },
      ticket: ticket.id,
      said: { text, channel: "portal", language, ...(files.length > 0 && { files }) },
    });
    return reply.redirect(`${visit.base}/tickets/${on.number}?done=answer`, 303);
  }

  async function send(visit: Visit, asked: Asked, event: Event, reply: FastifyReply): Promise<unknown> {
    const done = await change(house, visit.desk, event);
    const { viewer } = visit;
    const decided = !viewer
      ? null
      : done.repeated
        ? { ...(await house.database.asDesk(visit.desk, (tx) => openedAs({ tx, house, desk: visit.desk, viewer }, done.ticket.id), { readOnly: true })), open: [] }
        : done.decision && { policy: done.policy ?? visit.policy, effects: done.decision.effects, reasons: done.reasons, open: [], place: done.place };
    const says = decided && saysOf(decided, visit);
    return html(
      reply.code(201),
      page({ visit, title: phrase(visit.lang, "ask.sent-title"), children: <Sent visit={visit} number={done.ticket.number} email={visit.person?.email ?? asked.email} says={says} /> }),
    );
  }

  app.post("/:desk/ask/preview", perMinute(120), async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    if (!visit.person) return html(reply, "");
    const says = await look(house, visit, askedIn(fields, visit), []);
    return html(reply, renderToStaticMarkup(<PolicySays says={says} lang={visit.lang} zone={visit.zone} base={visit.base} before />));
  });

  app.post("/:desk/ask/topics", perMinute(120), async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    const topics = visit.policy.facts["topic"];
    const first = visit.policy.desk.languages[0] ?? "en";
    return suggestTopics(visit.policy, `${fields["subject"] ?? ""}\n${fields["text"] ?? ""}`)
      .slice(0, 3)
      .map(({ topic }) => ({ topic, label: topics ? optionLabel(topics, topic, visit.lang, first) : topic }));
  });
}

/** The same road as sending, rolled back; with the asker's open tickets about the same. */
async function look(house: House, visit: Visit, asked: Asked, files: readonly FileRef[]): Promise<Says> {
  const { viewer } = visit;
  const seen = await change(house, visit.desk, askEvent(visit, asked, `preview:${newId(visit.now)}`, []), { preview: true });
  const topic = asked.topic === NO_TOPIC ? null : asked.topic || seen.facts["topic"];
  const told = { text: `${asked.subject}\n${asked.text}`, topic: typeof topic === "string" ? topic : null, files: files.map((f) => f.sha) };
  const similar = viewer ? await house.database.asDesk(visit.desk, (tx) => similarTo({ tx, house, desk: visit.desk, viewer, wanted: visit.lang }, { id: viewer.id }, told), { readOnly: true }) : [];
  return { ...saysOf({ policy: seen.policy ?? visit.policy, effects: seen.decision?.effects ?? [], reasons: seen.reasons, open: seen.decision?.open ?? [], place: seen.place }, visit), similar };
}

const tokenIn = (form: Form, visit: Visit): string => (/^[0-9a-f-]{36}$/.test(form.fields["token"] ?? "") ? form.fields["token"]! : newId(visit.now));

function filesFault(form: Form, visit: Visit): Faults {
  const fault = fileFault(form, visit.lang);
  return fault ? { files: fault } : {};
}
