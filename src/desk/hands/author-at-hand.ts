// Who wrote the words that a decision is about: whom a notice `to: author` means. SPEC 9.4
import type { Tx } from "../../database/tx.ts";
import type { Decision } from "../../policy/index.ts";
import { isSpoken } from "../../words/languages.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import { type JoinedAuthor, joinedAuthors } from "../joins/reads.ts";
import { standingOn } from "../mails/participants.ts";
import { customerOf } from "../people/reads.ts";
import { noticesFor, type Untold } from "./untold.ts";

/** The clauses that they are told, and by which mail: the requester's, one of their own, or none with the reason. */
export interface ToldAuthor {
  readonly clauses: readonly string[];
  readonly id: string | null; // of the person
  readonly requester: boolean;
  readonly other: JoinedAuthor | null; // anybody but the requester: the ticket that is theirs
  readonly untold: readonly Untold[];
}

const NOBODY: ToldAuthor = { clauses: [], id: null, requester: false, other: null, untold: [] };

/** The author as the decision's notices mean them. What somebody writes down for the customer is the requester's; where the event has no words, the last that a customer wrote count. */
export async function authorAtHand(tx: Tx, event: Event, found: Case, decision: Decision | null, about: Pick<JoinedAuthor, "ticket" | "number" | "language" | "zone">): Promise<ToldAuthor> {
  const { clauses, untold } = noticesFor(found.running.policy, decision, "author");
  if (clauses.length === 0) return { ...NOBODY, untold };
  const nobody = (why: Untold["why"]): ToldAuthor => ({ ...NOBODY, untold: [...untold, ...clauses.map((clause) => ({ clause, to: "author", why }))] });
  if (event.kind === "ask") return { ...NOBODY, clauses, requester: true, untold };
  const requester = found.ticket?.requester ?? null;
  const wrote = event.by.kind === "person" ? event.by.id : SAYS.has(event.kind) ? requester : await lastWriter(tx, about.ticket);
  if (wrote === null) return nobody("nobody-wrote");
  const quiet = (event.kind === "message" || event.kind === "claim") && event.quiet === true;
  if (quiet) return nobody("too-many");
  if (wrote === requester) return { clauses, id: wrote, requester: true, other: null, untold };
  const joined = (await joinedAuthors(tx, about.ticket)).find((author) => author.id === wrote);
  if (joined) return { clauses, id: wrote, requester: false, other: joined, untold };
  const person = (await customerOf(tx, { id: wrote }))?.person;
  if (!person) return nobody("nobody-wrote");
  const stands = await standingOn(tx, about.ticket, person.email);
  if (stands === "removed") return nobody("removed");
  if (stands === "nobody") return nobody("stranger");
  const { email: address, name, zone } = person;
  const language = isSpoken(person.language ?? "") ? person.language! : about.language;
  return { clauses, id: wrote, requester: false, other: { ...about, id: wrote, name, address, language, zone: zone ?? about.zone, sees: stands === "theirs" }, untold };
}

/** Events that are a customer's words though staff or a program wrote them down. */
const SAYS: ReadonlySet<Event["kind"]> = new Set<Event["kind"]>(["message", "claim", "tick"]);

/** Who wrote the last words of a customer on the ticket, or on one that is joined to it; null where they are nobody's any more. */
async function lastWriter(tx: Tx, ticket: string): Promise<string | null> {
  const [row] = await tx.query<{ author: string | null }>(
    "select author from messages where desk = troth_desk() and ticket in (select joined_with($1)) and kind = 'message' order by at desc, id desc limit 1",
    [ticket],
  );
  return row?.author ?? null;
}
