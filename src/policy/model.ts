// The compiled policy as data: what `compile` makes of the text, what `decide` and `check` read. Source: SPEC.md.

import type { AuthorDecision, Place, Suppressed, Vague } from "./author.ts";

export type { AuthorDecision, Place, Suppressed, Vague };

/** A language tag, BCP 47 primary subtag in lower case: `en`, `fr`, `it`, `ro`. */
export type Lang = string;
/** Words per language; an ICU message each. */
export type Words = Readonly<Record<Lang, string>>;

/** A fact's value. Durations are whole milliseconds, money whole cents; `null` is "unknown". */
export type Value = string | number | boolean | null;
/** Facts by name. A name that is absent is unknown. */
export type Facts = Readonly<Record<string, Value>>;

export type FactKind = "one-of" | "ranked" | "yes-no" | "count" | "duration" | "money" | "percent";

export const MOMENTS = [
  "preview",
  "opened",
  "message",
  "finding",
  "consent",
  "answered",
  "worked",
  "booking",
  "session",
  "ruling",
  "promise-ended",
  "timer",
  "closed",
  "period-end",
  "record",
] as const;
export type Moment = (typeof MOMENTS)[number];

export const SOURCES = ["customer", "record", "agent", "door", "clock", "history", "computed", "desk", "human", "policy"] as const;
export type Source = (typeof SOURCES)[number];
export const SUBJECTS = ["ticket", "person", "customer", "booking", "desk", "agent", "promise", "article"] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Fact {
  readonly name: string;
  readonly kind: FactKind;
  /** Values of a `one-of` or `ranked` fact, in rank order (least first) for `ranked`. */
  readonly values: readonly string[];
  readonly unknown: boolean; // may be unknown even after it is known from
  readonly of: Subject;
  readonly source: Source;
  readonly known: Moment;
  readonly asOf: "opening" | "now";
  readonly shown: "customer" | "staff";
  readonly fallback?: Value; // the value where nothing supplies one
  readonly ended?: Value; // of the record: the value once what stood for a time has ended. SPEC 19.2
  readonly label?: Words;
  readonly ask?: Words; // the question that asks the customer for it
  /** Per value: its name for people and words that hint at it in a text. */
  readonly options: Readonly<Record<string, { label?: Words; hints?: Readonly<Record<Lang, readonly string[]>> }>>;
  /** A count over the past: events of a name, by whom, in how long a window, up to which moment. SPEC counts. */
  readonly counts?: { readonly of: string; readonly by: "customer" | "person"; readonly in: Duration; readonly until: "this-event" | "now" };
  readonly builtIn: boolean;
  readonly place?: Place;
}

/** A condition in negation normal form. Ranges are half-open [from, to) over whole numbers. SPEC conditions. */
export type Condition =
  | { readonly is: "always" }
  | { readonly is: "in"; readonly fact: string; readonly values: readonly Value[] } // may contain null: unknown
  | { readonly is: "range"; readonly fact: string; readonly from: number; readonly to: number }
  | { readonly is: "all"; readonly of: readonly Condition[] }
  | { readonly is: "any"; readonly of: readonly Condition[] };

export type Strength = "must" | "goal" | "may";
export type Audience = "public" | "customer" | "agent";

export const UNITS = ["minutes", "hours", "days", "weeks", "months", "years", "working minutes", "working hours", "working days"] as const;
export type Unit = (typeof UNITS)[number];
/** A length of time as written: "2 working days". Hours elapse; days, weeks and months are wall time. SPEC time. */
export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
}
export interface Money {
  readonly cents: number;
  readonly currency: string;
}
/** Written `{ undecided: "a few hours" }`: the seed's vague word, kept until a decision gives the value. */
export interface Undecided {
  readonly undecided: string;
}

/** A value that words may name as a slot. `name` slots carry their own words per language. */
export type Slot =
  | { readonly type: "duration"; readonly value: Duration }
  | { readonly type: "money"; readonly value: Money }
  | { readonly type: "count"; readonly value: number }
  | { readonly type: "percent"; readonly value: number }
  | { readonly type: "name"; readonly value: Words }
  | { readonly type: "list"; readonly value: readonly Slot[] };
/** Slots by name; paths of the rule joined by underscores: `must`, `then_price`. */
export type Slots = Readonly<Record<string, Slot>>;

