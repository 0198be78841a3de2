// One row of a list of tickets.
import { Link } from "@tanstack/react-router";
import type { TicketSummary } from "../../../shared/shapes.ts";
import { Clock } from "../../parts/clock.tsx";
import { Face } from "../../parts/face.tsx";
import { TicketState } from "../../parts/ticket-state.tsx";
import { Ago } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function TicketRow({ ticket }: { readonly ticket: TicketSummary }) {
  const { say } = useWords();
  return (
    <div className="queue-row ticket-row">
      <span className="q-state">
        <TicketState ticket={ticket} />
      </span>
      <Link to="/tickets/$number" params={{ number: ticket.number }} className="q-request" data-row={ticket.number}>
        <span className="q-number number">{ticket.number}</span>
        <span className="q-subject">{ticket.subject}</span>
        <span className="q-preview">{ticket.preview}</span>
      </Link>
      <span className="q-from cut" title={ticket.requester.name}>
        {ticket.requester.organisation?.name ?? ticket.requester.name}
      </span>
      <span className="q-due">
        {ticket.nextDue && ticket.status !== "closed" ? <Clock state={ticket.nextDue.state} due={ticket.nextDue.due} starts={ticket.openedAt} label={ticket.nextDue.label} /> : null}
      </span>
      <span className="q-changed quiet small">
        <Ago at={ticket.changedAt} />
      </span>
      <span className="q-who" title={ticket.assignee?.name ?? say("ticket.nobody")}>
        {ticket.assignee ? (
          <>
            <Face name={ticket.assignee.name} staff />
            <span className="hidden">{ticket.assignee.name}</span>
          </>
        ) : (
          <span className="quiet small">{say("queue.free")}</span>
        )}
      </span>
    </div>
  );
}
