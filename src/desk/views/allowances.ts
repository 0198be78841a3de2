// The allowances of a customer as staff see them: what their plan includes, what they bought, and what is left of each.
import { type Facts, leftOf } from "../../policy/index.ts";
import { accountOf, holdingsOf, leftFor } from "../allowances/reads.ts";
import { includedNow } from "../included.ts";
import { Problem } from "../problem.ts";
import { instantIso, instantIsoOrNull } from "./instant-iso.ts";
import { type Look, policyNow } from "./reader-of.ts";

/** By the policy in force and the record as it is now. Throws not-found. */
export async function allowancesOf(look: Look, organisation: string) {
  const { tx, house } = look;
  const [found] = await tx.query<{ id: string; attributes: Facts }>("select id, attributes from organisations where desk = troth_desk() and id = $1::uuid", [organisation]);
  if (!found) throw new Problem("not-found", "There is no such organisation.");
  const { policy } = await policyNow(look);
  const at = house.now();
  const { zone } = policy.desk;
  const holdings = await holdingsOf(tx, { person: { id: found.id }, organisation: found });
  const included = includedNow(policy, { ...found.attributes, identified: true }, { at, openedAt: at, zone });
  const names = Object.keys(policy.tables).filter((table) => table.startsWith("allowances/"));
  return names.map((table) => {
    const id = table.slice("allowances/".length);
    const own = included.get(id);
    const { grants, drawn } = accountOf(holdings, own, id, at, zone, null);
    return {
      id,
      time: own?.time ?? typeof policy.tables[table]?.[0]?.outcome["quantity"] === "object",
      ...leftFor(holdings, own, id, at, zone, null),
      included: own?.quantity ?? 0,
      per: own?.per ?? null,
      packs: holdings.packs
        .filter((pack) => pack.allowance === id)
        .map((pack) => {
          const grant = grants.find((each) => each.id === pack.id);
          return {
            id: pack.id,
            quantity: pack.quantity,
            left: grant ? leftOf(grant, drawn) : 0,
            starts: instantIso(pack.starts),
            ends: instantIsoOrNull(pack.ends),
            reference: pack.reference,
            madeBy: pack.made_by,
          };
        }),
    };
  });
}
