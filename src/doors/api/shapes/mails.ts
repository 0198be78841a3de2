// Mails: those that came in, those on their way out, and how all of it fares.
import { z } from "zod";
import { VERDICTS } from "../../../desk/mails/proof.ts";
import { OUTGOING_STATES } from "../../../desk/views/outgoing-mails.ts";
import { At, Id, pageOf } from "./basics.ts";
import { named } from "./named.ts";

export const Proof = named(
  "Proof",
  z.object({
    by: z.string().describe("who checked: troth, or the server that is trusted"),
    domain: z.string().nullable().describe("of From"),
    spf: z.string().nullable(),
    dkim: z.string().nullable(),
    dmarc: z.string().nullable(),
    arc: z.string().nullable(),
    verdict: z.enum(VERDICTS).describe("the domain stands behind the mail, denies it, or nobody can tell"),
  }),
);
export const Placed = named(
  "Placed",
  z.object({ how: z.string().describe("answers, number, new, aside …"), foreign: z.string().optional().describe("a number that it quotes and its sender has no right to") }),
);

export const InboundState = z.enum(["kept", "done", "set-aside", "quarantined"]);
export const InboundMail = named(
  "InboundMail",
  z.object({
    sha: z.string(),
    sender: z.string().nullable().describe("MAIL FROM; empty for a bounce, null where it is not known"),
    recipient: z.string(),
    size: z.number().int(),
    at: At,
    entrance: z.string().describe("smtp, api, or an IMAP account"),
    state: InboundState,
    fault: z.string().nullable(),
    proof: Proof.nullable(),
    placed: Placed.nullable(),
    ticket: z.string().nullable().describe("its number"),
  }),
);
export const InboundMailPage = pageOf("InboundMailPage", InboundMail);

export const OutgoingMail = named(
  "OutgoingMail",
  z.object({
    id: Id,
    what: z.string().describe("confirmation, answer, sign-in …"),
    to: z.object({ name: z.string(), address: z.string() }),
    mailId: z.string(),
    ticket: z.string().nullable(),
    state: z.enum(OUTGOING_STATES),
    madeAt: At,
    sentAt: At.nullable(),
    nextTryAt: At.nullable(),
    tries: z.number().int(),
    fault: z.string().nullable(),
    answer: z.string().nullable().describe("of the server that took it"),
    settledAt: At.nullable(),
    settledBy: z.string().nullable(),
  }),
);
export const OutgoingMailPage = pageOf("OutgoingMailPage", OutgoingMail);
export const Settlement = named("Settlement", z.strictObject({ as: z.enum(["sent", "again", "left"]).describe("it counts as sent; it is sent again; one that was given up is left so") }));

export const ReceivedMail = named(
  "ReceivedMail",
  z.object({
    message: Id,
    mailId: z.string().nullable(),
    sender: z.string().nullable().describe("MAIL FROM; empty for a bounce, null where it is not known"),
    recipient: z.string(),
    size: z.number().int(),
    at: At,
    entrance: z.string(),
    proof: Proof.nullable(),
    placed: Placed.nullable(),
  }),
);
export const TicketMails = named("TicketMails", z.object({ received: z.array(ReceivedMail), sent: z.array(OutgoingMail) }));

export const MailHealth = named(
  "MailHealth",
  z.object({
    entrance: z.object({ protocol: z.enum(["smtp", "lmtp"]), host: z.string(), port: z.number().int(), tls: z.boolean(), mostBytes: z.number().int() }).nullable(),
    out: z.enum(["server", "caught"]).describe("by a server, or into the catching mailbox"),
    signed: z.boolean(),
    lastInAt: At.nullable(),
    lastOutAt: At.nullable(),
    queue: z.object({ waiting: z.number().int(), sending: z.number().int(), oldestAt: At.nullable(), uncertain: z.number().int(), failed: z.number().int() }),
    inbound: z.object({ kept: z.number().int(), setAside: z.number().int(), quarantined: z.number().int() }),
    accounts: z.array(z.object({ account: z.string(), lookedAt: At.nullable(), mailAt: At.nullable(), fault: z.string().nullable(), faultAt: At.nullable() })),
    bouncing: z.array(z.object({ address: z.string(), times: z.number().int(), lastAt: At, fault: z.string().nullable() })),
  }),
);
