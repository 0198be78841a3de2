// What a customer may draw: packs, what was drawn already, and what other open requests of theirs have agreed to draw.
import type { DrawsRow, GiveBacksRow, OffersRow, OrganisationsRow, PacksRow, PeopleRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import { balanceOf, type Drawn, type Grant, type Included, includedGrant } from "../../policy/index.ts";

/** What an offer says of the allowance that it draws from. `reserved` is what it may draw at most. */
export interface OfferedAllowance {
  readonly id: string;
  readonly time: boolean; // quantities are ms, else requests
  readonly left: number;
  readonly of: number;
  readonly reserved: number;
  readonly unit: number; // a started one counts whole
}
/** Where it gives something back, `place` says whether it went to where it was taken from. */
export type Draw = DrawsRow & { readonly place?: string | null };
export interface Holdings {
  readonly packs: readonly PacksRow[];
  readonly draws: readonly Draw[];
  /** Agreed to on requests that are not closed yet. */
  readonly giveBacks: readonly GiveBacksRow[]; // proposed, done and refused
  readonly agreed: readonly { readonly ticket: string; readonly allowance: OfferedAllowance }[];
}
export const NO_HOLDINGS: Holdings = { packs: [], draws: [], giveBacks: [], agreed: [] };

/** Of the organisation, else of the person alone. */
export async function holdingsOf(tx: Tx, { person, organisation }: { readonly person: Pick<PeopleRow, "id">; readonly organisation: Pick<OrganisationsRow, "id"> | null }): Promise<Holdings> {
  const drawsOf = (whose: string, id: string): Promise<Draw[]> =>
    tx.query(`select d.*, g.place from draws d left join give_backs g on g.desk = d.desk and g.id = d.gives_back where d.desk = troth_desk() and ${whose} order by d.at, d.id`, [id]);
  const [packs, draws, accepted, giveBacks] = await Promise.all([
    organisation ? packsOf(tx, organisation.id) : [],
    organisation ? drawsOf("d.organisation = $1", organisation.id) : drawsOf("d.person = $1 and d.organisation is null", person.id),
    tx.query<Pick<OffersRow, "ticket"> & { allowance: OfferedAllowance }>(
      `select o.ticket, o.allowance from offers o join tickets t on t.desk = o.desk and t.id = o.ticket
       where o.desk = troth_desk() and o.state = 'accepted' and o.allowance is not null and t.status <> 'closed' and ${organisation ? "t.organisation = $1" : "t.requester = $1 and t.organisation is null"}`,
      [organisation?.id ?? person.id],
    ),
    tx.query<GiveBacksRow>(
      `select g.* from give_backs g join tickets t on t.desk = g.desk and t.id = g.ticket where g.desk = troth_desk() and ${organisation ? "t.organisation = $1" : "t.requester = $1 and t.organisation is null"} order by g.made_at, g.id`,
      [organisation?.id ?? person.id],
    ),
  ]);
  // What was drawn under it already is not promised a second time where the request is open again.
  const agreed = accepted.map(({ ticket, allowance }) => ({ ticket, allowance: { ...allowance, reserved: Math.max(allowance.reserved - takenOn(draws, ticket, allowance.id), 0) } }));
  return { packs, draws, agreed, giveBacks };
}

/** Until the transaction ends nobody else draws from the customer's allowances, agrees to, or changes their packs; `holder` is the organisation, else the person alone. */
export const lockHoldings = (tx: Tx, holder: string): Promise<number> => tx.run("select pg_advisory_xact_lock(hashtextextended('allowances ' || troth_desk() || $1, 0))", [holder]);

/** What the ticket has taken of an allowance, whether it got back some of it or not: for that much it takes nothing anew. */
export const takenOn = (draws: readonly DrawsRow[], ticket: string, allowance: string): number =>
  draws.filter((d) => d.ticket === ticket && d.allowance === allowance && d.gives_back === null).reduce((sum, d) => sum + d.quantity, 0);

/** The packs of an organisation that were not withdrawn, the oldest first. */
export const packsOf = (tx: Tx, organisation: string): Promise<PacksRow[]> =>
  tx.query<PacksRow>("select * from packs where desk = troth_desk() and organisation = $1 and withdrawn_at is null order by starts, id", [organisation]);

/** What may be drawn of an allowance, and what was; `but` leaves out what that ticket drew. */
export function accountOf(
  holdings: Holdings,
  included: Included | undefined,
  allowance: string,
  at: number,
  zone: string,
  but: string | null,
): { readonly grants: readonly Grant[]; readonly drawn: readonly Drawn[] } {
  const packs = holdings.packs.filter((p) => p.allowance === allowance).map((p): Grant => ({ id: p.id, quantity: p.quantity, from: p.starts, until: p.ends ?? Number.POSITIVE_INFINITY }));
  const own = holdings.draws.filter((d) => d.allowance === allowance);
  return {
    grants: [...(included ? [withGivenBack(includedGrant(included, at, zone), own)] : []), ...packs],
    // What was given back elsewhere is more of what it was given to, not less drawn of this.
    drawn: own.filter((d) => d.ticket !== but && (d.place ?? "origin") === "origin").map((d) => ({ grant: d.pack, quantity: d.quantity, at: d.at })),
  };
}

/** What is included for a period, and what was given back into it of another. */
const withGivenBack = (grant: Grant, draws: readonly Draw[]): Grant => ({ ...grant, quantity: grant.quantity + givenInto(grant, draws) });
export const givenInto = ({ from, until }: Grant, draws: readonly Draw[]): number => draws.filter((d) => d.place === "now" && from <= d.at && d.at < until).reduce((sum, d) => sum - d.quantity, 0);

/** What the ticket may draw beside what it has drawn: what is there, less what other open ones have agreed to. */
export function freeFor(holdings: Holdings, included: Included | undefined, allowance: string, at: number, zone: string, ticket: string): number {
  const { grants, drawn } = accountOf(holdings, included, allowance, at, zone, null);
  return Math.max(balanceOf(grants, drawn, at).left - reservedBut(holdings, allowance, ticket), 0);
}

const reservedBut = ({ agreed }: Holdings, allowance: string, ticket: string | null): number =>
  agreed.filter((a) => a.ticket !== ticket && a.allowance.id === allowance).reduce((sum, a) => sum + a.allowance.reserved, 0);

/** What a request may still draw: what is left, less what other open ones have agreed to. Its own draws do not count against it. */
export function leftFor(holdings: Holdings, included: Included | undefined, allowance: string, at: number, zone: string, ticket: string | null): { readonly left: number; readonly of: number } {
  const { grants, drawn } = accountOf(holdings, included, allowance, at, zone, ticket);
  const { left, of } = balanceOf(grants, drawn, at);
  return { left: Math.max(left - reservedBut(holdings, allowance, ticket), 0), of };
}
