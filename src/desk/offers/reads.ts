// What was offered on a ticket, and which documents a customer has accepted.
import type { AcceptancesRow, OffersRow, PeopleRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Policy } from "../../policy/index.ts";

/** A document as it was shown with an offer. */
export interface ShownDocument {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly words: string;
}

/** All offers of the ticket, the oldest first. */
export function offersOf(tx: Tx, ticket: string): Promise<OffersRow[]> {
  return tx.query<OffersRow>("select * from offers where desk = troth_desk() and ticket = $1 order by made_at, id", [ticket]);
}

/** Documents of the policy that the person, or somebody of their office, has accepted in the version that it has now. */
export async function acceptedIn(tx: Tx, policy: Policy, person: Pick<PeopleRow, "id" | "organisation">): Promise<string[]> {
  const rows = await tx.query<{ document: string; version: string }>("select distinct document, version from acceptances where desk = troth_desk() and (person = $1 or organisation = $2)", [
    person.id,
    person.organisation,
  ]);
  return asTheyAre(
    policy,
    rows.map((r) => [r.document, r.version]),
  );
}

/** Of what was accepted, the documents whose version is the one that the policy has now. */
export const asTheyAre = (policy: Policy, accepted: readonly (readonly [document: string, version: string])[]): string[] =>
  accepted.filter(([document, version]) => policy.documents[document]?.version === version).map(([document]) => document);

/** What people of an organisation have accepted, the newest first. */
export function acceptancesOf(tx: Tx, organisation: string): Promise<(AcceptancesRow & { readonly name: string })[]> {
  return tx.query(
    "select a.*, p.name from acceptances a join people p on p.desk = a.desk and p.id = a.person where a.desk = troth_desk() and (a.organisation = $1 or p.organisation = $1) order by a.at desc, a.id desc limit 200",
    [organisation],
  );
}
