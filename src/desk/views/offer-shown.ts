// An offer and what was charged, as their reader sees them: the price with its tax, the conditions as they were shown, what was answered by whom.
import type { OffersRow } from "../../database/rows.gen.ts";
import type { Policy } from "../../policy/index.ts";
import type { OfferedAllowance } from "../allowances/reads.ts";
import { mailOffer } from "../offers/offered.ts";
import type { ShownDocument } from "../offers/reads.ts";
import { allowanceLabel } from "./allowance-label.ts";
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
    quote: taxesNamed(policy, mailOffer(row).quote, reader.lang),
    words: row.words,
    allowance: shownAllowance(policy, row, reader.lang),
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
    quote: taxesNamed(policy, { net: { cents: row.net, currency }, taxes: row.taxes as MailQuote["taxes"], gross: { cents: row.gross, currency } }, reader.lang),
    proposedBy: who(row.proposed_by, row.proposed_name),
    decidedBy: who(row.decided_by, row.decided_name),
    madeAt: instantIso(row.made_at),
    bookedAt: instantIsoOrNull(row.booked_at),
    statement: row.statement,
  };
}

/** Each tax under its name in the reader's language; a price keeps the name in the language that it was offered in. */
function taxesNamed(policy: Policy, quote: MailQuote, lang: string): MailQuote {
  const named = (tax: MailQuote["taxes"][number]): string => policy.money.tax.find((rule) => rule.rate === tax.rate && Object.values(rule.name).includes(tax.name))?.name[lang] ?? tax.name;
  return { ...quote, taxes: quote.taxes.map((tax) => ({ ...tax, name: named(tax) })) };
}

function shownAllowance(policy: Policy, { allowance }: Pick<OffersRow, "allowance">, lang: string) {
  if (allowance === null) return null;
  const { id, time, left, of } = allowance as OfferedAllowance;
  return { id, label: allowanceLabel(policy, id, lang), time, left, of };
}
