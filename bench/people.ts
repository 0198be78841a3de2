// The customers of the bench: as many offices as a busy vendor has, so that no row is everybody's.

export const OFFICES = 500;
export const PEOPLE = 2_000;

export const emailOf = (n: number): string => `person${n % PEOPLE}@office${(n % PEOPLE) % OFFICES}.bench.example`;
export const nameOf = (n: number): string => `Person ${n % PEOPLE}`;

/** What they write: a real request's length, never twice the same. */
export function requestText(n: number, words: string): string {
  return `Good morning,\n\nsince yesterday our clients cannot upload their documents in the portal: the page waits and then says that the file was not taken. We tried two browsers and a telephone. It concerns folder ${n} and the request list of this quarter (${words}).\n\nCould you look at it before the deadline? Thank you.\nOffice ${n % OFFICES}`;
}
