// Which way a mail leaves: the desk's own server, the one for all, or the catching mailbox where there is none.
import type { House } from "../../../desk/house.ts";
import type { Transport } from "../../../desk/outbox/transport.ts";
import { mailboxTransport } from "./mailbox-transport.ts";
import { type Signing, smtpTransport } from "./smtp-transport.ts";

export interface Ways {
  readonly url: string | null; // null: what has no route of its own is caught
  readonly routes: readonly (readonly [desk: string, url: string])[];
  readonly signing: Signing | null;
}

export function openWaysOut(house: House, { url, routes, signing }: Ways): { readonly send: Transport; close(): void } {
  const common = url === null ? null : smtpTransport(url, signing);
  const own = new Map(routes.map(([desk, to]) => [desk, smtpTransport(to, signing)]));
  const caught = mailboxTransport(house);
  return {
    send: (mail, began) => ((own.get(mail.desk) ?? common)?.send ?? caught)(mail, began),
    close() {
      for (const each of [common, ...own.values()]) each?.close();
    },
  };
}
