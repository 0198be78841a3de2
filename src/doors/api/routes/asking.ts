// Asking: what the policy would say, what a text is about, and sending the request.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { change } from "../../../desk/change.ts";
import { Problem } from "../../../desk/problem.ts";
import { openedAs } from "../../../desk/views/opened.ts";
import { readerOf } from "../../../desk/views/reader-of.ts";
import { says, stillOpen } from "../../../desk/views/says.ts";
import { similarTo } from "../../../desk/views/similar.ts";
import { suggestionsFor } from "../../../desk/views/suggestions.ts";
import { isInside } from "../../../desk/viewer.ts";
import { tellLanguage } from "../../../words/tell-language.ts";
import { asked, policyFor } from "../ask-desk.ts";
import { channelOf, filesOf, reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Opened, PreviewAnswer, Suggestions } from "../shapes/answer.ts";
import { NewTicket, PreviewInput } from "../shapes/ticket-input.ts";

const SPOKEN = ["en", "fr", "it", "ro"];

export const ASKING_ROUTES = [
  route({
    id: "ask",
    tag: "tickets",
    title: "Ask: opens a ticket and says what the policy decided",
    method: "POST",
    path: "/tickets",
    may: { person: true, staff: "agent", key: "tickets:write" },
    body: NewTicket,
    output: Opened,
    status: 201,
    problems: ["invalid-input", "not-found", "key-reused", "still-running"],
    async run(ask) {
      const { house, desk, viewer, body } = ask;
      const language = tellLanguage(`${body.subject}\n${body.text}`, SPOKEN);
      const said = { text: body.text, channel: viewer.kind === "person" ? "portal" : (body.channel ?? channelOf(viewer)), ...filesOf(ask, body.files), ...(language !== null && { language }) };
      const done = await change(house, desk, { kind: "ask", id: ask.eventId, by: actorOf(viewer), ...(await asked(ask, body)), subject: body.subject, said });
      const { ticket, policy, decision } = done;
      const was = policy && decision ? { ...done, policy, effects: decision.effects } : await reading(ask, (look) => openedAs(look, ticket.id));
      const reader = readerOf({ house, desk, viewer }, was.policy);
      return { ...ticket, url: `${reader.base}/tickets/${ticket.number}`, ...says(was, reader), assignee: was.assignee, openedAt: new Date(was.at).toISOString() };
    },
  }),
  route({
    id: "preview",
    tag: "tickets",
    title: "What the policy would say, before anything is sent",
    method: "POST",
    path: "/previews",
    may: { person: true, staff: "agent", key: "tickets:write" },
    body: PreviewInput,
    output: PreviewAnswer,
    problems: ["invalid-input"],
    async run(ask) {
      const { house, desk, viewer, body } = ask;
      const who = await asked(ask, body);
      const said = { text: body.text || "…", channel: channelOf(viewer) };
      const { policy, decision, reasons, facts, place } = await change(
        house,
        desk,
        { kind: "ask", id: ask.eventId, by: actorOf(viewer), ...who, subject: body.subject || "…", said },
        { preview: true },
      );
      if (!policy || !decision) throw new Problem("impossible");
      const reader = readerOf({ house, desk, viewer }, policy);
      return {
        ...says({ policy, effects: decision.effects, reasons, facts, place }, reader),
        open: stillOpen(policy, decision.open, reader),
        suggestions: suggestionsFor(policy, `${body.subject ?? ""}\n${body.text ?? ""}`, reader.lang),
        similar: await reading(ask, (look) => similarTo(look, who.asker, { text: `${body.subject ?? ""}\n${body.text ?? ""}`, topic: who.topic ?? null })),
        ...(isInside(viewer) && { results: decision.results }),
      };
    },
  }),
  route({
    id: "suggest",
    tag: "desk",
    title: "Topics that a text seems to be about",
    method: "GET",
    path: "/suggestions",
    may: { anyone: true },
    query: z.strictObject({ text: z.string().max(20_000), lang: z.string().max(10).optional() }),
    output: Suggestions,
    problems: ["invalid-input"],
    async run({ house, desk, query }) {
      return { items: suggestionsFor(await policyFor(house, desk), query.text, query.lang ?? "") };
    },
  }),
];
