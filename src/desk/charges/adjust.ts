// Giving back and correcting, with four eyes: one proposes with a reason, another approves. Nobody is given back more than they were charged.
import { newId } from "../../database/new-id.ts";
import type { ChargesRow } from "../../database/rows.gen.ts";
import type { Tx } from "../../database/tx.ts";
import type { Policy, TaxPlace } from "../../policy/index.ts";
import type { Event } from "../event.ts";
import type { Customer } from "../customer.ts";
import type { Plan } from "../plan.ts";
import { Problem } from "../problem.ts";
import { quoted } from "../quote.ts";
import { sentence } from "../../words/phrase.ts";

export const chargesOf = (tx: Tx, ticket: string): Promise<ChargesRow[]> => tx.query<ChargesRow>("select * from charges where desk = troth_desk() and ticket = $1 order by made_at, id", [ticket]);

const booked = (charges: readonly ChargesRow[]): number => charges.filter((c) => c.state === "booked").reduce((sum, c) => sum + c.net, 0);

interface Around {
  readonly charges: readonly ChargesRow[];
  readonly policy: Policy;
  readonly customer: Customer | null;
  readonly desk: string;
  readonly at: number;
  readonly language: string;
  readonly place: TaxPlace;
}

/** Adds the proposal, or what was decided about it, to the plan. Throws Problem, with the reason. */
export function adjustBy(event: Event, around: Around, plan: Plan): void {
  if (event.kind === "adjust") return event.what === "give-back" ? undefined : propose(event, around, plan);
  if (event.kind !== "adjust-decided") return;
  const { charges, at } = around;
  const proposed = charges.find((c) => c.id === event.charge);
  if (!proposed) throw new Problem("not-found", sentence("refused.nothing-proposed"));
  if (proposed.state !== "proposed") throw new Problem("already-taken", sentence("refused.decided-already"));
  if (proposed.proposed_by === event.by.id) throw new Problem("not-allowed", sentence("refused.second-eyes"));
  if (event.approved && booked(charges) + proposed.net < 0) throw new Problem("not-allowed", sentence("refused.more-than-charged"));
  plan.statements.push([
    "update charges set state = $2, decided_by = $3, booked_at = case when $2 = 'booked' then at_ms($4) end where desk = troth_desk() and id = $1 and state = 'proposed'",
    [proposed.id, event.approved ? "booked" : "refused", event.by.id, at],
  ]);
}

function propose(event: Extract<Event, { what: "credit" | "correction" }>, { charges, policy, customer, desk, at, language, place }: Around, plan: Plan): void {
  const first = charges.find((c) => c.kind === "charge");
  if (!first) throw new Problem("not-allowed", sentence("refused.nothing-charged"));
  const waiting = charges.filter((c) => c.state === "proposed" && c.net < 0).reduce((sum, c) => sum + c.net, 0);
  if (event.net < 0 && booked(charges) + waiting + event.net < 0)
    throw new Problem("invalid-input", sentence("refused.more-than-charged"), [{ at: "net", message: `at most ${booked(charges) + waiting} cents` }]);
  const { net, taxes, gross } = quoted(policy, { cents: event.net, currency: first.currency }, place, language);
  plan.writes.push({
    table: "charges",
    rows: [
      {
        desk,
        id: newId(at),
        ticket: event.ticket,
        organisation: customer?.person.organisation ?? null,
        person: first.person,
        kind: event.what,
        reason: event.reason,
        net: net.cents,
        taxes,
        gross: gross.cents,
        currency: net.currency,
        state: "proposed",
        proposed_by: event.by.id,
        made_at: at,
      },
    ],
  });
}
