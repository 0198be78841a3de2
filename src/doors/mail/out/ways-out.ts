// Which way a mail leaves: the desk's own server, the one for all, or the catching mailbox where there is none.
import type { House } from "../../../desk/house.ts";
import type { Transport } from "../../../desk/outbox/transport.ts";
import { addressesOfDesks } from "../../../desk/mails/reads.ts";
import { accessToken } from "../oauth/access-token.ts";
import type { Bearer } from "../oauth/bearer.ts";
import { keptToken } from "../oauth/kept-token.ts";
import { mailboxTransport } from "./mailbox-transport.ts";
import { type Signing, smtpTransport } from "./smtp-transport.ts";

export interface Ways {
  readonly url: string | null; // null: what has no route of its own is caught
  readonly routes: readonly (readonly [desk: string, url: string])[];
  readonly signing: Signing | null;
}

export function openWaysOut(house: House, { url, routes, signing }: Ways): { readonly send: Transport; close(): void } {
  // The server for all keeps its token with the first desk.
  const common = url === null ? null : smtpTransport(url, signing, (bearer) => tokenOf(house, null, url, bearer));
  const own = new Map(routes.map(([desk, to]) => [desk, smtpTransport(to, signing, (bearer) => tokenOf(house, desk, to, bearer))]));
  const caught = mailboxTransport(house);
  return {
    send: (mail, began) => ((own.get(mail.desk) ?? common)?.send ?? caught)(mail, began),
    close() {
      for (const each of [common, ...own.values()]) each?.close();
    },
  };
}

/** Tokens for a server that sends, kept with the desk whose it is. */
export function tokenOf(house: Pick<House, "database" | "secret" | "now">, desk: string | null, url: string, bearer: Bearer): () => Promise<string> {
  const { host, username } = new URL(url);
  let of: Promise<ReturnType<typeof keptToken>> | null = null;
  const kept = (): Promise<ReturnType<typeof keptToken>> =>
    (of ??= (async () => {
      const whose = desk ?? [...(await house.database.asOwner(addressesOfDesks, { readOnly: true })).keys()].sort()[0];
      return whose === undefined ? null : keptToken(house, whose, `smtp:${decodeURIComponent(username)}@${host}`, bearer);
    })());
  return accessToken(bearer, house.now, { read: async () => (await (await kept())?.read()) ?? null, write: async (token) => (await kept())?.write(token) });
}
