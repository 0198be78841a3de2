// A route as data: what it is called, who may, what goes in, what comes out, what can go wrong, and what is done.
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { House } from "../../desk/house.ts";
import type { ProblemCode } from "../../desk/problem.ts";
import type { Scope, Viewer } from "../../desk/viewer.ts";
import type { Live } from "./live.ts";
import type { MailWays } from "./mail-ways.ts";
import type { Signed } from "./signed-body.ts";

/** Who may: strangers too; a person; staff from a role on; keys with a scope. What is left out may not. */
export interface May {
  readonly anyone?: true;
  readonly person?: true;
  readonly staff?: "agent" | "lead" | "admin";
  readonly key?: Scope;
}

export type Frozen<T> = T extends readonly (infer I)[] ? readonly Frozen<I>[] : T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** Bytes for the reader's disk, never for their browser to run. */
export interface Download {
  readonly bytes: Readable | Uint8Array | string;
  readonly name: string;
  readonly type: string;
}
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What a route is given. `viewer` is there wherever the route does not serve strangers. */
export interface Ask<P, Q, B, V = Viewer> {
  readonly house: House;
  readonly live: Live;
  readonly desk: string;
  readonly viewer: V;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The revision of If-Match; undefined where none was sent. */
  readonly expect: number | undefined;
  /** The id for the event that this request makes: the same for a repeated Idempotency-Key. */
  readonly eventId: string;
  readonly languages: readonly string[]; // of Accept-Language
  readonly files: () => AsyncIterable<UploadedFile>;
  /** The raw mail that was sent. */
  readonly mail: () => AsyncIterable<Uint8Array>;
  /** The bytes of a signed request, and what is read from them. */
  readonly signed: () => Signed & { readonly message: unknown };
  readonly ways: MailWays;
  readonly session: { readonly token: string | null; set(who: "staff" | "person", token: string, seconds: number): void; clear(): void };
  /** Somebody's rights changed: everybody is looked up anew. */
  readonly forgetViewers: () => void;
}

type Shape = z.ZodType;
type Out<S> = S extends Shape ? z.input<S> : never;

export interface Route {
  readonly id: string; // operationId
  readonly tag: string;
  readonly title: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string; // below /api/{desk}, "/tickets/{number}"
  readonly may: May;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  readonly takes?: "files" | "mail" | "signed"; // multipart, or message/rfc822, instead of JSON; or JSON whose bytes are signed
  readonly output: Shape | "nothing" | "download" | "live";
  readonly status?: 200 | 201;
  readonly mayBeEmpty?: true; // 204 where there is nothing
  readonly problems: readonly ProblemCode[];
  readonly perMinute?: number; // tries of one address, where guessing must be slow
  readonly secret?: true; // its answer is seen once and kept nowhere, for repeated requests neither
  readonly run: (ask: Ask<never, never, never, never>) => Promise<unknown>;
}

type Given<S> = S extends Shape ? z.output<S> : undefined;

/** Checks a route's types; the list holds the result. */
export function route<
  const M extends May,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  O extends Route["output"] = "nothing",
>(
  r: Omit<Route, "params" | "query" | "body" | "output" | "run" | "may"> & {
    readonly may: M;
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    readonly output: O;
    readonly run: (
      ask: Ask<Given<P>, Given<Q>, Given<B>, M extends { anyone: true } ? Viewer | null : Viewer>,
    ) => Promise<O extends "nothing" | "live" ? void : O extends "download" ? Download : Frozen<Out<O>> | undefined>;
  },
): Route {
  return r as unknown as Route;
}
