// What an event says to people: the requester, whoever was copied in, the authors of joined tickets, the expert and the roles. Rows of the outbox, with what each was told, and who was not.
import type { Tx } from "../database/tx.ts";
import { checklistsOf, openItems } from "./checklists/reads.ts";
import { authorAtHand } from "./hands/author-at-hand.ts";
import { lateAnswer } from "./hands/late-answer.ts";
import { tellStaff } from "./hands/tell-staff.ts";
import { concernsAuthors } from "./hands/to-joined.ts";
import { keepTold, shownAfter } from "./hands/told.ts";
import { keepAnew, toldAnew } from "./hands/told-anew.ts";
import { keepUntold } from "./hands/untold.ts";
import type { House } from "./house.ts";
import { joinedAuthors } from "./joins/reads.ts";
import { copiedOn } from "./mails/participants.ts";
import { type Around, outgoing } from "./outgoing.ts";
import type { Plan } from "./plan.ts";

export interface Saying extends Omit<Around, "expert" | "copied" | "joined" | "author" | "todo" | "late" | "plan"> {
  readonly expert: { readonly id: string; readonly name: string } | null; // who has the ticket now
}

/** Adds it to the plan: after everything that the mails speak of stands there. */
export async function sayAll(tx: Tx, house: House, about: Saying, plan: Plan): Promise<void> {
  const { desk, ticket, number, at, language, zone, event, found, decision, reasons, expert, escalated, closing } = about;
  const copied = event.kind === "answer" ? await copiedOn(tx, ticket) : [];
  const joined = concernsAuthors({ event, plan, decision }, closing !== null) ? await joinedAuthors(tx, ticket) : [];
  const author = await authorAtHand(tx, event, found, decision, { ticket, number, language, zone });
  const todo = event.kind === "timer" && event.about.startsWith("ask/") ? openItems(await checklistsOf(tx, ticket)) : [];
  const late = await lateAnswer(tx, house, event, found, { desk, ticket, number, at, language, zone }, plan);
  const { mail, writes } = outgoing(house, { ...about, plan, expert: expert?.name ?? null, copied, joined, author, todo, late });
  plan.writes.push(...writes);
  keepAnew(plan, toldAnew(event, found.promises), mail, at);
  if (decision) keepTold(plan, decision.effects, found.promises, { mail, page: shownAfter(event, decision.effects, reasons), at });
  const inside = await tellStaff(tx, house, { desk, event, found, decision, at, number, assignee: expert, escalated });
  plan.writes.push(...inside.writes);
  keepUntold(plan, [...author.untold, ...inside.untold]);
}
