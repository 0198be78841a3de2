// Mails in and out, for those who look after them.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { keepAgain, keepInbound } from "../../../desk/mails/writes.ts";
import { deskAddress } from "../../../desk/mails/reads.ts";
import { settleOutbox } from "../../../desk/outbox/settle.ts";
import { Problem } from "../../../desk/problem.ts";
import { inboundBlob, inboundOne, inboundPage } from "../../../desk/views/inbound-mails.ts";
import { mailHealth } from "../../../desk/views/mail-health.ts";
import { OUTGOING_STATES, outgoingOne, outgoingPage } from "../../../desk/views/outgoing-mails.ts";
import { ticketMails } from "../../../desk/views/ticket-mails.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Email, Id, Paging } from "../shapes/basics.ts";
import { InboundMail, InboundMailPage, InboundState, MailHealth, OutgoingMail, OutgoingMailPage, Settlement, TicketMails } from "../shapes/mails.ts";
import { NumberParam } from "../shapes/ticket-input.ts";
import { sentence } from "../../../words/phrase.ts";

const ADMIN = { staff: "admin", key: "admin" } as const;
const Sha = z.object({ sha: z.string().regex(/^[0-9a-f]{64}$/) });
const Recipient = z
  .string()
  .max(320)
  .regex(/^[^\s@<>]+@[^\s@<>]+$/, "a mail address");

