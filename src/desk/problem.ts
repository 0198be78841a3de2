// The one table of what can go wrong at a door, as problems (RFC 9457). A "no" of the policy is not here: that is a decision.
export const PROBLEMS = {
  "not-found": { status: 404, title: "There is no such thing here." },
  "sign-in-needed": { status: 401, title: "Sign in first." },
  "not-allowed": { status: 403, title: "Your role may not do this." },
  "not-yours": { status: 403, title: "The policy leaves this to somebody else." },
  "invalid-input": { status: 400, title: "The input has faults." },
  "changed-meanwhile": { status: 409, title: "Somebody changed it meanwhile; read it again." },
  "already-taken": { status: 409, title: "Somebody else has it already." },
  "case-closed": { status: 409, title: "This case is closed; it takes nothing more." },
  "not-heard": { status: 409, title: "The person can still answer; decide after that." },
  "not-closable": { status: 409, title: "The policy does not have it closed so. Say what solved it, or close it as unresolved." },
  "not-joinable": { status: 409, title: "These tickets cannot be joined." },
  "not-splittable": { status: 409, title: "This ticket cannot be split." },
  "not-hangable": { status: 409, title: "This ticket cannot be hung on this problem." },
  "key-reused": { status: 422, title: "This idempotency key was used for another request." },
  "still-running": { status: 409, title: "The same request is still being worked on." },
  paused: { status: 503, title: "The desk has paused it; send it again later." },
  "too-many": { status: 429, title: "Too many requests; wait a little." },
  "too-large": { status: 413, title: "That is larger than we take." },
  "policy-refused": { status: 422, title: "The policy has open errors and cannot be activated." },
  "wrong-origin": { status: 403, title: "The request did not come from our own page." },
  unavailable: { status: 503, title: "The desk cannot reach its database just now. Nothing was lost; try again." },
  impossible: { status: 500, title: "Something went wrong on our side. It was written down." },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export interface Fault {
  readonly at: string;
  readonly message: string;
}

/** Thrown by doors and desk; answered once, in one shape. `detail` says how to mend it. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string = PROBLEMS[code].title,
    readonly faults: readonly Fault[] = [],
  ) {
    super(detail);
    this.name = "Problem";
  }
}
