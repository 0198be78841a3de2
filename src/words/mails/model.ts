// What a mail to a customer is made of: plain data, filled by whoever sends it. Times are epoch milliseconds.
import type { Lang, Money, Strength } from "../../policy/model.ts";
import type { AllowanceLeft } from "../allowance.ts";
import type { ClauseText } from "../clause.ts";

/** A mail ready to send. `text` and `html` say the same. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailDesk {
  readonly name: string; // in the reader's language
  readonly address: string; // "help@orthocab.example"
  readonly url: string; // the desk's own address, no slash at the end: its policy is `${url}/policy`
  readonly colour?: string; // "#0a5c8f"
}

export interface MailReader {
  readonly name?: string;
  readonly lang: Lang;
  readonly zone: string; // IANA; due times are said in it
}

export interface MailTicket {
  readonly number: string; // "OC-1042"
  readonly subject: string; // as the customer wrote it
  readonly url: string; // where the reader follows it
}

/** What every mail about a ticket needs. */
export interface TicketMail {
  readonly desk: MailDesk;
  readonly reader: MailReader;
  readonly ticket: MailTicket;
  readonly continues?: { readonly number: string; readonly clauses: readonly ClauseText[] }; // the closed ticket on which the request was written, and why that is not opened again
  readonly silentNext?: string; // where the reader finds their requests: those of the next minutes get no mail of their own
}

/** A promise as it was made: its due time, its aim, and the clause that makes it. */
export interface MailPromise {
  readonly kind: string; // "first-answer"
  readonly strength: Strength;
  readonly due: number | null;
  readonly goal: number | null;
  readonly clause: ClauseText;
}

/** A price before it is agreed: net, each tax, and what is to pay, in whole cents. Rates in percent. */
export interface MailQuote {
  readonly net: Money;
  readonly taxes: readonly { readonly name: string; readonly rate: number; readonly amount: Money }[];
  readonly gross: Money;
}

/** A fact of the reader's own as a mail tells it, with the number that names it; `fact` is its name in the policy. */
export interface MailFact {
  readonly n: number;
  readonly fact: string;
  readonly label: string;
  readonly text: string;
}

/** What follows from a closing: what is charged, and what is taken from an allowance with what is left of it. */
export interface MailFollows {
  readonly quote?: MailQuote;
  readonly taken?: AllowanceLeft & { readonly quantity: number };
}

/** A price with the conditions to accept with it, as the customer has it before them. */
export interface MailOffer {
  readonly key: string; // quote, overrun, recovery
  readonly allowance?: AllowanceLeft; // where it costs what is left of one, and no money
  readonly words?: string; // what a price that a person quotes is for
  readonly quote: MailQuote;
  readonly documents: readonly { readonly title: string; readonly version: string; readonly words: string }[];
}

/** One piece of a mail; the layout writes each as text and as HTML. */
export type Block =
  | { readonly is: "text"; readonly text: string; readonly strong?: boolean }
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "rows"; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly is: "clause"; readonly clause: ClauseText }
  | { readonly is: "link"; readonly label: string; readonly url: string; readonly main?: boolean }
  /** What a person wrote; `html` only if it has been sanitised. */
  | { readonly is: "message"; readonly text: string; readonly html?: string };