export const SECTIONS = [
  "classify",
  "cases",
  "conduct",
  "scope",
  "entitlement",
  "channels",
  "bookings",
  "allowances",
  "charges",
  "conditions",
  "queue",
  "asks",
  "promises",
  "offers",
  "notices",
  "escalations",
  "remedies",
  "closure",
  "upkeep",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What a clause does, normalised; its fields are the section's (sections.ts), e.g. `{ scope: "out", refer: "isp" }`. */
export type Outcome = Readonly<Record<string, unknown>>;

export interface Ruling {
  readonly role: string;
  readonly options: readonly string[];
  readonly hearing: boolean;
  readonly hear?: Duration; // so long the person can answer before it is decided
  readonly appeal?: string; // the role that hears it
  readonly contest?: Duration; // so long after the decision it can be appealed
  readonly review?: Duration; // within which an appeal is decided
  readonly lapse?: Duration; // undecided that long, it lapses
}

export interface Clause {
  readonly id: string;
  readonly number: string; // "4.2", its place on the page
  readonly section: Section | "statements";
  /** The table within the section: "first-answer", "quote"; one first-match table per key. SPEC keyed. */
  readonly key: string;
  readonly strength: Strength;
  readonly at: readonly Moment[];
  readonly when: Condition;
  readonly reads: readonly string[]; // facts named in `when` and `unless`
  readonly spares: readonly string[]; // those of `unless`
  readonly over: readonly string[];
  readonly evenIfRefused: boolean;
  readonly outcome: Outcome;
  readonly slots: Slots;
  readonly words: Words;
  readonly audience: Audience;
  readonly ruling?: Ruling; // a `may` clause's
  readonly decidedBy?: string; // the author's decision that added it
  readonly suppress: readonly { code: string; reason: string }[];
  readonly place?: Place;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
} // minutes of the day; to may exceed 1440 (past midnight)
export interface Calendar {
  readonly id: string;
  readonly name: Words;
  readonly zone: string; // IANA; the desk's where the hours follow the customer
  readonly zoneOf?: "customer"; // its hours hold in the zone of whoever asks
  readonly always: boolean;
  /** Index 0 is Monday. Empty array: closed that day. */
  readonly week: readonly (readonly Interval[])[];
  readonly holidays?: { readonly country: string; readonly region?: string };
  /** Dates "YYYY-MM-DD" with their own intervals; empty: closed. Beats holidays and week. */
  readonly except: Readonly<Record<string, readonly Interval[]>>;
  readonly undecided?: string; // hours not decided yet: the vague word
  readonly announce?: Duration; // lead with which a closure is announced
  readonly place?: Place;
}

export interface Document {
  readonly id: string;
  readonly version: string;
  readonly title: Words;
  readonly words: Words;
  readonly place?: Place;
}
export interface Named {
  readonly id: string;
  readonly name: Words;
  readonly url?: string;
  readonly place?: Place;
}

export interface SectionHead {
  readonly section: Section | "statements";
  readonly number: number;
  readonly title: Words;
}

export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly effective: string; // YYYY-MM-DD
  readonly title: Words;
  readonly intro: Words;
  readonly desk: {
    readonly name: Words;
    readonly prefix: string; // of ticket numbers, "OC"
    readonly languages: readonly Lang[]; // the first is the desk's
    readonly zone: string;
    readonly address: string; // help@<desk>.example
    readonly phone?: string;
    readonly colour?: string;
  };
  readonly money: { readonly currency: string; readonly tax: readonly { rate: number; country?: string; customer?: "business" | "private"; name: Words }[] };
  readonly facts: Readonly<Record<string, Fact>>; // declared and built in
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly documents: Readonly<Record<string, Document>>;
  readonly parties: Readonly<Record<string, Named>>; // third parties that `refer` names
  readonly roles: Readonly<Record<string, Named>>;
  readonly things: Readonly<Record<string, Named>>; // products and places that words name
  readonly heads: readonly SectionHead[]; // sections in the order of the page
  /** Clauses of each table in order, by `section/key`. */
  readonly tables: Readonly<Record<string, readonly Clause[]>>;
  readonly clauses: readonly Clause[]; // all, statements too, in the order of the page
  readonly statements: readonly Clause[];
  readonly decisions: readonly AuthorDecision[];
  readonly suppress: readonly Suppressed[]; // warnings silenced at what is no clause, or at one
  readonly vague: readonly Vague[]; // undecided values that no decision gave
}

export type Severity = "error" | "warning" | "note";
/** What the checker or the compiler has to say. `key` is stable and quoted by decisions. SPEC findings. */
export interface Finding {
  readonly code: string; // "E-GAP"
  readonly severity: Severity;
  readonly at: string; // "charges/overrun" or a clause id
  readonly clauses: readonly string[];
  readonly message: string; // one sentence, as a person would say it
  readonly example?: Facts; // the customer for whom it goes wrong
  readonly mend?: string; // how to mend it
  readonly key: string; // "E-GAP charges/overrun 5f3a9c"
  readonly place?: Place;
  readonly decided?: string; // the author's decision that settles it
}
