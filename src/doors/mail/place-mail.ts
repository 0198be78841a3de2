// Where a mail belongs: on a ticket that it answers, on one whose number its sender may quote, on a new one, or beside them all.
// Nothing here trusts an address: a mail from a member of staff is a mail like any other, since anyone can write that address.
import type { Tx } from "../../database/tx.ts";
import { openedByMail, type PlacedTicket, ticketOfMailIds, ticketsOfNumbers } from "../../desk/mails/threads.ts";
import { customerOf } from "../../desk/people/reads.ts";
import { knowPerson } from "../../desk/people/writes.ts";
import { policyInForce } from "../../desk/policies/running.ts";
import { clearTopic, type Policy } from "../../policy/index.ts";
import { addressed } from "./addressed.ts";
import { numbersIn } from "./numbers-in.ts";
import type { ReadMail } from "./reading/read-mail.ts";
import { isNobody } from "./reading/robot.ts";

/** So many tickets of one address in an hour are confirmed; more are opened without a mail, so that two robots fall silent. */
export const CONFIRMED_AN_HOUR = 10;
const HOUR = 3_600_000;

export interface Sender { readonly id: string | null; readonly name: string }
export type Place =
  | { readonly is: "ask"; readonly sender: Sender & { readonly id: string }; readonly topic: string | null; readonly quiet: boolean; readonly foreign: string | null; readonly policy: Policy }
  | { readonly is: "message" | "automatic"; readonly sender: Sender; readonly ticket: PlacedTicket; /** By the mail that it answers, or by a number that it quotes. */ readonly by: "answers" | "number" }
  | { readonly is: "aside"; readonly why: string };

export interface Arrived { readonly desk: string; readonly recipient: string; readonly at: number }

/** Looks it up; makes the sender known where a person wrote. */
export async function placeMail(tx: Tx, mail: ReadMail, arrived: Arrived): Promise<Place> {
  const [{ policy }, known, answered] = await Promise.all([
    policyInForce(tx, arrived.desk, arrived.at), mail.from ? customerOf(tx, { email: mail.from.address }) : null,
    ticketOfMailIds(tx, [...mail.answers, ...(mail.robot?.about ?? [])]),
  ]);
  const named = answered ? [] : await ticketsOfNumbers(tx, numbersIn(policy.desk.prefix, mail), known?.person.id ?? null);
  const ticket = answered ?? named.find((t) => t.theirs) ?? null;
  const by = answered ? "answers" : "number";
  const own = mail.from !== null && addressed(mail.from.address).address === policy.desk.address.toLowerCase();
  if (mail.robot || own) {
    const sender = { id: known?.person.id ?? null, name: mail.from?.name || mail.from?.address || "?" };
    return ticket ? { is: "automatic", sender, ticket, by } : { is: "aside", why: own ? "It comes from the desk's own address." : `A machine sent it (${mail.robot?.kind}), and it belongs to no ticket.` };
  }
  if (!mail.from) return { is: "aside", why: "It names no sender." };
  const id = known?.person.id ?? (await knowPerson(tx, arrived.desk, { email: mail.from.address, name: mail.from.name }, arrived.at));
  const name = known?.person.name ?? (mail.from.name || mail.from.address);
  if (ticket) {
    const theirs = named.length > 0 || (await ticketsOfNumbers(tx, [ticket.number], id)).some((t) => t.theirs);
    return { is: "message", sender: { id, name: theirs ? name : `${name} <${mail.from.address}>` }, ticket, by };
  }
  const recent = known ? await openedByMail(tx, id, arrived.at - HOUR, CONFIRMED_AN_HOUR) : 0;
  return { is: "ask", sender: { id, name }, topic: topicOf(policy, mail, arrived.recipient), quiet: recent >= CONFIRMED_AN_HOUR || isNobody(mail.from.address), foreign: named[0]?.number ?? null, policy };
}

/** The topic that the address claims (help+video@…), else the one that the words name beyond doubt. */
function topicOf(policy: Policy, mail: ReadMail, recipient: string): string | null {
  const { plus } = addressed(recipient);
  if (plus !== null && policy.facts["topic"]?.values.includes(plus)) return plus;
  return clearTopic(policy, `${mail.subject}\n${mail.text}`);
}
