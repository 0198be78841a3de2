// The allowances of a customer as staff see them: what their plan includes, what they bought, what each request drew, and what is left.
import { type Facts, type Included, includedGrant, leftOf, type Policy } from "../../policy/index.ts";
import type { DrawsRow, PackChangesRow, PacksRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { PackTerms } from "../allowances/packs.ts";
import { accountOf, holdingsOf, leftFor } from "../allowances/reads.ts";
import { includedNow } from "../included.ts";
import { Problem } from "../problem.ts";
import { allowanceLabel } from "./allowance-label.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { type Look, policyNow, readerOf } from "./reader-of.ts";
import { clauseOf, clauseWords, type Reader } from "./shown-reason.ts";
import { sentence } from "../../words/phrase.ts";

type DrawOn = DrawsRow & { readonly number: string; readonly subject: string };
interface Rows {
  readonly packs: readonly PacksRow[];
  readonly changes: readonly PackChangesRow[];
  readonly draws: readonly DrawOn[];
}

/** By the policy in force and the record as it is now. Throws not-found. */
export async function allowancesOf(look: Look, organisation: string) {
  const { tx, house } = look;
  const [found] = await tx.query<{ id: string; attributes: Facts }>("select id, attributes from organisations where desk = troth_desk() and id = $1::uuid", [organisation]);
  if (!found) throw new Problem("not-found", sentence("refused.no-organisation"));
  const { policy } = await policyNow(look);
  const reader = readerOf(look, policy);
  const at = house.now();
  const { zone } = policy.desk;
  const [holdings, rows] = await Promise.all([holdingsOf(tx, { person: { id: found.id }, organisation: found }), rowsOf(tx, organisation)]);
  const included = includedNow(policy, { ...found.attributes, identified: true }, { at, openedAt: at, zone });
  const names = Object.keys(policy.tables).filter((table) => table.startsWith("allowances/"));
  return names.map((table) => {
    const id = table.slice("allowances/".length);
    const own = included.get(id);
    const { grants, drawn } = accountOf(holdings, own, id, at, zone, null);
    const of = (pack: string | null) => grants.find((each) => each.id === pack);
    return {
      id,
      label: allowanceLabel(policy, id, reader.lang),
      time: own?.time ?? typeof policy.tables[table]?.[0]?.outcome["quantity"] === "object",
      ...leftFor(holdings, own, id, at, zone, null),
      included: own?.quantity ?? 0,
      per: own?.per ?? null,
      plan: own ? planOf(policy, own, rows, { at, left: leftOf(of(null) ?? includedGrant(own, at, zone), drawn), givenBack: (of(null)?.quantity ?? own.quantity) - own.quantity }, reader) : null,
      packs: rows.packs
        .filter((pack) => pack.allowance === id)
        .map((pack) => {
          const grant = of(pack.id);
          return packShown(pack, grant ? leftOf(grant, drawn) : 0, rows);
        }),
    };
  });
}

async function rowsOf(tx: Tx, organisation: string): Promise<Rows> {
  const [packs, changes, draws] = await Promise.all([
    tx.query<PacksRow>("select * from packs where desk = troth_desk() and organisation = $1 order by starts desc, id desc", [organisation]),
    tx.query<PackChangesRow>("select c.* from pack_changes c join packs p on p.desk = c.desk and p.id = c.pack where c.desk = troth_desk() and p.organisation = $1 order by c.at desc, c.id desc", [
      organisation,
    ]),
    tx.query<DrawOn>(
      `select d.*, t.number, t.subject from draws d join tickets t on t.desk = d.desk and t.id = d.ticket
       where d.desk = troth_desk() and d.organisation = $1 order by d.at desc, d.id desc`,
      [organisation],
    ),
  ]);
  return { packs, changes, draws: stayed(draws) };
}

/** What each request drew, less what it got back of it; what it got back whole is not drawn. */
function stayed(draws: readonly DrawOn[]): DrawOn[] {
  const back = (d: DrawOn): number =>
    draws.filter((other) => other.quantity < 0 && other.offer === d.offer && other.pack === d.pack && other.at === d.at).reduce((sum, other) => sum + other.quantity, 0);
  return draws
    .filter((d) => d.quantity > 0)
    .map((d) => ({ ...d, quantity: d.quantity + back(d) }))
    .filter((d) => d.quantity > 0);
}

/** What the plan includes now, with its period and what was drawn from it in that. */
function planOf(policy: Policy, own: Included, { draws }: Rows, { at, left, givenBack }: { readonly at: number; readonly left: number; readonly givenBack: number }, reader: Reader) {
  const { from, until } = includedGrant(own, at, policy.desk.zone);
  const clause = clauseOf(policy, own.clause);
  return {
    left,
    givenBack,
    from: Number.isFinite(from) ? instantIso(from) : null,
    until: Number.isFinite(until) ? instantIso(until) : null,
    clause: clause ? clauseWords(policy, clause, reader.lang, reader.base) : null,
    draws: draws.filter((d) => d.pack === null && d.allowance === own.allowance && from <= d.at && d.at < until).map(drawShown),
  };
}

const packShown = (pack: PacksRow, left: number, { changes, draws }: Rows) => ({
  id: pack.id,
  quantity: pack.quantity,
  left,
  starts: instantIso(pack.starts),
  ends: instantIsoOrNull(pack.ends),
  reference: pack.reference,
  madeAt: instantIso(pack.made_at),
  madeBy: pack.made_by,
  withdrawnAt: instantIsoOrNull(pack.withdrawn_at),
  draws: draws.filter((d) => d.pack === pack.id).map(drawShown),
  changes: changes
    .filter((c) => c.pack === pack.id)
    .map((c) => ({ at: instantIso(c.at), by: c.by_name, reason: c.reason, was: termsShown(c.was as PackTerms), became: termsShown(c.became as PackTerms) })),
});

const drawShown = ({ number, subject, quantity, at }: DrawOn) => ({ ticket: number, subject, quantity, at: instantIso(at) });
const termsShown = ({ starts, ends, ...terms }: PackTerms) => ({ ...terms, starts: instantIso(starts), ends: instantIsoOrNull(ends) });
