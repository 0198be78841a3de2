// What a ticket has cost: charged, given back and corrected, and what a second person has still to decide on.
import { Button } from "@mantine/core";
import { useState } from "react";
import { moneyText } from "../../../../src/words/numbers.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { PriceLines } from "../../parts/price-lines.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";
import { Adjust } from "./adjust.tsx";

type Charge = Ticket["charges"][number];

export function Charges({ ticket }: { readonly ticket: Ticket }) {
  const { say, lang } = useWords();
  const [adjusting, setAdjusting] = useState<"credit" | "correction" | null>(null);
  const mayPropose = useMe().role !== "agent" && ticket.charges.some((each) => each.kind === "charge");
  const booked = ticket.charges.filter((each) => each.state === "booked");
  const currency = ticket.charges[0]?.quote.gross.currency ?? "";
  return (
    <div className="stack">
      <ul className="stack">
        {ticket.charges.map((each) => (
          <li key={each.id}>
            <OneCharge charge={each} number={ticket.number} />
          </li>
        ))}
      </ul>
      {booked.length > 1 ? (
        <p className="row strong">
          <span>{say("charge.sum")}</span>
          <span className="push number">{moneyText({ cents: booked.reduce((sum, each) => sum + each.quote.gross.cents, 0), currency }, lang)}</span>
        </p>
      ) : null}
      {mayPropose ? (
        <div className="row-wrap">
          <Button size="xs" variant="default" onClick={() => setAdjusting("credit")}>
            {say("charge.credit-do")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAdjusting("correction")}>
            {say("charge.correct-do")}
          </Button>
        </div>
      ) : null}
      {adjusting ? <Adjust ticket={ticket} what={adjusting} done={() => setAdjusting(null)} /> : null}
    </div>
  );
}

function OneCharge({ charge, number }: { readonly charge: Charge; readonly number: string }) {
  const { say, lang } = useWords();
  const { quote, state, kind } = charge;
  return (
    <div className="stack-tight" data-charge={state}>
      <div className="row">
        <span className="strong">{say(`charge.${kind}`)}</span>
        {state === "booked" ? null : (
          <span className="tag" {...(state === "proposed" ? { "data-tone": "warn" } : {})}>
            {say(`charge.state-${state}`)}
          </span>
        )}
        <span className={state === "refused" ? "push number quiet struck" : "push number strong"}>{moneyText(quote.gross, lang)}</span>
      </div>
      <PriceLines quote={quote} />
      {charge.proposedBy ? <p className="small wrap">{say("charge.proposed-by", { name: charge.proposedBy.name, reason: charge.reason ?? "–" })}</p> : null}
      <p className="quiet small">
        {charge.decidedBy && state !== "proposed" ? `${say(`charge.decided-${state}`, { name: charge.decidedBy.name })} · ` : ""}
        <At at={charge.bookedAt ?? charge.madeAt} />
        {charge.statement === null ? "" : ` · ${say("charge.statement", { number: String(charge.statement) })}`}
      </p>
      {charge.clause ? (
        <details className="small">
          <summary>{say("charge.why")}</summary>
          <ClauseShown clause={charge.clause} />
        </details>
      ) : null}
      {state === "proposed" ? <Decide charge={charge} number={number} /> : null}
    </div>
  );
}

/** Four eyes: whoever proposed it does not decide on it. */
function Decide({ charge, number }: { readonly charge: Charge; readonly number: string }) {
  const { say } = useWords();
  const me = useMe();
  const change = useTicketChange(number);
  if (charge.proposedBy?.id === me.id || me.role === "agent") return <p className="quiet small">{say(me.role === "agent" ? "charge.lead-decides" : "charge.second")}</p>;
  const decide = (approved: boolean): void => change.mutate({ part: `adjustments/${charge.id}`, body: { approved }, always: true, done: say(approved ? "charge.approved" : "charge.refused") });
  return (
    <div className="row-wrap">
      <Button size="xs" loading={change.isPending} onClick={() => decide(true)}>
        {say("charge.approve")}
      </Button>
      <Button size="xs" variant="default" loading={change.isPending} onClick={() => decide(false)}>
        {say("charge.refuse")}
      </Button>
    </div>
  );
}
