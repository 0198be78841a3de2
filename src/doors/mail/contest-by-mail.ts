// A mail that plainly says which of the facts it was told is wrong: the contest that it makes; of one that may mean that, the facts that it may mean.
import type { Tx } from "../../database/tx.ts";
import { checkFacts } from "../../desk/acts/records/check-facts.ts";
import type { Event } from "../../desk/event.ts";
import { standingTicket } from "../../desk/joins/reads.ts";
import { isTheirs } from "../../desk/mails/participants.ts";
import { toldFacts } from "../../desk/mails/told-facts.ts";
import type { Verdict } from "../../desk/mails/proof.ts";
import { policyVersion } from "../../desk/policies/running.ts";
import { lockTicket } from "../../desk/tickets/reads.ts";
import { factChoices } from "../../desk/views/fact-text.ts";
import { contestAnswer } from "../../words/contest-answer.ts";
import { phrase } from "../../words/phrase.ts";
import type { Place } from "./place-mail.ts";

export type ContestByMail = { readonly act: Extract<Event, { readonly kind: "claim" }>; readonly asked: string } | { readonly mayContest: readonly string[] };

/** Null where it is a message like any other, or its writer is none of those whose ticket it is. */
export async function contestByMail(
  tx: Tx,
  desk: string,
  place: Extract<Place, { is: "message" }>,
  mail: { readonly text: string; readonly author: string; readonly answers: readonly string[]; readonly verdict: Verdict },
  id: string,
): Promise<ContestByMail | null> {
  if (place.heeds.includes("stranger") || place.broughtBy !== null) return null;
  // Of a ticket that was joined into another its author contests what is decided there: theirs as well, as in the portal.
  const standing = await standingTicket(tx, place.ticket.id);
  const all = await toldFacts(tx, [place.ticket.id, standing], mail.answers);
  if (all.length === 0 || !(await isTheirs(tx, [place.ticket.id, standing], mail.author))) return null;
  const ticket = await lockTicket(tx, standing);
  if (!ticket) return null;
  const { policy } = await policyVersion(tx, desk, ticket.policy);
  const told = all.filter((each) => policy.facts[each.fact]);
  const facts = told.map((each) => {
    const fact = policy.facts[each.fact];
    return { ...each, options: fact ? factChoices(policy, fact, ticket.language) : [] };
  });
  const contested = contestAnswer(mail.text, facts, ticket.refused);
  if (!contested) return null;
  const contests = Object.keys(contested.corrections);
  // Where later words begin a request of their own, an unproven contest is a person's to read there: no code is asked for on the closed one.
  const anew = ticket.status === "closed" && !ticket.refused && (policy.tables["closure/"]?.some((c) => c.outcome["closure"] === "new-ticket") ?? false);
  if (!contested.plain || (anew && mail.verdict !== "pass")) return { mayContest: contests };
  // What the record holds is corrected by the desk: a customer's word changes only what is theirs to say.
  const said = Object.entries(contested.corrections).filter(([, value]) => value !== null);
  const { values: claims } = checkFacts(policy, Object.fromEntries(said), "claims");
  const labels = told.filter((each) => contests.includes(each.fact)).map((each) => each.label);
  return {
    act: { kind: "claim", id, by: { kind: "person", ...place.sender }, ticket: place.ticket.id, claims, contests },
    asked: phrase(ticket.language, "mail.facts.asked", { facts: labels.join(", ") }),
  };
}
