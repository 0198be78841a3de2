// What stands of a customer, changed by a person or a program: one way for console, API, table and webhook. SPEC 19.
import type { Tx } from "../../../database/tx.ts";
import { type CustomerRecord, standingAt, type Term, withTerm } from "../../../policy/index.ts";
import type { House } from "../../house.ts";
import { type Changer, lockRecord, recordHistory, saveRecord } from "../../organisations/record.ts";
import { policyInForce } from "../../policies/running.ts";
import { Problem } from "../../problem.ts";
import { recordChanged } from "./record-changed.ts";
import { sentence } from "../../../words/phrase.ts";

export type StandingChange = Readonly<Record<string, Term | null>>;

/** Sets these facts (null takes one out); false where nothing changed. Throws not-found. */
export function setStanding(house: House, desk: string, organisation: string, change: StandingChange, by: Changer): Promise<boolean> {
  return changing(house, desk, organisation, by, (_tx, kept) => withChanges(kept, change));
}

export const withChanges = (kept: CustomerRecord, change: StandingChange): CustomerRecord =>
  Object.entries(change).reduce<CustomerRecord>((record, [fact, term]) => withTerm(record, fact, term), kept);

/** Takes back the newest change of the fact: it is again what it was before. Throws not-found where it was never otherwise. */
export function undoStanding(house: House, desk: string, organisation: string, fact: string, by: Changer): Promise<boolean> {
  return changing(house, desk, organisation, by, async (tx, kept, at) => {
    const held = (r: CustomerRecord): string => JSON.stringify([r.terms[fact] ?? r.attributes[fact] ?? null]);
    const before = (await recordHistory(tx, organisation, at + 60_000, 500)).find((state) => held(state) !== held(kept));
    if (!before) throw new Problem("not-found", sentence("refused.no-standing-before"));
    const { [fact]: _value, ...attributes } = kept.attributes;
    const { [fact]: _terms, ...terms } = kept.terms;
    const [was, plain] = [before.terms[fact], before.attributes[fact]];
    return { attributes: was === undefined && plain !== undefined ? { ...attributes, [fact]: plain } : attributes, terms: was === undefined ? terms : { ...terms, [fact]: was } };
  });
}

/** The record changed as `make` says, with all that follows, in one transaction. */
async function changing(house: House, desk: string, organisation: string, by: Changer, make: (tx: Tx, kept: CustomerRecord, at: number) => CustomerRecord | Promise<CustomerRecord>): Promise<boolean> {
  return house.database.asDesk(desk, (tx) => changeRecord(tx, house, desk, organisation, by, make), { retry: true });
}

/** The same inside a transaction of the desk's. */
export async function changeRecord(
  tx: Tx,
  house: House,
  desk: string,
  organisation: string,
  by: Changer,
  make: (tx: Tx, kept: CustomerRecord, at: number) => CustomerRecord | Promise<CustomerRecord>,
  { clock = false, quiet = false } = {},
): Promise<boolean> {
  const at = house.now();
  const { policy } = await policyInForce(tx, desk, at);
  const before = await lockRecord(tx, desk, organisation);
  if (!before) throw new Problem("not-found", sentence("refused.no-organisation"));
  const made = await make(tx, before, at);
  const next = { attributes: standingAt(policy, made, at, before.zone ?? policy.desk.zone), terms: made.terms };
  const changed = await saveRecord(tx, desk, organisation, before, next, at, by);
  if (changed || clock) await recordChanged(tx, { house, desk, policy, before, next, at, clock, quiet });
  if (changed) tx.afterCommit(() => house.changed({ desk, ticket: null, event: `record:${organisation}:${at}`, kind: "record" }));
  return changed;
}
