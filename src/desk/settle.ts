// What a closing makes owed, as the policy's settlement says: what was agreed, another price, or nothing. What was booked before is not booked again.
import { newId } from "../database/new-id.ts";
import type { ChargesNew, ChargesRow, OffersRow, WorkRow } from "../database/rows.gen.ts";
import { type Decision, owed, type Policy, type TaxPlace } from "../policy/index.ts";
import type { MailQuote } from "../words/mails/model.ts";
import type { Customer } from "./gather.ts";
import type { Plan } from "./plan.ts";
import { type Charge, quoted } from "./quote.ts";
import { agreedOf, workedTime } from "./work/work.ts";

interface Around {
  readonly policy: Policy;
  readonly offers: readonly OffersRow[];
  readonly work: readonly WorkRow[];
  readonly charges: readonly ChargesRow[];
  readonly customer: Customer | null;
  readonly requester: string;
  readonly desk: string;
  readonly ticket: string;
  readonly at: number;
  readonly language: string;
  readonly place: TaxPlace;
}

/** Adds what is owed now to the plan; its sum, or null where nothing is. `decision` was made at the moment `closed`. */
export function settle(decision: Decision, around: Around, plan: Plan): MailQuote | null {
  const effect = decision.effects.find((e) => e.do === "charges" && e.key === "settlement");
  if (effect?.do !== "charges") return null;
  const { charge } = effect.outcome;
  const rows =
    charge === "as-agreed"
      ? asAgreed(effect.clause, around)
      : typeof charge === "object" && charge !== null && "price" in charge
        ? [ownPrice(charge as unknown as Charge, effect.clause, around)].flat()
        : [];
  if (rows.length === 0) return null;
  plan.writes.push({ table: "charges", rows });
  return sumOf(rows);
}

function asAgreed(clause: string, around: Around): ChargesNew[] {
  const { offers, work, charges, at } = around;
  const capped = Object.keys(around.policy.facts)
    .filter((f) => f.startsWith("worked."))
    .reduce((sum, f) => sum + workedTime(work, f.slice("worked.".length), at), 0);
  return owed(agreedOf(offers), capped).flatMap(({ offer, net }) => {
    const before = charges.filter((c) => c.offer === offer && c.kind === "charge").reduce((sum, c) => sum + c.net, 0);
    const { currency } = offers.find((o) => o.id === offer)!;
    return net > before ? [row(net - before, currency, { clause, offer }, around)] : [];
  });
}

function ownPrice({ price }: Charge, clause: string, around: Around): ChargesNew[] {
  const before = around.charges.filter((c) => c.kind === "charge").reduce((sum, c) => sum + c.net, 0);
  return price.cents > before ? [row(price.cents - before, price.currency, { clause, offer: null }, around)] : [];
}

function row(cents: number, currency: string, by: { readonly clause: string; readonly offer: string | null }, { policy, customer, requester, desk, ticket, at, language, place }: Around): ChargesNew {
  const { net, taxes, gross } = quoted(policy, { cents, currency }, place, language);
  return {
    desk,
    id: newId(at),
    ticket,
    organisation: customer?.person.organisation ?? null,
    person: customer?.person.id ?? requester,
    kind: "charge",
    ...by,
    net: net.cents,
    taxes,
    gross: gross.cents,
    currency,
    made_at: at,
    booked_at: at,
  };
}

/** One price of several rows of one currency: taxes of one name and rate are added up. */
export function sumOf(rows: readonly ChargesNew[]): MailQuote {
  const currency = rows[0]?.currency ?? "EUR";
  const taxes = new Map<string, MailQuote["taxes"][number]>();
  for (const tax of rows.flatMap((r) => r.taxes as MailQuote["taxes"])) {
    const key = `${tax.name} ${tax.rate}`;
    taxes.set(key, { ...tax, amount: { cents: (taxes.get(key)?.amount.cents ?? 0) + tax.amount.cents, currency } });
  }
  const sum = (of: "net" | "gross"): number => rows.reduce((all, r) => all + r[of], 0);
  return { net: { cents: sum("net"), currency }, taxes: [...taxes.values()], gross: { cents: sum("gross"), currency } };
}
