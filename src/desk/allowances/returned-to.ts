// Where what is given back goes: to where it was taken from while that runs, into the period that runs now, or into a pack of its own with an end. SPEC 17.14
import { newId } from "../../database/new-id.ts";
import type { DrawsNew, DrawsRow, PacksNew } from "../../database/rows.gen.ts";
import { type Grant, type Included, stands } from "../../policy/index.ts";
import { type Fault, faultSaid } from "../problem.ts";
import { accountOf, type Holdings } from "./reads.ts";
import { sentence } from "../../words/phrase.ts";

export const PLACES = ["origin", "now", "pack"] as const;
export type Place = (typeof PLACES)[number];

export interface Giving {
  readonly allowance: string;
  readonly quantity: number; // ms, or requests
  readonly place: Place;
  readonly ends: number | null; // of the pack, epoch ms
}
/** The ticket that gives back, and what its customer holds. */
export interface Around {
  readonly holdings: Holdings;
  readonly included: () => ReadonlyMap<string, Included>;
  readonly organisation: string | null;
  readonly zone: string; // the desk's
  readonly desk: string;
  readonly ticket: string;
  readonly number: string;
  readonly by: string;
  readonly at: number;
}
/** What is written for it, and until when it can be used, epoch ms; null where that does not end, or is as it was. */
export interface Placed {
  readonly rows: readonly (DrawsNew & { readonly place: Place })[];
  readonly pack: PacksNew | null;
  readonly until: number | null;
}

/** What is written, or the fault: the place is over, or was never there for this customer. */
export function placed(giving: Giving, id: string, around: Around): Placed | Fault {
  const { allowance, quantity, place, ends } = giving;
  const { holdings, desk, ticket, at } = around;
  const draws = holdings.draws.filter((d) => d.ticket === ticket && d.allowance === allowance);
  const { grants } = accountOf(holdings, around.included().get(allowance), allowance, at, around.zone, null);
  if (place === "origin") {
    const parts = backTo(draws, quantity, (draw) => runsFor(draw, grants, at));
    if (parts.reduce((sum, each) => sum + each.part, 0) < quantity) return faultSaid("to", sentence("refused.return-over"));
    return { rows: parts.map(({ of, part }) => ({ ...rowOf(of), desk, id: newId(at), quantity: -part, gives_back: id, place })), pack: null, until: null };
  }
  const last = draws.findLast((d) => d.quantity > 0)!;
  const rows = [{ ...rowOf(last), pack: null, desk, id: newId(at), quantity: -quantity, at, gives_back: id, place }];
  if (place === "now") {
    const period = grants.find((grant) => grant.id === null && stands(grant, at));
    if (!period) return faultSaid("to", sentence("refused.return-none"));
    return { rows, pack: null, until: Number.isFinite(period.until) ? period.until : null };
  }
  if (around.organisation === null) return faultSaid("to", sentence("refused.return-person"));
  if (ends === null || ends <= at) return faultSaid("ends", sentence(ends === null ? "refused.return-needs-end" : "refused.return-ended"));
  const pack = { desk, id: newId(at), organisation: around.organisation, allowance, quantity, starts: at, ends, reference: around.number, made_at: at, made_by: around.by };
  return { rows, pack, until: ends };
}

const rowOf = ({ offer, organisation, person, allowance, pack, ticket, at }: DrawsRow): Omit<DrawsNew, "desk" | "id" | "quantity"> => ({ offer, organisation, person, allowance, pack, ticket, at });

/** True where hours that go back to what this was drawn from can still be used. */
const runsFor = (draw: DrawsRow, grants: readonly Grant[], at: number): boolean =>
  grants.some((grant) => grant.id === draw.pack && stands(grant, at) && (grant.id !== null || (grant.from <= draw.at && draw.at < grant.until)));

/** From which draws so much is given back: the last first, each no more than is left of it. */
function backTo(draws: readonly DrawsRow[], quantity: number, runs: (draw: DrawsRow) => boolean): readonly { readonly of: DrawsRow; readonly part: number }[] {
  const same = (a: DrawsRow, b: DrawsRow): boolean => a.offer === b.offer && a.pack === b.pack && a.at === b.at;
  let wanted = quantity;
  const parts: { of: DrawsRow; part: number }[] = [];
  for (const of of draws.filter((d) => d.quantity > 0 && runs(d)).toReversed()) {
    if (parts.some((p) => same(p.of, of))) continue;
    const left = draws.filter((d) => same(d, of)).reduce((sum, d) => sum + d.quantity, 0);
    const part = Math.min(left, wanted);
    if (part > 0) parts.push({ of, part });
    wanted -= part;
  }
  return parts;
}
