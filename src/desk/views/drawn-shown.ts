// What a ticket took from an allowance as its reader sees it: how much, what was given back of it with its reason, and what a second person has still to decide on.
import type { DrawsRow, GiveBacksRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { includedGrant, type Policy } from "../../policy/index.ts";
import { drawnOn } from "../allowances/give-back.ts";
import { allowanceLabel } from "./allowance-label.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import type { Reader } from "./shown-reason.ts";

type GivenBack = GiveBacksRow & { readonly proposed_name: string | null; readonly decided_name: string | null };
export interface DrawnRows {
  readonly draws: readonly (DrawsRow & { readonly time: boolean; readonly pack_ends: number | null; readonly pack_withdrawn: number | null })[];
  readonly giveBacks: readonly GivenBack[];
}

/** What is only proposed, and what was refused, is staff's to see. */
export async function drawnRows(tx: Tx, ticket: string, inside: boolean): Promise<DrawnRows> {
  const [draws, giveBacks] = await Promise.all([
    tx.query<DrawnRows["draws"][number]>(
      "select d.*, coalesce((o.allowance->>'time')::boolean, true) as time, p.ends as pack_ends, p.withdrawn_at as pack_withdrawn from draws d left join offers o on o.desk = d.desk and o.id = d.offer left join packs p on p.desk = d.desk and p.id = d.pack where d.desk = troth_desk() and d.ticket = $1 order by d.at, d.id",
      [ticket],
    ),
    tx.query<GivenBack>(
      `select g.*, a.name as proposed_name, b.name as decided_name from give_backs g left join staff a on a.desk = g.desk and a.id = g.proposed_by left join staff b on b.desk = g.desk and b.id = g.decided_by
       where g.desk = troth_desk() and g.ticket = $1 ${inside ? "" : "and g.state = 'booked'"} order by g.made_at, g.id`,
      [ticket],
    ),
  ]);
  return { draws, giveBacks };
}

/** Null where it took nothing. Quantities are ms where it is `time`, else requests. */
export function drawnShown(policy: Policy, ticket: string, { draws, giveBacks }: DrawnRows, reader: Reader, at: number) {
  const drawn = drawnOn(draws, ticket);
  if (!drawn) return null;
  const own = draws.filter((d) => d.allowance === drawn.allowance);
  const who = (id: string | null, name: string | null) => (reader.inside && id !== null ? { id, name: name ?? "" } : null);
  return {
    allowance: { id: drawn.allowance, label: allowanceLabel(policy, drawn.allowance, reader.lang) },
    time: own.at(-1)?.time ?? true,
    quantity: own.filter((d) => d.quantity > 0).reduce((sum, d) => sum + d.quantity, 0),
    /** Less what was given back. */
    stays: drawn.quantity,
    runs: own.some((d) => d.quantity > 0 && (d.pack === null ? periodOf(policy, drawn.allowance, d.at).until > at : d.pack_withdrawn === null && (d.pack_ends === null || d.pack_ends > at))),
    givenBack: giveBacks.map((g) => ({
      id: g.id,
      state: g.state as "proposed" | "booked" | "refused",
      quantity: g.quantity,
      reason: g.reason,
      to: g.place as "origin" | "now" | "pack",
      until: g.place === "origin" ? null : instantIsoOrNull(g.place === "pack" ? g.ends : finite(periodOf(policy, drawn.allowance, g.decided_at ?? at).until)),
      proposedBy: who(g.proposed_by, g.proposed_name),
      decidedBy: who(g.decided_by, g.decided_name),
      madeAt: instantIso(g.made_at),
      decidedAt: instantIsoOrNull(g.decided_at),
    })),
  };
}

/** The calendar's period of an allowance around a moment. All clauses of one allowance count by the same calendar. */
function periodOf(policy: Policy, allowance: string, at: number): { readonly until: number } {
  const { per } = policy.tables[`allowances/${allowance}`]?.[0]?.outcome ?? {};
  return includedGrant({ quantity: 0, per: per === "month" || per === "quarter" || per === "year" ? per : null }, at, policy.desk.zone);
}

const finite = (until: number): number | null => (Number.isFinite(until) ? until : null);
