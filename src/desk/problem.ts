// The one table of what can go wrong at a door, as problems (RFC 9457). A "no" of the policy is not here: that is a decision.
import { sentence, type Sentence } from "../words/phrase.ts";

/** The kinds, each with its HTTP status; what a kind is called is the phrase `refused.is.<kind>`. */
export const PROBLEMS = {
  "not-found": 404,
  "sign-in-needed": 401,
  "not-allowed": 403,
  "not-yours": 403,
  "invalid-input": 400,
  "changed-meanwhile": 409,
  "already-taken": 409,
  "case-closed": 409,
  "not-heard": 409,
  "not-closable": 409,
  "not-joinable": 409,
  "not-splittable": 409,
  "not-hangable": 409,
  "key-reused": 422,
  "still-running": 409,
  paused: 503,
  "too-many": 429,
  "too-large": 413,
  "policy-refused": 422,
  "wrong-origin": 403,
  unavailable: 503,
  impossible: 500,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export interface Fault {
  readonly at: string;
  readonly message: string;
  /** The message in the language of its reader, where a person may read it. */
  readonly said?: Sentence;
}

/** A fault that is said to people, each in their language. */
export const faultSaid = (at: string, said: Sentence): Fault => ({ at, message: said("en"), said });

/**
 * Thrown by doors and desk; answered once, in one shape. What it says how to mend is a sentence, for it is read by people in their language; what only the
 * maker of a program meets is English text. `detail` is the English of either.
 */
export class Problem extends Error {
  readonly detail: string;
  /** Null where it is said in English alone. */
  readonly said: Sentence | null;

  constructor(
    readonly code: ProblemCode,
    detail: string | Sentence = sentence(`refused.is.${code}`),
    readonly faults: readonly Fault[] = [],
  ) {
    super(typeof detail === "string" ? detail : detail("en"));
    this.name = "Problem";
    this.detail = this.message;
    this.said = typeof detail === "string" ? null : detail;
  }
}
