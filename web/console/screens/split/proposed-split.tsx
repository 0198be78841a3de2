// What the policy proposes where a request holds several problems: the clause, and the way to split it, or to say that it is one.
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Reason, Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { ReasonShown } from "../../parts/clause.tsx";
import { useWords } from "../../words/words.tsx";
import { SplitTicket } from "./split-ticket.tsx";

export function ProposedSplit({ ticket, reason }: { readonly ticket: Ticket; readonly reason: Reason }) {
  const { say } = useWords();
  const [splitting, setSplitting] = useState(false);
  const change = useTicketChange(ticket.number);
  const counted = reason.facts.includes("parts") && ticket.findable.some((each) => each.fact === "parts");
  return (
    <div className="stack-tight" data-proposed="split">
      <p className="strong">{say("split.proposed")}</p>
      <ReasonShown reason={reason} />
      <div className="row-wrap">
        <Button size="xs" onClick={() => setSplitting(true)}>
          {say("split.propose")}
        </Button>
        {counted ? (
          <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate({ part: "findings", body: { facts: { parts: 1 } }, done: say("split.one-done") })}>
            {say("split.one")}
          </Button>
        ) : null}
      </div>
      {splitting ? <SplitTicket ticket={ticket} done={() => setSplitting(false)} /> : null}
    </div>
  );
}
