// An offer as its reader sees it: the price with its tax, the conditions as they were shown, what was answered by whom.
import type { OffersRow } from "../../database/rows.gen.ts";
import type { Policy } from "../../policy/index.ts";
import { mailOffer } from "../offers/offered.ts";
import type { ShownDocument } from "../offers/reads.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";

export function offerShown(policy: Policy, row: OffersRow & { readonly by_name: string | null }, reader: Reader) {
  const clause = clauseOf(policy, row.clause);
  return {
    id: row.id, key: row.key as "quote" | "overrun" | "recovery", state: row.state as "open" | "accepted" | "declined" | "replaced", clause: clause ? clauseWords(policy, clause, reader.lang, reader.base) : null,
    quote: mailOffer(row).quote, covers: row.covers, documents: row.documents as ShownDocument[], policyVersion: row.policy,
    madeAt: instantIso(row.made_at), answeredAt: instantIsoOrNull(row.answered_at), answeredBy: row.by_name, channel: row.channel,
  };
}