export const MAIL_ROUTES = [
  route({
    id: "newMail",
    tag: "mails",
    title: "Hand in a raw mail; it is kept whole before anything is read, and the same mail again has no second effect",
    method: "POST",
    path: "/mails",
    may: { staff: "admin", key: "mails:write" },
    takes: "mail",
    query: z.strictObject({
      recipient: Recipient.optional().describe("the desk's address with a plus part, if it had one"),
      sender: Email.or(z.literal("")).optional().describe("MAIL FROM; empty for a bounce, left out where it is not known"),
    }),
    output: InboundMail,
    status: 201,
    problems: ["invalid-input", "too-large"],
    async run(ask) {
      const { house, desk, query } = ask;
      const address = await house.database.asDesk(desk, deskAddress, { readOnly: true });
      if (query.recipient !== undefined && withoutPlus(query.recipient) !== address)
        throw new Problem("invalid-input", "The mail is for another desk.", [{ at: "recipient", message: `not an address of this desk, which has ${address}` }]);
      const blob = await house.blobs.keep(ask.mail());
      if (blob.size === 0) throw new Problem("invalid-input", "The mail is empty.", [{ at: "body", message: "a raw mail, as message/rfc822" }]);
      const mail = {
        desk,
        sha: blob.sha256,
        size: blob.size,
        at: house.now(),
        recipient: query.recipient?.toLowerCase() ?? address,
        sender: query.sender ?? null,
        entrance: "api",
        ip: null,
        helo: null,
      };
      const fresh = (await house.database.asDesk(desk, (tx) => keepInbound(tx, [mail]))) === 1;
      if (fresh) ask.ways.read([mail]);
      return reading(ask, ({ tx }) => inboundOne(tx, blob.sha256));
    },
  }),
  route({
    id: "inboundMails",
    tag: "mails",
    title: "Mails that came in, newest first; without a state those that somebody should look at",
    method: "GET",
    path: "/inbound-mails",
    may: ADMIN,
    query: z.strictObject({ ...Paging, state: InboundState.optional() }),
    output: InboundMailPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, ({ tx }) => inboundPage(tx, ask.query)),
  }),
  route({
    id: "inboundMail",
    tag: "mails",
    title: "One mail that came in, with what became of it",
    method: "GET",
    path: "/inbound-mails/{sha}",
    may: { staff: "admin", key: "mails:write" },
    params: Sha,
    output: InboundMail,
    problems: ["not-found"],
    run: (ask) => reading(ask, ({ tx }) => inboundOne(tx, ask.params.sha)),
  }),
  route({
    id: "inboundMailRaw",
    tag: "mails",
    title: "A mail as it came in",
    method: "GET",
    path: "/inbound-mails/{sha}/raw",
    may: ADMIN,
    params: Sha,
    output: "download",
    problems: ["not-found"],
    async run(ask) {
      const sha = await reading(ask, ({ tx }) => inboundBlob(tx, ask.params.sha));
      const bytes = await ask.house.blobs.read(sha);
      if (!bytes) throw new Problem("not-found", "This mail is gone.");
      return { bytes, name: `${sha.slice(0, 12)}.eml`, type: "message/rfc822" };
    },
  }),
  route({
    id: "replayMail",
    tag: "mails",
    title: "Read a mail again that was held back or set aside",
    method: "PUT",
    path: "/inbound-mails/{sha}/replay",
    may: ADMIN,
    params: Sha,
    output: InboundMail,
    problems: ["not-found", "changed-meanwhile"],
    async run(ask) {
      const { house, desk, params } = ask;
      const known = await reading(ask, ({ tx }) => inboundOne(tx, params.sha));
      const mail = await house.database.asDesk(desk, (tx) => keepAgain(tx, params.sha));
      if (!mail)
        throw new Problem("changed-meanwhile", known.ticket === null ? sentence("refused.mail-settled", { state: "elsewhere" }) : sentence("refused.mail-on-ticket", { number: known.ticket }));
      ask.ways.read([mail]);
      return reading(ask, ({ tx }) => inboundOne(tx, params.sha));
    },
  }),
  route({
    id: "outgoingMails",
    tag: "mails",
    title: "Mails on their way out, newest first; without a state those that somebody should look at",
    method: "GET",
    path: "/outgoing-mails",
    may: ADMIN,
    query: z.strictObject({ ...Paging, state: z.enum(OUTGOING_STATES).optional() }),
    output: OutgoingMailPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, ({ tx }) => outgoingPage(tx, ask.house.now(), ask.query)),
  }),
  route({
    id: "settleMail",
    tag: "mails",
    title: "Say what becomes of a mail that is uncertain or was given up",
    method: "PUT",
    path: "/outgoing-mails/{id}/settlement",
    may: { staff: "agent", key: "admin" },
    params: z.object({ id: Id }),
    body: Settlement,
    output: OutgoingMail,
    problems: ["invalid-input", "not-found", "changed-meanwhile"],
    async run(ask) {
      const { house, desk, params, body } = ask;
      await house.database.asDesk(desk, async (tx) => {
        await settleOutbox(tx, params.id, body.as, actorOf(ask.viewer).name, house.now());
        tx.afterCommit(() => house.changed({ desk, ticket: null, event: params.id, kind: "outgoing" }));
      });
      const mail = await reading(ask, ({ tx }) => outgoingOne(tx, house.now(), params.id));
      if (!mail) throw new Problem("not-found", sentence("refused.no-mail"));
      return mail;
    },
  }),
  route({
    id: "ticketMails",
    tag: "mails",
    title: "The mails of a ticket: who sent each and why it is here, and how each that left fared",
    method: "GET",
    path: "/tickets/{number}/mails",
    may: { staff: "agent", key: "tickets:read" },
    params: NumberParam,
    output: TicketMails,
    problems: ["not-found"],
    run: (ask) => reading(ask, (look) => ticketMails(look, ask.params.number)),
  }),
  route({
    id: "mailHealth",
    tag: "mails",
    title: "How the desk's mail fares",
    method: "GET",
    path: "/mail-health",
    may: ADMIN,
    output: MailHealth,
    problems: [],
    async run(ask) {
      const { ways, desk, house } = ask;
      const health = await reading(ask, ({ tx }) => mailHealth(tx, house.now()));
      return { ...health, entrance: ways.entrance && { ...ways.entrance, mostBytes: ways.mostBytes }, out: ways.leaves(desk) ? ("server" as const) : ("caught" as const), signed: ways.signed };
    },
  }),
];

const withoutPlus = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, "@");
