// What a ticket has cost: charged, given back and corrected, and what a second person has still to decide on.
import { Button } from "@mantine/core";
import { useState } from "react";
import { moneyText } from "../../../../src/words/numbers.ts";
import type { Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { PriceLines } from "../../parts/price-lines.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";
import { Adjust } from "./adjust.tsx";
import { Decide } from "./decide.tsx";
import { Drawn } from "./drawn.tsx";

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
      {ticket.drawn ? <Drawn drawn={ticket.drawn} number={ticket.number} /> : null}
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
      {state === "proposed" ? <Decide id={charge.id} proposedBy={charge.proposedBy?.id ?? null} number={number} /> : null}
    </div>
  );
}
