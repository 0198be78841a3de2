// The port through which webhooks leave: what is posted where.
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Resolves with the status once the other side has taken it (2xx). Throws Refused where trying again is of no use, anything else where it may help; the message says why. */
export type Poster = (post: Post) => Promise<string>;
