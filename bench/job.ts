// What the client's process can be asked to do, and what it answers.

export type Job =
  /** Bare transactions on the database, as the ceiling. */
  | { readonly kind: "transactions"; readonly databaseUrl: string; readonly secret: string; readonly connections: number; readonly seconds: number }
  /** Tickets by HTTP. */
  | { readonly kind: "create"; readonly url: string; readonly key: string; readonly connections: number; readonly seconds: number }
  /** GET of each path in turn, one after the other. */
  | { readonly kind: "get"; readonly url: string; readonly key: string; readonly paths: readonly string[]; readonly warm: number }
  /** Mails by SMTP until each one's ticket can be read through the API. */
  | {
      readonly kind: "mails";
      readonly url: string;
      readonly key: string;
      readonly smtp: { readonly host: string; readonly port: number };
      readonly mails: number;
      readonly connections: number /** Of each mail at least; small if not given. */;
      readonly bytes?: number;
      /** Each carries the signature of a domain, so that the server checks who sent it. */
      readonly signed?: boolean;
    };

export interface Measured {
  readonly transactions: { readonly perSecond: number };
  readonly create: { readonly perSecond: number; readonly failures: number; readonly p50: number; readonly p99: number };
  readonly get: { readonly times: readonly number[]; readonly bytes: number };
  readonly mails: { readonly perSecond: number; readonly accepted: number; readonly missing: number };
}
