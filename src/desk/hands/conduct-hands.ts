// All that an event does about conduct: a case is opened, or something happens in one.
import type { Tx } from "../../database/tx.ts";
import { timerOf } from "../conduct/about.ts";
import { type Around, conductActs } from "./conduct-acts.ts";
import { openCase, openingOf } from "./conduct-opened.ts";
import type { Event } from "../event.ts";
import type { Case } from "../gather.ts";
import type { House } from "../house.ts";
import { customerOf } from "../people/reads.ts";
import type { Plan } from "../plan.ts";

/** Adds it to the plan. In a preview nothing of it happens. */
export async function conductHands(tx: Tx, house: House, about: Omit<Around, "reader" | "subject"> & { readonly language: string }, plan: Plan, preview: boolean): Promise<void> {
  if (preview) return;
  const { event, found, decision, at, desk, language, zone } = about;
  const requester = found.customer?.person;
  const concerns = await subjectOf(tx, event, found);
  const other = concerns !== null && concerns !== requester?.id ? ((await customerOf(tx, { id: concerns }))?.person ?? null) : null;
  const { name = "", email = "" } = other ?? requester ?? {};
  const reader = { desk, policy: found.running.policy, name, address: email, language: other?.language ?? language, zone: other?.zone ?? zone, at };
  const around: Around = { ...about, subject: other ?? requester ?? null, reader };
  const opening = openingOf(found.running.policy, event, found, decision, at);
  if (opening) await openCase(tx, house, around, opening, plan);
  await conductActs(tx, house, around, plan);
}

/** Whom this event concerns, where it says so: who is reported, whose case or measure it is. Null: the ticket's requester. */
async function subjectOf(tx: Tx, event: Event, found: Case): Promise<string | null> {
  if (event.kind === "finding") return event.report?.person ?? null;
  const of = "of" in event ? event.of : timerOf(event, "lapse");
  if (of !== null) return found.conduct.cases.find((c) => c.id === of)?.person ?? null;
  const measure = timerOf(event, "end");
  if (measure === null) return null;
  const [row] = await tx.query<{ person: string }>("select person from measures where desk = troth_desk() and id = $1", [measure]);
  return row?.person ?? null;
}
