// Texts that are accepted by using the desk: kept with version and date when somebody asks, word for word as they were told. X16.
import { newId } from "../../database/new-id.ts";
import type { AcceptancesNew } from "../../database/rows.gen.ts";
import type { Decision } from "../../policy/index.ts";
import { shownDocument, type Where } from "./make-offer.ts";

interface Who {
  readonly person: string;
  readonly organisation: string | null;
  readonly channel: string;
}

/** One row for each condition of the decision that holds before use. A text that was accepted in this version is not among them: its clause no longer holds. */
export function acceptedByUse(decision: Decision, where: Where, who: Who): AcceptancesNew[] {
  const { desk, at, version, language } = where;
  return decision.effects.flatMap((e): AcceptancesNew[] => {
    if (e.do !== "conditions" || e.outcome["before"] !== "use") return [];
    const document = shownDocument(String(e.outcome["accept"]), where);
    return document
      ? [{ desk, id: newId(at), ...who, document: document.id, version: document.version, policy: version, offer: null, title: document.title, words: document.words, language, at }]
      : [];
  });
}
