// The customer is asked whether the ticket may be closed: by which clause, until when, and the way to ask no more; or they said not yet.
import { Button } from "@mantine/core";
import type { Ticket } from "../../../shared/shapes.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Section } from "../../parts/section.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function ClosingAsked({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const change = useTicketChange(ticket.number);
  const last = ticket.closings.at(-1);
  if (!last || ticket.status === "closed" || (last.state !== "open" && last.state !== "refused")) return null;
  if (last.state === "refused")
    return (
      <Section id="closing" title={say("closing.title")}>
        <p>{say("closing.refused")}</p>
      </Section>
    );
  return (
    <Section id="closing" title={say("closing.title")} urgent={last.closesAt === null && ticket.status === "open"}>
      <div className="stack-tight">
        <p>{say(`closing.${last.outcome}`)}</p>
        <p className="quiet small">
          {say("closing.by", { name: last.askedBy })} · <At at={last.askedAt} />
        </p>
        {last.closesAt === null ? (
          <p className="small">{ticket.status === "open" ? say("closing.written") : null}</p>
        ) : (
          <p className="small">
            {say("closing.until")} <At at={last.closesAt} />
          </p>
        )}
        {last.clause ? <ClauseShown clause={last.clause} /> : null}
        <div>
          <Button variant="default" size="xs" loading={change.isPending} onClick={() => change.mutate({ part: "closure/agreement", method: "DELETE", done: say("closing.taken-back") })}>
            {say("closing.take-back")}
          </Button>
        </div>
      </div>
    </Section>
  );
}
