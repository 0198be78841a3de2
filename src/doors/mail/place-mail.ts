// Where a mail belongs: on a ticket that it answers, on one whose number its sender may quote, on a new one, or beside them all.
// Nothing here trusts an address: a mail from a member of staff never speaks for the desk, since anyone can write that address.
import type { Tx } from "../../database/tx.ts";
import type { Copied, Heed } from "../../desk/event.ts";
import { type Standing, standingOn } from "../../desk/mails/participants.ts";
import type { Verdict } from "../../desk/mails/proof.ts";
import { CONFIRMED_AT_ONCE } from "../../desk/mails/heard-enough.ts";
import { quickCommit } from "../../desk/mails/quick-commit.ts";
import { numberOfReply } from "../../desk/mails/reply-address.ts";
import { isKnownMail, openedByMail, type PlacedTicket, ticketOfMailIds, ticketsOfNumbers } from "../../desk/mails/threads.ts";
import { customerOf } from "../../desk/people/reads.ts";
import { sameRequest } from "../../desk/splits/reads.ts";
import { knowPerson } from "../../desk/people/writes.ts";
import { policyInForce } from "../../desk/policies/running.ts";
import { clearTopic, type Policy } from "../../policy/index.ts";
import { addressed } from "./addressed.ts";
import { authorOf, copiedIn, domainOf } from "./author.ts";
import { broughtIn } from "./brought-in.ts";
import { numbersIn } from "./numbers-in.ts";
import type { Mailbox, ReadMail } from "./reading/read-mail.ts";
import { isNobody } from "./reading/robot.ts";

/** So many tickets of one address in an hour, and CONFIRMED_AT_ONCE in ten minutes, are answered by the desk itself; more are opened without a mail, so that two robots fall silent. */
export const CONFIRMED_AN_HOUR = 10;
const MINUTE = 60_000;

export interface Sender {
  readonly id: string | null;
  readonly name: string;
}
interface Taken {
  readonly sender: Sender & { readonly id: string };
  readonly heeds: readonly Heed[];
  readonly copied: readonly Copied[];
  readonly broughtBy: string | null;
}
export type Place =
  | (Taken & {
      readonly is: "ask";
      readonly topic: string | null;
      readonly quiet: boolean; // no mail for it
      readonly last: boolean; // the next ones get no mail for a while, and this one's says so
      readonly foreign: string | null;
      readonly answerTo: string | null;
      readonly policy: Policy /** The mail whose words these are: the one that arrived, or one inside it. */;
      readonly mail: ReadMail;
    })
  | (Taken & { readonly is: "message"; readonly ticket: PlacedTicket; readonly by: By; readonly forAnother: boolean /** From where its requester asked answers to go: no proof of theirs. */ })
  | { readonly is: "automatic"; readonly sender: Sender; readonly ticket: PlacedTicket; readonly by: By }
  | { readonly is: "aside"; readonly why: string };
/** By the mail that it answers, by the ticket's own address, or by a number that it quotes. */
type By = "answers" | "address" | "number";

export interface Arrived {
  readonly desk: string;
  readonly recipient: string;
  readonly envelope: string | null;
  readonly at: number;
  readonly secret: string;
  readonly verdict: Verdict | null;
}

