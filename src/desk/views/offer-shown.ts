// An offer and what was charged, as their reader sees them: the price with its tax, the conditions as they were shown, what was answered by whom.
import type { OffersRow } from "../../database/rows.gen.ts";
import type { Policy } from "../../policy/index.ts";
import type { OfferedAllowance } from "../allowances/reads.ts";
import { mailOffer } from "../offers/offered.ts";
import type { ShownDocument } from "../offers/reads.ts";
import type { ChargeSeen } from "./ticket-rows.ts";
import type { MailQuote } from "../../words/mails/model.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";

export function offerShown(policy: Policy, row: OffersRow & { readonly by_name: string | null }, reader: Reader) {
  const clause = clauseOf(policy, row.clause);
  return {
    id: row.id,
    key: row.key as "quote" | "overrun" | "recovery",
    state: row.state as "open" | "accepted" | "declined" | "replaced",
    clause: clause ? clauseWords(policy, clause, reader.lang, reader.base) : null,
    quote: mailOffer(row).quote,
    words: row.words,
    allowance: shownAllowance(row),
    covers: row.covers,
    exact: row.exact,
    documents: row.documents as ShownDocument[],
    policyVersion: row.policy,
    madeAt: instantIso(row.made_at),
    answeredAt: instantIsoOrNull(row.answered_at),
    answeredBy: row.by_name,
    channel: row.channel,
  };
}

export function chargeShown(policy: Policy, row: ChargeSeen, reader: Reader) {
  const clause = row.clause === null ? undefined : clauseOf(policy, row.clause);
  const { currency } = row;
  const who = (id: string | null, name: string | null) => (reader.inside && id !== null ? { id, name: name ?? "" } : null);
  return {
    id: row.id,
    kind: row.kind as "charge" | "credit" | "correction",
    state: row.state as "booked" | "proposed" | "refused",
    clause: clause ? clauseWords(policy, clause, reader.lang, reader.base) : null,
    reason: row.reason,
    quote: { net: { cents: row.net, currency }, taxes: row.taxes as MailQuote["taxes"], gross: { cents: row.gross, currency } },
    proposedBy: who(row.proposed_by, row.proposed_name),
    decidedBy: who(row.decided_by, row.decided_name),
    madeAt: instantIso(row.made_at),
    bookedAt: instantIsoOrNull(row.booked_at),
    statement: row.statement,
  };
}

function shownAllowance({ allowance }: Pick<OffersRow, "allowance">) {
  if (allowance === null) return null;
  const { id, time, left, of } = allowance as OfferedAllowance;
  return { id, time, left, of };
}
