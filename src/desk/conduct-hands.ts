// All that an event does about conduct: a case is opened, or something happens in one.
import type { Tx } from "../database/tx.ts";
import { type Around, conductActs } from "./conduct-acts.ts";
import { openCase, openingOf } from "./conduct-opened.ts";
import type { House } from "./house.ts";
import type { Plan } from "./plan.ts";

/** Adds it to the plan. In a preview nothing of it happens. */
export async function conductHands(tx: Tx, house: House, about: Omit<Around, "reader"> & { readonly language: string }, plan: Plan, preview: boolean): Promise<void> {
  if (preview) return;
  const { event, found, decision, at, desk, language, zone } = about;
  const { name = "", email = "" } = found.customer?.person ?? {};
  const around: Around = { ...about, reader: { desk, policy: found.running.policy, name, address: email, language, zone, at } };
  const opening = openingOf(found.running.policy, event, found, decision, at);
  if (opening) await openCase(tx, house, around, opening, plan);
  await conductActs(tx, house, around, plan);
}
