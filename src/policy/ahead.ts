// What the desk announces ahead to everybody, maintenance and new versions: promised of no ticket, and without a clock. SPEC 14.7, 22.2.

const AHEAD: readonly unknown[] = ["maintenance", "policy"];

/** Whether a promise of notice about this subject is measured when it is announced. */
export const isAhead = (subject: unknown): boolean => AHEAD.includes(subject);
