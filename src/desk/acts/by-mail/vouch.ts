// Where the policy wants a mail proven before anybody acts on it: a code to the address on file where nobody can tell, and a word to the staff.
import type { Tx } from "../../../database/tx.ts";
import { phrase } from "../../../words/phrase.ts";
import { deny, hold } from "./act-by-mail.ts";
import { change } from "../../change.ts";
import type { Changed } from "../../changed.ts";
import { isVouching, VOUCHED } from "../../held/vouching.ts";
import type { House } from "../../house.ts";
import type { Verdict } from "../../mails/proof.ts";
import type { Reasoned } from "../../reasoned.ts";
import { lockTicket } from "../../tickets/reads.ts";

/** A mail of a person's, as far as it is proven; `id` is its event's. */
export interface Brought {
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly verdict: Verdict;
  readonly at: number; // epoch ms
  readonly opens: boolean; // a ticket of its own, whose confirmation says what is to be proven
}
/** What the staff are told: that a code is out, that enough were for a day, or that the domain denies the mail. */
export interface Unproven {
  readonly what: "asked" | "denied" | "codes";
  readonly ticket: string;
  readonly language: string;
  readonly asked: string;
  readonly clause: string; // its words
}

/** In the transaction of the mail's event: sends the code that its decision asks for (SPEC 17.13). Null where nothing is to be proven, or a code is out already. */
export async function vouchFor(tx: Tx, house: House, desk: string, done: Changed, mail: Brought): Promise<Unproven | null> {
  const clause = mail.verdict === "pass" ? null : clauseOf(done);
  const ticket = clause && (await lockTicket(tx, done.ticket.id));
  if (!clause || !ticket) return null;
  const asked = phrase(ticket.language, "mail.vouch.asked", { subject: ticket.subject });
  const found = { ticket: ticket.id, language: ticket.language, asked, clause: clause.words };
  if (mail.verdict === "fail") return { what: "denied", ...found };
  if (await isVouching(tx, { ticket: ticket.id, person: mail.by.id, at: house.now() })) return null;
  const said = { text: phrase(ticket.language, "mail.note.vouched", { clause: clause.words }), channel: "mail", language: ticket.language };
  const held = await hold(tx, house, desk, { kind: "note", id: `${mail.id}${VOUCHED}`, by: { kind: "person", ...mail.by }, ticket: ticket.id, said }, asked);
  return { what: held ? "asked" : "codes", ...found };
}

/** After it: the staff see why they are to wait, or that nothing is to be done. */
export async function tellUnproven(house: House, desk: string, { what, ticket, language, asked, clause }: Unproven, { id, by, at, opens }: Brought): Promise<void> {
  const said = { text: phrase(language, "mail.note.unproven", { clause }), channel: "mail", language };
  const act = { kind: "note", id: `${id}:unproven`, by: { kind: "desk", id: null, name: by.name }, ticket, at: at + 1, said } as const;
  if (what === "asked") await change(house, desk, act);
  else await deny(house, desk, act, asked, what === "denied" ? "domain" : "codes", !opens);
}

/** The clause of the decision that wants it proven. */
function clauseOf({ decision, reasons }: Changed): Reasoned | null {
  const asks = decision?.effects.find((e) => e.do === "asks" && e.outcome["proof"] === true);
  return asks && asks.do === "asks" ? (reasons.find((r) => r.id === asks.clause) ?? null) : null;
}
