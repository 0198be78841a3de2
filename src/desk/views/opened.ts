// What was decided when a ticket was opened, read from its row: for a request that is repeated after its answer was lost.
import type { Effect, Value } from "../../policy/index.ts";
import { policyVersion } from "../policies/running.ts";
import { Problem } from "../problem.ts";
import { placeOf } from "../quote.ts";
import type { Reasoned } from "../reasoned.ts";
import type { Look } from "./reader-of.ts";
import type { Decided } from "./says.ts";

export interface WasOpened extends Decided {
  readonly at: number;
  readonly assignee: { readonly id: string; readonly name: string } | null;
}

type Row = {
  policy: number;
  at: number;
  facts: unknown;
  reasons: unknown;
  effects: unknown;
  assignee: string | null;
  name: string | null;
  attributes: object | null;
  country: string | null;
  vat_number: string | null;
};

/** The first decision on the ticket. Throws not-found. */
export async function openedAs(look: Look, ticket: string): Promise<WasOpened> {
  const [row] = await look.tx.query<Row>(
    `select d.policy, d.at, d.facts, d.reasons, d.effects, t.assignee, s.name, o.attributes, o.country, o.vat_number from decisions d join tickets t on t.desk = d.desk and t.id = d.ticket
     left join staff s on s.desk = t.desk and s.id = t.assignee left join organisations o on o.desk = t.desk and o.id = t.organisation
     where d.desk = troth_desk() and d.ticket = $1 order by d.at, d.id limit 1`,
    [ticket],
  );
  if (!row) throw new Problem("not-found");
  const { policy } = await policyVersion(look.tx, look.desk, row.policy);
  return {
    policy,
    effects: row.effects as Effect[],
    reasons: row.reasons as Reasoned[],
    facts: row.facts as Record<string, Value>,
    place: placeOf({ organisation: row.attributes && { attributes: row.attributes, country: row.country, vat_number: row.vat_number } }),
    at: row.at,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.name ?? "" },
  };
}
