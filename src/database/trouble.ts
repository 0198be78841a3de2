// A fault of the surroundings that a person can mend: what is wrong in one sentence, what to do in another.

/** Thrown where the machine, not the caller, is at fault: a full disk, a lost database, a second server. */
export class Trouble extends Error {
  /** One sentence, imperative: what the person who runs the server does about it. */
  readonly mend: string;

  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Trouble";
    this.mend = mend;
  }
}