/** Looks it up; makes the sender known where a person wrote. */
export async function placeMail(tx: Tx, mail: ReadMail, arrived: Arrived): Promise<Place> {
  const { desk, at } = arrived;
  const [{ policy }, knownFrom, answered, repeated] = await Promise.all([
    // one burst: most mails need no more
    policyInForce(tx, desk, at),
    mail.from ? customerOf(tx, { email: mail.from.address }) : null,
    ticketOfMailIds(tx, [...mail.answers, ...(mail.robot?.about ?? [])]),
    mail.mailId !== null && isKnownMail(tx, mail.mailId),
    quickCommit(tx), // the event's own commit takes a new person along
  ]);
  const own = (address: string): boolean => addressed(address).address === policy.desk.address.toLowerCase();
  const { author, replyTo, broughtBy } = authorOf(mail, own, arrived.envelope);
  const known = author === mail.from ? knownFrom : author && (await customerOf(tx, { email: author.address }));
  // A mail that told of several tickets of one request is answered at that one whose address, or whose number alone, the answer names.
  const meant = answered && (await partMeant(tx, answered, mail, arrived, own, policy.desk.prefix));
  const found = meant?.ticket ?? answered ?? (await ticketOfAddress(tx, mail, arrived, own));
  const by = meant?.by ?? (answered ? "answers" : "address");
  if (!isPersons(mail, policy.desk.address) || (author && own(author.address))) {
    const sender = { id: known?.person.id ?? null, name: author?.name || author?.address || "?" };
    return found
      ? { is: "automatic", sender, ticket: found, by }
      : { is: "aside", why: mail.robot ? `A machine sent it (${mail.robot.kind}), and it belongs to no ticket.` : "It comes from the desk's own address." };
  }
  if (!author) return { is: "aside", why: "It names no sender." };
  const stands: Standing = found ? await standingOn(tx, found.id, author.address) : "nobody";
  const named = found ? [] : await ticketsOfNumbers(tx, numbersIn(policy.desk.prefix, mail), author.address);
  // Who was taken off a ticket does not get back on it by answering an old mail.
  const ticket = (stands === "removed" ? null : found) ?? named.find((t) => t.theirs) ?? null;
  const inside = ticket ? null : await broughtIn(tx, mail, author, arrived.verdict);
  const writer: Mailbox = inside?.author ?? author;
  const writerKnown = inside ? await customerOf(tx, { email: writer.address }) : known;
  const id = writerKnown?.person.id ?? (await knowPerson(tx, desk, { email: writer.address, name: writer.name }, at));
  const name = writerKnown?.person.name ?? (writer.name || writer.address);
  // A mail that its domain denies brings nobody along.
  const { copied, many } = arrived.verdict === "fail" ? { copied: [], many: false } : copiedIn(inside ? { ...mail, to: inside.mail.to } : mail, writer, own);
  const heeds: Heed[] = [...(repeated ? ["same-mail-id" as const] : []), ...(many ? ["many-recipients" as const] : [])];
  if (ticket) {
    const stranger = ticket === found && stands === "nobody";
    return {
      is: "message",
      sender: { id, name: stranger ? `${name} <${writer.address}>` : name },
      heeds: stranger ? [...heeds, "stranger"] : heeds,
      copied: stranger ? [] : copied,
      broughtBy,
      ticket,
      by: ticket === found ? by : "number",
      forAnother: (ticket === found ? stands : await standingOn(tx, ticket.id, writer.address)) === "answered",
    };
  }
  const opened = writerKnown ? await openedByMail(tx, id, at - 60 * MINUTE, CONFIRMED_AN_HOUR) : [];
  const lately = opened.filter((moment) => moment > at - 10 * MINUTE).length;
  const quiet = opened.length >= CONFIRMED_AN_HOUR || lately >= CONFIRMED_AT_ONCE || isNobody(writer.address);
  return {
    is: "ask",
    sender: { id, name },
    topic: topicOf(policy, mail, arrived.recipient),
    quiet,
    last: !quiet && (opened.length === CONFIRMED_AN_HOUR - 1 || lately === CONFIRMED_AT_ONCE - 1),
    foreign: named[0]?.number ?? (found && stands === "removed" ? found.number : null),
    policy,
    heeds,
    copied,
    broughtBy: inside?.broughtBy ?? broughtBy,
    mail: inside?.mail ?? mail,
    // Somebody known whose mail nobody stands behind may be somebody else: their answers go where they always went.
    answerTo: replyTo && !inside && (!writerKnown?.person.organisation || arrived.verdict === "pass" || domainOf(replyTo.address) === domainOf(author.address)) ? replyTo.address.toLowerCase() : null,
  };
}

/** The ticket whose own address the mail came to: only those have it whom the ticket wrote to. */
async function ticketOfAddress(tx: Tx, mail: ReadMail, { desk, secret, recipient }: Arrived, own: (address: string) => boolean): Promise<PlacedTicket | null> {
  for (const address of [recipient, ...mail.to.map((box) => box.address)]) {
    const number = own(address) ? numberOfReply(secret, desk, addressed(address).plus) : null;
    const [ticket] = number === null ? [] : await ticketsOfNumbers(tx, [number], "");
    if (ticket) return ticket;
  }
  return null;
}

/** Another ticket of the same request, as the answer's address or the one other number in its subject and its own words says; null where it names none. */
async function partMeant(tx: Tx, answered: PlacedTicket, mail: ReadMail, arrived: Arrived, own: (address: string) => boolean, prefix: string): Promise<{ ticket: PlacedTicket; by: By } | null> {
  const addressed = await ticketOfAddress(tx, mail, arrived, own);
  if (addressed && addressed.id !== answered.id && (await sameRequest(tx, answered.id, addressed.id))) return { ticket: addressed, by: "address" };
  const others = numbersIn(prefix, { subject: mail.subject, text: mail.text, whole: "" }).filter((number) => number !== answered.number);
  if (others.length === 0) return null;
  const family: PlacedTicket[] = [];
  for (const ticket of await ticketsOfNumbers(tx, others, "")) if (ticket.id !== answered.id && (await sameRequest(tx, answered.id, ticket.id))) family.push(ticket);
  return family.length === 1 ? { ticket: family[0]!, by: "number" } : null;
}

/** A machine's mail is nobody's. What comes through a list that is the desk's own address is its customers'. */
function isPersons({ robot }: ReadMail, address: string): boolean {
  if (robot?.kind !== "list") return robot === null;
  const own = address.toLowerCase();
  return robot.list.some((name) => name === own || name === own.replace("@", "."));
}

/** The topic that the address claims (help+video@…), else the one that the words name beyond doubt. */
function topicOf(policy: Policy, mail: ReadMail, recipient: string): string | null {
  const { plus } = addressed(recipient);
  if (plus !== null && policy.facts["topic"]?.values.includes(plus)) return plus;
  return clearTopic(policy, mail);
}
