// Following a ticket: read, answer, close, contest. What a visitor may not see is not there.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newId } from "../../database/new-id.ts";
import { tickItems } from "../../desk/acts/checklist.ts";
import { change } from "../../desk/change.ts";
import type { Actor, FileRef } from "../../desk/event.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { keepShown, newlyShown } from "../../desk/promises/shown.ts";
import type { PersonViewer } from "../../desk/viewer.ts";
import { casePage } from "../../desk/views/conduct-cases.ts";
import { ticketFile } from "../../desk/views/files.ts";
import { findTicket } from "../../desk/views/find-ticket.ts";
import { joinedTicket } from "../../desk/views/joined-ticket.ts";
import type { Look } from "../../desk/views/reader-of.ts";
import { searchTickets, ticketPage } from "../../desk/views/ticket-list.ts";
import { ticketView } from "../../desk/views/ticket.ts";
import type { Value } from "../../policy/index.ts";
import { phrase } from "../../words/phrase.ts";
import { tellLanguage } from "../../words/tell-language.ts";
import { claimed } from "./asked.ts";
import { type Form, readForm, ROOM } from "./form.ts";
import { fileFault, filesOf, heldFiles } from "./held-files.ts";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Ended } from "./pages/ended.tsx";
import { DONE, type Said, Ticket } from "./pages/ticket.tsx";
import { STATES, type State, Tickets } from "./pages/tickets.tsx";
import { stepUpOn } from "../../desk/views/step-up-on.ts";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

type SignedIn = Visit & { readonly viewer: PersonViewer };
/** What a form wants done on a ticket: the page to come back to, or what is to be mended first. */
interface Wanted {
  readonly visit: SignedIn;
  readonly ticket: string;
  readonly number: string;
  readonly by: Actor;
  readonly form: Form;
  readonly files: readonly FileRef[];
  readonly token: string;
}
/** `number`: of the ticket on which it came, where that is another. */
type Done = { readonly done: NonNullable<Said["done"]>; readonly number?: string } | { readonly faults: Readonly<Record<string, string>> };

const MOST_FOUND = 50;
const LIMIT = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };

async function signedIn(house: House, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
  const visit = await visitOf(house, request, reply);
  if (!visit.viewer) throw new Problem("sign-in-needed");
  return { ...visit, viewer: visit.viewer };
}

const numberIn = (request: FastifyRequest): string => (request.params as { number: string }).number;
const tokenOf = (form: Form, visit: Visit): string => (/^[0-9a-f-]{36}$/.test(form.fields["token"] ?? "") ? form.fields["token"]! : newId(visit.now));
const languageOf = (text: string, visit: Visit): string => tellLanguage(text, ["en", "fr", "it", "ro"]) ?? visit.lang;

