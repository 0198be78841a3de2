// What the API knows of the house's mail: which ways stand open, and who reads what is kept.
import type { InboundMail } from "../../desk/mails/writes.ts";

export interface MailWays {
  /** Where mail comes in; null where nothing listens. */
  readonly entrance: { readonly protocol: "smtp" | "lmtp"; readonly host: string; readonly port: number; readonly tls: boolean } | null;
  /** The largest mail that is taken, in bytes. */
  readonly mostBytes: number;
  /** True where this desk's mails leave by a server. */
  readonly leaves: (desk: string) => boolean;
  readonly signed: boolean;
  /** Lets mails be read that are kept. */
  readonly read: (mails: readonly InboundMail[]) => void;
}

/** A house whose mail doors are shut: what is kept is read by the worker's next round. */
export const SHUT: MailWays = { entrance: null, mostBytes: 25_000_000, leaves: () => false, signed: false, read: () => undefined };
