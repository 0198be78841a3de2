// What a closing makes owed, as the policy's settlement says: what was agreed, another price, or nothing. What was booked before is not booked again.
import { newId } from "../../database/new-id.ts";
import type { ChargesNew, ChargesRow, DrawsNew, OffersRow, WorkRow } from "../../database/rows.gen.ts";
import type { Write } from "../../database/tx.ts";
import { type Decision, drawFrom, drawnFor, type Included, owed, type Policy, type TaxPlace } from "../../policy/index.ts";
import { accountOf, freeFor, type Holdings, type OfferedAllowance, takenOn } from "../allowances/reads.ts";
import type { MailQuote } from "../../words/mails/model.ts";
import type { Customer } from "../customer.ts";
import type { Plan } from "../plan.ts";
import { type Charge, quoted } from "../quote.ts";
import { agreedOf, workedTime } from "../work/work.ts";

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
  readonly holdings: Holdings;
  readonly included: () => ReadonlyMap<string, Included>;
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
  if (charge === "as-agreed") plan.writes.push(...drawn(around));
  if (rows.length === 0) return null;
  plan.writes.push({ table: "charges", rows });
  return sumOf(rows);
}

/** Time worked of the kinds that the policy counts, ms. */
const workedOf = ({ policy, work, at }: Around): number =>
  Object.keys(policy.facts)
    .filter((f) => f.startsWith("worked."))
    .reduce((sum, f) => sum + workedTime(work, f.slice("worked.".length), at), 0);

/** What the agreed draws take now, from what ends first, and nothing that another open request has agreed to. What was drawn for the same before is not drawn again. SPEC 17.11 */
function drawn(around: Around): Write[] {
  const { offers, holdings, policy, at, desk, ticket, customer, requester } = around;
  const rows = offers.flatMap(({ id, state, covers, ...offer }): DrawsNew[] => {
    const allowance = offer.allowance as OfferedAllowance | null;
    if (state !== "accepted" || allowance === null) return [];
    const before = takenOn(holdings.draws, ticket, allowance.id);
    const wanted = allowance.time ? drawnFor(workedOf(around), covers ?? allowance.reserved, allowance.unit) : 1;
    const { grants, drawn: of } = accountOf(holdings, around.included().get(allowance.id), allowance.id, at, policy.desk.zone, null);
    const free = freeFor(holdings, around.included().get(allowance.id), allowance.id, at, policy.desk.zone, ticket);
    return drawFrom(grants, of, Math.min(wanted - before, free), at).map((part) => ({
      desk,
      id: newId(at),
      ticket,
      offer: id,
      organisation: customer?.person.organisation ?? null,
      person: customer?.person.id ?? requester,
      allowance: allowance.id,
      pack: part.grant,
      quantity: part.quantity,
      at,
    }));
  });
  return rows.length ? [{ table: "draws", rows }] : [];
}

function asAgreed(clause: string, around: Around): ChargesNew[] {
  const { offers, charges } = around;
  return owed(agreedOf(offers), workedOf(around)).flatMap(({ offer, net }) => {
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