export function ticketRoutes(app: FastifyInstance, house: House): void {
  /** Reads with the visitor's eyes. */
  const read = <T,>(visit: SignedIn, run: (look: Look) => Promise<T>): Promise<T> =>
    house.database.asDesk(visit.desk, (tx) => run({ tx, house, desk: visit.desk, viewer: visit.viewer, wanted: visit.lang }), { readOnly: true });

  const show = async (visit: SignedIn, number: string, reply: FastifyReply, said: Said): Promise<unknown> => {
    const { ticket, news } = await read(visit, async (look) => {
      const ticket = await ticketView(look, { number });
      const shown = ticket.promises.flatMap(({ id, state, due }) => (state === "running" && due !== null ? [{ id, due: Date.parse(due) }] : []));
      return { ticket, news: await newlyShown(look.tx, shown) };
    });
    if (news.length) await house.database.asDesk(visit.desk, (tx) => keepShown(tx, news, visit.now));
    return html(reply, page({ visit, title: `${ticket.number} ${ticket.subject}`, wide: true, children: <Ticket visit={visit} ticket={ticket} said={said} token={newId(visit.now)} /> }));
  };

  app.get("/:desk/tickets", async (request, reply) => {
    const visit = await signedIn(house, request, reply);
    const { state: asked, cursor, q } = request.query as { state?: string; cursor?: string; q?: string };
    const state: State = STATES.find((s) => s === asked) ?? "all";
    const words = (typeof q === "string" ? q : "").trim().slice(0, 200);
    const { list, cases } = await read(visit, async (look) => ({
      list: words ? { items: await searchTickets(look, words, MOST_FOUND), next: null } : await ticketPage(look, { status: state === "open" ? "unclosed" : state, cursor, limit: 30 }),
      cases: (await casePage(look, { limit: 10 })).items,
    }));
    return html(
      reply,
      page({ visit, title: phrase(visit.lang, "tickets.title"), children: <Tickets visit={visit} tickets={list.items} next={list.next} state={state} words={words} cases={cases} /> }),
    );
  });

  app.get("/:desk/tickets/:number", async (request, reply) => {
    const visit = await signedIn(house, request, reply);
    const { done } = request.query as { done?: string };
    const { joinedInto } = await read(visit, (look) => joinedTicket(look, numberIn(request)));
    if (joinedInto !== null) return reply.redirect(`${visit.base}/tickets/${joinedInto}${done === undefined ? "" : `?done=${encodeURIComponent(done)}`}`);
    return show(visit, numberIn(request), reply, { done: DONE.find((d) => d === done) });
  });

  /** The door's part of a change: who, which ticket, and back to its page afterwards. A session that ended meanwhile costs nobody their words. */
  const act =
    (run: (wanted: Wanted) => Promise<Done>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const visit = await visitOf(house, request, reply);
      const form = await readForm(house, request, ROOM.person);
      const token = tokenOf(form, visit);
      const files = filesOf(house, visit.desk, token, form);
      const { viewer } = visit;
      if (!viewer)
        return html(
          reply.code(401),
          page({
            visit,
            title: phrase(visit.lang, "signin.title"),
            children: <Ended visit={visit} action={request.url} fields={{ ...form.fields, token }} files={heldFiles(house, visit.desk, token, files)} />,
          }),
        );
      const known: SignedIn = { ...visit, viewer };
      const found = await read(known, (look) => findTicket(look.tx, viewer, numberIn(request)));
      const said = await run({ visit: known, ticket: found.id, number: found.number, by: { kind: "person", id: viewer.id, name: viewer.name }, form, files, token });
      if ("done" in said) return reply.redirect(`${visit.base}/tickets/${said.number ?? found.number}?done=${said.done}`, 303);
      return show(known, found.number, reply.code(422), { faults: said.faults, text: form.fields["text"] ?? form.fields["reason"] ?? "", files: heldFiles(house, visit.desk, token, files), token });
    };
  const idOf = (kind: string, { visit, token }: Wanted): string => `portal:${visit.viewer.id}:${kind}:${token}`;

  app.post(
    "/:desk/tickets/:number/messages",
    LIMIT,
    act(async (wanted): Promise<Done> => {
      const { visit, ticket, by, form, files } = wanted;
      const text = (form.fields["text"] ?? "").trim().slice(0, 100_000);
      const fault = fileFault(form, visit.lang);
      if (fault) return { faults: { files: fault } };
      if (!text && !files.length) return { faults: { text: phrase(visit.lang, "error.required") } };
      const { ticket: on } = await change(house, visit.desk, { kind: "message", id: idOf("message", wanted), by, ticket, said: { text, files, channel: "portal", language: languageOf(text, visit) } });
      return { done: "answer", number: on.number };
    }),
  );

  app.post(
    "/:desk/tickets/:number/closure",
    LIMIT,
    act(async (wanted): Promise<Done> => {
      await change(house, wanted.visit.desk, { kind: "close", id: idOf("close", wanted), by: wanted.by, ticket: wanted.ticket, outcome: "solved" });
      return { done: "closed" };
    }),
  );

  app.post(
    "/:desk/tickets/:number/escalations",
    LIMIT,
    act(async (wanted): Promise<Done> => {
      const { visit, number } = wanted;
      const step = await read(visit, (look) => stepUpOn(look, number)).catch((error: unknown) => {
        if (error instanceof Problem && error.code === "not-allowed") return null; // taken in another window, or by the clock
        throw error;
      });
      if (step === null) return { done: "highest" };
      const { fact } = step;
      await change(house, visit.desk, { kind: "claim", id: idOf("escalation", wanted), by: wanted.by, ticket: wanted.ticket, claims: { [fact]: true } });
      return { done: "escalated" };
    }),
  );

  app.post(
    "/:desk/tickets/:number/claims",
    LIMIT,
    act(async (wanted): Promise<Done> => {
      const { visit, ticket, by, form } = wanted;
      const reason = (form.fields["reason"] ?? "").trim().slice(0, 20_000);
      if (!reason) return { faults: { reason: phrase(visit.lang, "error.required") } };
      const claims = Object.fromEntries(
        Object.values(visit.policy.facts)
          .filter((fact) => fact.source === "customer")
          .flatMap((fact): [string, Value][] => {
            const value = claimed(fact, form.fields[`fact.${fact.name}`]);
            return value === undefined ? [] : [[fact.name, value]];
          }),
      );
      const said = { text: reason, channel: "portal", language: languageOf(reason, visit) };
      const { ticket: on } = await change(house, visit.desk, { kind: "claim", id: idOf("claim", wanted), by, ticket, claims, said });
      return { done: "contest", number: on.number };
    }),
  );

  for (const kind of ["consent", "decline"] as const) {
    app.post(
      `/:desk/tickets/:number/offers/${kind}`,
      LIMIT,
      act(async (wanted): Promise<Done> => {
        const { visit, ticket, by, form } = wanted;
        const accepts = Object.keys(form.fields)
          .filter((name) => name.startsWith("accept."))
          .map((name) => name.slice("accept.".length));
        const on = { id: idOf(kind, wanted), by, ticket, offer: form.fields["offer"] ?? "", channel: "portal" };
        try {
          if ((await change(house, visit.desk, kind === "consent" ? { ...on, kind, accepts } : { ...on, kind })).spent) return { faults: { offer: phrase(visit.lang, "ticket.offer-late") } };
        } catch (error) {
          if (!(error instanceof Problem) || (error.code !== "invalid-input" && error.code !== "already-taken" && error.code !== "not-found")) throw error;
          return { faults: { offer: phrase(visit.lang, error.code === "invalid-input" ? "ticket.offer-missing" : "ticket.offer-late") } };
        }
        return { done: kind === "consent" ? "agreed" : "refused" };
      }),
    );
  }

  for (const kind of ["agree-closing", "refuse-closing"] as const) {
    app.post(
      `/:desk/tickets/:number/closure/${kind === "agree-closing" ? "agreement" : "refusal"}`,
      LIMIT,
      act(async (wanted): Promise<Done> => {
        const { visit, ticket, by, form } = wanted;
        const text = (form.fields["text"] ?? "").trim().slice(0, 20_000);
        const said = text ? { said: { text, channel: "portal", language: languageOf(text, visit) } } : {};
        try {
          await change(house, visit.desk, { kind, id: idOf(kind, wanted), by, ticket, channel: "portal", ...said });
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== "already-taken") throw error;
          return { faults: { closing: phrase(visit.lang, "ticket.closing-late") } };
        }
        return { done: kind === "agree-closing" ? "closing-agreed" : "closing-refused" };
      }),
    );
  }

  app.post(
    "/:desk/tickets/:number/checklist",
    LIMIT,
    act(async (wanted): Promise<Done> => {
      const { visit, ticket, by, form, files } = wanted;
      const fault = fileFault(form, visit.lang);
      if (fault) return { faults: { todo: fault } };
      const { item = "", state } = form.fields;
      try {
        const said = files.length ? { said: { text: "", files, channel: "portal", language: visit.lang } } : {};
        await tickItems(house, visit.desk, { id: idOf("tick", wanted), by, ticket }, { items: [item], state: state === "open" ? "open" : "done", channel: "portal", ...said });
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "not-found") throw error;
        return { faults: { todo: phrase(visit.lang, "ticket.todo-late") } };
      }
      return { done: "ticked" };
    }),
  );

  app.get("/:desk/tickets/:number/files/:sha", async (request, reply) => {
    const visit = await signedIn(house, request, reply);
    const { sha } = request.params as { sha: string };
    await read(visit, (look) => ticketFile(look, numberIn(request), sha));
    return reply.redirect(`/api/${visit.desk}/tickets/${encodeURIComponent(numberIn(request))}/files/${sha}`, 302);
  });
}
