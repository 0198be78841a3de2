// Somebody accepts a text of the policy in the version that it has now, without a ticket: kept word for word, once for each version.
import { newId } from "../../database/new-id.ts";
import { chooseLanguage } from "../../words/languages.ts";
import type { House } from "../house.ts";
import { shownDocument } from "../offers/make-offer.ts";
import { acceptedIn } from "../offers/reads.ts";
import { customerOf } from "../people/reads.ts";
import { policyInForce } from "../policies/running.ts";
import { Problem } from "../problem.ts";
import { sentence } from "../../words/phrase.ts";

/** False where the person, or somebody of their office, had accepted it already. Throws not-found, and changed-meanwhile where another version holds by now. */
export function acceptTerms(house: House, desk: string, said: { readonly person: string; readonly document: string; readonly version: string; readonly channel: string }): Promise<boolean> {
  return house.database.asDesk(desk, async (tx) => {
    const at = house.now();
    const { policy, version } = await policyInForce(tx, desk, at);
    const customer = await customerOf(tx, { id: said.person });
    if (!customer) throw new Problem("not-found", sentence("refused.no-person"));
    const language = chooseLanguage([customer.person.language, customer.organisation?.language, policy.desk.languages[0]], ["en", "fr", "it", "ro", ...policy.desk.languages]);
    const document = Object.hasOwn(policy.documents, said.document) ? shownDocument(said.document, { policy, language }) : null;
    if (!document) throw new Problem("not-found", "The policy has no such text.");
    if (document.version !== said.version) throw new Problem("changed-meanwhile", `The text is at version ${document.version} now: show that one.`);
    if ((await acceptedIn(tx, policy, customer.person)).includes(document.id)) return false;
    await tx.writeAll([
      {
        table: "acceptances",
        rows: [
          {
            desk,
            id: newId(at),
            organisation: customer.person.organisation,
            person: customer.person.id,
            document: document.id,
            version: document.version,
            policy: version,
            offer: null,
            title: document.title,
            words: document.words,
            language,
            channel: said.channel,
            at,
          },
        ],
      },
    ]);
    return true;
  });
}
