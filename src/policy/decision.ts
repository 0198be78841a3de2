// What goes into a decision and what comes out. `decide` is pure: the time and the ids are given. Source: DESIGN.md §2.
import type { Clause, Facts, Moment, Policy, Ruling, Section, Slots, Strength, Value } from "./model.ts";

/** Why a promise stands still: something was asked of the customer, or announced maintenance goes on. */
export type PauseReason = "question" | "checklist" | "consent" | "closing" | "maintenance";
/** A time in which a promise's clock stood still; `to` is null while it still does. Epoch ms. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
  readonly reason: PauseReason;
}

/** A promise already made on this subject, as its row says it. Times are epoch milliseconds. */
export interface Running {
  readonly id: string;
  readonly subject: string; // "ticket"
  readonly kind: string; // "first-answer"
  readonly clause: string;
  readonly starts: number;
  readonly due: number | null; // null: promised without a hard limit
  readonly goal: number | null;
  readonly state: "running" | "paused" | "kept" | "broken" | "withdrawn";
  readonly pauses?: readonly Pause[];
  readonly met?: number | null; // when it was done after it had been broken
  /** The calendars by which it was made, where the desk's hours have changed since. */
  readonly calendars?: Policy["calendars"];
}

/** Everything a decision may look at. */
export interface Given {
  readonly moment: Moment;
  readonly at: number; // now, epoch ms
  readonly openedAt: number; // when the ticket was opened, epoch ms
  readonly facts: Facts;
  readonly running?: readonly Running[];
  readonly zone?: string; // the customer's, IANA
  /** The promise that ended, as `subject/kind` (`promise-ended`), or the timer's key (`timer`). */
  readonly about?: string;
  /** When that timer was due: after an outage long before `at`. Epoch ms. */
  readonly rangFor?: number;
  /** What was done by this event, in the words of `stops`: answered, acknowledged, solved … It meets promises. */
  readonly does?: readonly string[];
}

/** An exception to a refusal that was looked at, with the facts that stood against it; of the refusing clause itself, those of its `unless`. SPEC 11.5 */
export interface Tried {
  readonly clause: string;
  readonly facts: Facts; // null: not known
}

/** One clause that applied, with what it rested on. */
export interface Reason {
  readonly clause: string;
  readonly section: Section;
  readonly key: string;
  readonly strength: Strength;
  readonly facts: readonly string[]; // names of the facts it read
  readonly slots: Slots;
  readonly tried?: readonly Tried[]; // of one that refuses
}

/** What follows. Each is carried out by one hand in desk/; those without a hand yet are kept with the decision. */
export type Effect =
  | { readonly do: "set"; readonly fact: string; readonly value: Value; readonly clause: string }
  | { readonly do: "refuse"; readonly why: "scope" | "entitlement"; readonly clause: string; readonly refer?: string; readonly mend?: string }
  | { readonly do: "refer"; readonly to: string; readonly clause: string }
  | {
      readonly do: "promise";
      readonly subject: string;
      readonly kind: string;
      readonly clause: string;
      readonly strength: Strength;
      readonly starts: number;
      readonly due: number | null;
      readonly goal: number | null;
      readonly calendar: string;
      readonly pauses?: readonly Pause[];
    } // one that stands still from its beginning
  | {
      readonly do: "move-promise";
      readonly id: string;
      readonly clause: string;
      readonly due: number | null;
      readonly goal: number | null;
      readonly starts?: number; // where it starts anew
      readonly hours?: true;
    } // moved by a change of the desk's hours
  /** The desk's hours changed and the policy does not let it move: it stays due, with less time for it. By the new hours it would be due at `would`. */
  | { readonly do: "risk-promise"; readonly id: string; readonly clause: string; readonly would: number }
  | { readonly do: "pause-promise"; readonly id: string; readonly kind: string; readonly reason: PauseReason; readonly pauses: readonly Pause[] }
  | { readonly do: "resume-promise"; readonly id: string; readonly kind: string; readonly clause: string; readonly due: number | null; readonly goal: number | null; readonly pauses: readonly Pause[] }
  | { readonly do: "keep-promise"; readonly id: string; readonly at: number; readonly pauses?: readonly Pause[] }
  /** `at` is when its limit passed; `met` when it was done after all, in an event later than that. */
  | { readonly do: "break-promise"; readonly id: string; readonly at: number; readonly met?: number; readonly pauses?: readonly Pause[] }
  /** A broken promise is done after all. */
  | { readonly do: "meet-late"; readonly id: string; readonly at: number }
  | { readonly do: "withdraw-promise"; readonly id: string; readonly clause: string | null; readonly pauses?: readonly Pause[] }
  | { readonly do: "timer"; readonly key: string; readonly at: number; readonly moment: Moment; readonly about: string }
  | { readonly do: "cancel-timer"; readonly key: string }
  /** A running promise comes due soon, and whoever can still act is told. */
  | { readonly do: "warn"; readonly id: string; readonly subject: string; readonly kind: string; readonly clause: string; readonly due: number }
  /** The customer is asked again for what was asked of them. */
  | { readonly do: "remind"; readonly ask: string; readonly clause: string }
  /** What came too late to be of use was left out: a reminder after its occasion, the first of several that were missed. */
  | { readonly do: "drop"; readonly what: "notice" | "remind" | "warn"; readonly clause: string; readonly due: number }
  | ({ readonly do: "ruling"; readonly clause: string } & Omit<Ruling, "appeal">)
  | { readonly do: "notify"; readonly kind: string; readonly to: string; readonly by: readonly string[]; readonly clause: string | null; readonly at?: number; readonly act?: readonly string[] } // what its reader can do from it: the links that it carries
  | OutcomeEffect;

type OutcomeSection = Exclude<Section, "promises" | "notices" | "classify">;
/** Any other section's outcome as its clause says it: charge, accept, offer, ask, queue, escalate, remedy, close, channel … */
export type OutcomeEffect = { [S in OutcomeSection]: { readonly do: S; readonly key: string; readonly clause: string; readonly outcome: Clause["outcome"] } }[OutcomeSection];

/** A table that could not answer because facts are unknown: what it may still say, and what to ask for. */
export interface Open {
  readonly section: Section;
  readonly key: string;
  readonly clauses: readonly string[];
  readonly needs: readonly string[];
}

export interface Decision {
  readonly results: Facts; // `scope`, `entitlement`, `priority`, `charges.quote` … by table
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
  readonly open: readonly Open[];
}
