// What the author of a policy left open, settled and silenced, and where it stands in the text.

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A settlement of findings by the policy's author. SPEC decisions. */
export interface AuthorDecision {
  readonly id: string;
  readonly date: string;
  readonly author: string;
  readonly quotes: readonly { text: string; place?: string }[];
  readonly readings: readonly string[];
  readonly choice: string;
  readonly reason: string;
  readonly settles: readonly string[]; // finding keys: "E-GAP charges/overrun 5f3a9c"
  readonly place?: Place;
}

/** A warning that the author silences; `at` is what the finding stands at, "promises/ticket/first-answer" or "office". */
export interface Suppressed {
  readonly at: string;
  readonly code: string;
  readonly reason: string;
  readonly place?: Place;
}

/** A value the text left open. `path` is the value's place in the policy, "promises/urgent-answer/goal". */
export interface Vague {
  readonly path: string;
  readonly word: string;
  readonly place?: Place;
}
