// What the desk stands on: the database, the files, the clock, the address. Made once in main.ts and handed down.
import type { Blobs } from "../database/blobs.ts";
import type { Database } from "../database/connect.ts";

export interface House {
  readonly database: Database;
  readonly blobs: Blobs;
  /** Now, in epoch milliseconds; injected, so that a test can step through a year. */
  readonly now: () => number;
  /** Where customers reach us, no slash at the end: "https://help.example". */
  readonly publicUrl: string;
  /** Mail to the desks' addresses with a plus part arrives (RFC 5233): each ticket gets an address of its own to answer to. */
  readonly subaddresses?: boolean;
  /** Webhooks may go to addresses of this machine and of private networks. */
  readonly webhooksInside?: boolean;
  /** The server's secret; signatures and keys are derived from it. */
  readonly secret: string;
  /** Told after each commit what changed, so that pages can be live. */
  readonly changed: (news: News) => void;
}

/** Ids alone: who listens reads again with their own rights. */
export interface News {
  readonly desk: string;
  readonly ticket: string | null;
  readonly event: string;
  readonly kind: string;
}
