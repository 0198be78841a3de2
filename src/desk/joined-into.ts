// What an event finds where its ticket goes on as a part of another: thrown inside a transaction that is undone by it and taken again for the one that stands.

export class JoinedInto extends Error {
  readonly ticket: string;
  readonly standing: string;

  constructor(ticket: string, standing: string) {
    super(`${ticket} goes on as ${standing}`);
    this.ticket = ticket;
    this.standing = standing;
  }
}
