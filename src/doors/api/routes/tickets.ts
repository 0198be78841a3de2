// Lists of tickets, the queue, and one ticket whole.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { takeNext } from "../../../desk/acts/take-next.ts";
import { queuePage } from "../../../desk/views/queue.ts";
import { messageOriginal, ticketFile } from "../../../desk/views/files.ts";
import { searchTickets, ticketPage } from "../../../desk/views/ticket-list.ts";
import { Problem } from "../../../desk/problem.ts";
import { reading, wholeTicket } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Paging } from "../shapes/basics.ts";
import { QueuePage, Ticket, TicketPage } from "../shapes/ticket.ts";
import { NumberParam, TicketQuery } from "../shapes/ticket-input.ts";
import { sentence } from "../../../words/phrase.ts";

const READ = { person: true, staff: "agent", key: "tickets:read" } as const;
const MESSAGE = NumberParam.extend({ id: z.string().max(60) });

export const TICKET_ROUTES = [
  route({
    id: "tickets",
    tag: "tickets",
    title: "Tickets, newest first; with q those that hold the words, best first",
    method: "GET",
    path: "/tickets",
    may: READ,
    query: TicketQuery,
    output: TicketPage,
    problems: ["invalid-input"],
    run: (ask) =>
      reading(ask, async (look) => {
        const { q, refused, ...wanted } = ask.query;
        if (!q?.trim()) return ticketPage(look, { ...wanted, ...(refused !== undefined && { refused: refused === "true" }) });
        const found = await searchTickets(look, q, wanted.limit);
        return { items: found.filter((t) => wanted.status === "all" || t.status === wanted.status), next: null };
      }),
  }),
  route({
    id: "search",
    tag: "tickets",
    title: "Tickets by their words, number or requester, best first",
    method: "GET",
    path: "/search",
    may: READ,
    query: z.strictObject({ q: z.string().max(300), limit: Paging.limit }),
    output: TicketPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, async (look) => ({ items: await searchTickets(look, ask.query.q, ask.query.limit), next: null })),
  }),
  route({
    id: "queue",
    tag: "queue",
    title: "Open tickets in the policy's order, each with the reason for its place",
    method: "GET",
    path: "/queue",
    may: { staff: "agent", key: "tickets:read" },
    query: z.strictObject(Paging),
    output: QueuePage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, (look) => queuePage(look, ask.query)),
  }),
  route({
    id: "takeNext",
    tag: "queue",
    title: "Take the next: one's own that waits, else the first that nobody has",
    method: "POST",
    path: "/queue/next",
    may: { staff: "agent" },
    output: Ticket,
    mayBeEmpty: true,
    problems: [],
    async run(ask) {
      const id = await takeNext(ask.house, ask.desk, actorOf(ask.viewer), ask.eventId);
      return id === null ? undefined : wholeTicket(ask, { id });
    },
  }),
  route({
    id: "ticket",
    tag: "tickets",
    title: "A ticket whole, as its reader may see it",
    method: "GET",
    path: "/tickets/{number}",
    may: READ,
    params: NumberParam,
    output: Ticket,
    problems: ["not-found"],
    run: (ask) => wholeTicket(ask, ask.params),
  }),
  route({
    id: "messageWhole",
    tag: "tickets",
    title: "A message with its quotes and signature",
    method: "GET",
    path: "/tickets/{number}/messages/{id}/whole",
    may: READ,
    params: MESSAGE,
    output: "download",
    problems: ["not-found"],
    async run(ask) {
      const { whole } = await reading(ask, (look) => messageOriginal(look, ask.params.number, ask.params.id));
      return { bytes: whole, name: "message.txt", type: "text/plain; charset=utf-8" };
    },
  }),
  route({
    id: "messageRaw",
    tag: "tickets",
    title: "The mail as it came in",
    method: "GET",
    path: "/tickets/{number}/messages/{id}/raw",
    may: { staff: "agent", key: "tickets:read" },
    params: MESSAGE,
    output: "download",
    problems: ["not-found"],
    async run(ask) {
      const { raw } = await reading(ask, (look) => messageOriginal(look, ask.params.number, ask.params.id));
      const bytes = raw === null ? null : await ask.house.blobs.read(raw);
      if (!bytes) throw new Problem("not-found", sentence("refused.not-by-mail"));
      return { bytes, name: "message.eml", type: "message/rfc822" };
    },
  }),
  route({
    id: "file",
    tag: "tickets",
    title: "A file of a ticket, to save",
    method: "GET",
    path: "/tickets/{number}/files/{id}",
    may: READ,
    params: MESSAGE.extend({ id: z.string().max(64) }),
    output: "download",
    problems: ["not-found"],
    async run(ask) {
      const file = await reading(ask, (look) => ticketFile(look, ask.params.number, ask.params.id));
      const bytes = await ask.house.blobs.read(file.sha);
      if (!bytes) throw new Problem("not-found", sentence("refused.file-gone"));
      return { bytes, name: file.name, type: file.type };
    },
  }),
];
