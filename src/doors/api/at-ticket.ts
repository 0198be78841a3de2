// What routes about one ticket have in common: finding it with the viewer's rights, sending an event down the road, reading it again.
import { actorOf, whoIs } from "../../desk/actor.ts";
import { change } from "../../desk/change.ts";
import type { Event, FileRef } from "../../desk/event.ts";
import { uploadedFile } from "../../desk/files/upload-token.ts";
import { policyVersion } from "../../desk/policies/running.ts";
import { type Fault, Problem } from "../../desk/problem.ts";
import { isInside, type Viewer } from "../../desk/viewer.ts";
import { findTicket, type FoundTicket } from "../../desk/views/find-ticket.ts";
import type { Look } from "../../desk/views/reader-of.ts";
import { ticketView } from "../../desk/views/ticket.ts";
import type { Policy } from "../../policy/index.ts";
import type { Ask } from "./route.ts";

export type AnyAsk = Pick<Ask<unknown, unknown, unknown>, "house" | "live" | "desk" | "viewer" | "expect" | "eventId">;

/** Reads as the viewer, in one transaction. */
export function reading<T>(ask: Pick<AnyAsk, "house" | "desk" | "viewer"> & { readonly wanted?: string | undefined }, view: (look: Look) => Promise<T>): Promise<T> {
  const { house, desk, viewer, wanted } = ask;
  return house.database.asDesk(desk, (tx) => view({ tx, house, desk, viewer, wanted }), { readOnly: true });
}

/** The ticket whole, with who has it before them. */
export async function wholeTicket(ask: AnyAsk, which: { readonly number: string } | { readonly id: string }) {
  const ticket = await reading(ask, (look) => ticketView(look, which));
  return { ...ticket, present: isInside(ask.viewer) ? ask.live.present.on(ask.desk, ticket.number) : [] };
}

export interface Own {
  readonly id: string;
  readonly by: ReturnType<typeof actorOf>;
  readonly ticket: string;
  readonly expect?: number;
}

/** Finds the ticket, sends the event that `make` makes of it down the road, and answers with the ticket as it is then. */
export async function atTicket(ask: AnyAsk & { readonly params: { readonly number: string } }, make: (own: Own, found: FoundTicket, policy: Policy) => Event | Promise<Event>) {
  const { house, desk, viewer } = ask;
  const { found, policy } = await reading(ask, async ({ tx }) => {
    const ticket = await findTicket(tx, viewer, ask.params.number);
    return { found: ticket, policy: (await policyVersion(tx, desk, ticket.policy)).policy };
  });
  const own: Own = { id: ask.eventId, by: actorOf(viewer), ticket: found.id, ...(ask.expect !== undefined && { expect: ask.expect }) };
  const { ticket, spent } = await change(house, desk, await make(own, found, policy));
  if (spent) throw new Problem("already-taken", "Of what this offer draws from nothing is left: other requests took it. The offer in its place says what it costs now.");
  return wholeTicket(ask, { id: ticket.id }); // another one where a closed ticket is not opened again
}

/** The files of these tokens. Throws invalid-input with each token that is none of the viewer's. */
export function filesOf(ask: Pick<AnyAsk, "house" | "desk" | "viewer">, tokens: readonly string[] | undefined): { files?: FileRef[] } {
  if (!tokens?.length) return {};
  const files = tokens.map((token) => uploadedFile(ask.house.secret, ask.desk, whoIs(ask.viewer), token, ask.house.now()));
  refuse(files.flatMap((file, i): Fault[] => (file ? [] : [{ at: `files.${i}`, message: "no file of yours, or older than a day; send it again" }])));
  return { files: files.filter((file) => file !== null) };
}

/** Throws invalid-input where there are faults. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new Problem("invalid-input", faults.length === 1 ? "The input has a fault." : `The input has ${faults.length} faults.`, faults);
}

/** The channel that a viewer's words come by, where they may not or do not say. */
export const channelOf = (viewer: Viewer): string => (viewer.kind === "person" ? "portal" : viewer.kind === "staff" ? "phone" : "api");
