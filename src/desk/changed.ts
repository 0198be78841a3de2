// What an event has changed, for whoever took it down the road.
import type { Decision, Facts, Policy, TaxPlace } from "../policy/index.ts";
import type { Event } from "./event.ts";
import type { Reasoned } from "./reasoned.ts";

export interface Changed {
  readonly ticket: { readonly id: string; readonly number: string; readonly revision: number };
  /** Null where nothing was to be decided, or where the event had arrived before. */
  readonly decision: Decision | null;
  readonly reasons: readonly Reasoned[];
  readonly facts: Facts;
  readonly policy: Policy | null;
  readonly repeated: boolean;
  /** Who has the ticket now. */
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** Where the customer is and what they are, for taxes. */
  readonly place: TaxPlace;
  readonly at: number; // epoch ms
  /** It agreed to hours of which nothing is left: nothing was agreed, and what it costs now is offered. */
  readonly spent?: true;
}

/** Takes what follows from an event down the road behind it, in the same transaction. */
export type TakeNext = (event: Event) => Promise<Changed>;
