// What was offered on a ticket, and which documents a customer has accepted.
import type { OffersRow, PeopleRow } from "../../database/rows.gen.ts";
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
  return rows.filter((r) => policy.documents[r.document]?.version === r.version).map((r) => r.document);
}
