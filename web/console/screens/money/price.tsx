// What the policy makes of a ticket's scope and price, each with the clause that says so and what it rested on; and what the customer was offered.
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Reason, Ticket } from "../../../shared/shapes.ts";
import { ReasonShown } from "../../parts/clause.tsx";
import { useWords } from "../../words/words.tsx";
import { Offers } from "./offers.tsx";
import { QuotePrice } from "./quote-price.tsx";

const PARTS = ["scope", "entitlement", "quote", "recovery", "overrun", "settlement"] as const;
type Part = (typeof PARTS)[number];

/** The newest reason for each part. What one decision did not touch stands as an earlier one left it. */
export function priceReasons(ticket: Pick<Ticket, "decisions">): readonly { readonly part: Part; readonly reason: Reason }[] {
  const newest = ticket.decisions.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).flatMap((each) => each.reasons);
  return PARTS.flatMap((part) => {
    const reason = newest.find((each) => (each.section === "charges" ? each.key === part : each.section === part));
    return reason ? [{ part, reason }] : [];
  });
}

export function Price({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const [quoting, setQuoting] = useState<"quote" | "recovery" | null>(null);
  return (
    <div className="stack">
      <Offers ticket={ticket} />
      {ticket.status === "closed"
        ? null
        : ticket.quotable.map((each) => (
            <div key={each} className="stack-tight">
              <p className="small">{say(`price.to-quote-${each}`)}</p>
              <div>
                <Button size="xs" onClick={() => setQuoting(each)}>
                  {say("price.quote-it")}
                </Button>
              </div>
            </div>
          ))}
      {priceReasons(ticket).map(({ part, reason }) => (
        <div key={part} className="stack-tight" data-price={part}>
          <span className="strong small">{say(`price.${part}`)}</span>
          <ReasonShown reason={reason} />
        </div>
      ))}
      {quoting ? <QuotePrice ticket={ticket} for={quoting} done={() => setQuoting(null)} /> : null}
    </div>
  );
}
