// A mailbox elsewhere that one desk reads: where it is, how we are let in, what becomes of a mail there once it is here.

import type { Bearer } from "../oauth/bearer.ts";

export interface ImapAccount {
  readonly desk: string;
  readonly host: string;
  readonly port: number;
  readonly secure: boolean; // TLS from the first byte; else STARTTLS, which only loopback may do without
  readonly user: string;
  readonly access: { readonly password: string } | Bearer;
  readonly folder: string;
  /** What becomes of a mail there that is kept here. */
  readonly then: "seen" | "delete" | "keep";
  /** The authserv-id (RFC 8601) of the server that took the mail in for this account; its results are believed. */
  readonly trust: string | null;
}

/** The account's name, without what opens it. */
export const imapName = ({ user, host, folder }: ImapAccount): string => `${user}@${host}/${folder}`;
