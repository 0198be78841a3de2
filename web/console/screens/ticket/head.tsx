// The head of a ticket: what it is, how it stands, who has it, who else is here, and what can be done with it.
import { Button, Menu } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Link, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { Reading, Ticket } from "../../../shared/shapes.ts";
import { useMe } from "../../data/session.ts";
import { useTicketChange } from "../../data/ticket.ts";
import { Clock } from "../../parts/clock.tsx";
import { Icon } from "../../parts/icon.tsx";
import { TicketState } from "../../parts/ticket-state.tsx";
import { useWords } from "../../words/words.tsx";
import { AskFor } from "../checklist/ask-for.tsx";
import { JoinTicket } from "../join/join-ticket.tsx";
import { SplitTicket } from "../split/split-ticket.tsx";
import { Assign } from "./assign.tsx";
import { CloseTicket } from "./close-ticket.tsx";
import { Others } from "./others.tsx";
import { Reopen } from "./reopen.tsx";
import { SkipTicket } from "./skip-ticket.tsx";

export function Head({ ticket, others }: { readonly ticket: Ticket; readonly others: readonly Reading[] }) {
  const { say } = useWords();
  const { history } = useRouter();
  const [asking, setAsking] = useState<"close" | "reopen" | "skip" | "join" | "split" | "ask" | null>(null);
  const change = useTicketChange(ticket.number);
  const me = useMe();
  const closed = ticket.status === "closed";
  const passable = ticket.status === "open" && (ticket.assignee === null || ticket.assignee.id === me.id);
  useHotkeys([["c", () => setAsking(closed ? "reopen" : "close")]]);
  const setStatus = (status: "open" | "waiting"): void => change.mutate({ part: "status", body: { status }, hope: { status } });
  return (
    <header className="ticket-head">
      <button type="button" className="back" onClick={() => history.back()} aria-label={say("app.back")} title={say("app.back")}>
        <Icon name="back" />
      </button>
      <div className="ticket-title">
        <h1 id="ticket-subject" className="ticket-subject wrap">
          {ticket.subject}
        </h1>
        <div className="row-wrap small">
          <span className="number quiet">{ticket.number}</span>
          <TicketState ticket={ticket} />
          {ticket.topic ? <span className="tag">{ticket.topic.label}</span> : null}
          {ticket.problem ? (
            <Link to="/problems/$id" params={{ id: ticket.problem.id }} className="tag" title={ticket.problem.title}>
              <Icon name="linked" />
              {ticket.problem.number}
            </Link>
          ) : null}
          {ticket.nextDue && !closed ? <Clock state={ticket.nextDue.state} due={ticket.nextDue.due} starts={ticket.openedAt} label={ticket.nextDue.label} /> : null}
          {ticket.requester.undeliverable === null ? null : (
            <span className="tag" data-tone="warn">
              <Icon name="warn" />
              {say("people.undeliverable")}
            </span>
          )}
          {ticket.unnamed ? (
            <span className="tag" data-tone="warn">
              <Icon name="warn" />
              {say(`ticket.unnamed.${ticket.unnamed}`)}
            </span>
          ) : null}
          <Others others={others} />
        </div>
      </div>
      <div className="ticket-actions">
        <Assign ticket={ticket} />
        {closed ? (
          <Button variant="default" onClick={() => setAsking("reopen")} rightSection={<kbd aria-hidden="true">c</kbd>}>
            {say("ticket.reopen")}
          </Button>
        ) : (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" className="more" aria-label={say("ticket.status")} title={say("ticket.status")}>
                  <Icon name="more" />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {ticket.status === "waiting" ? (
                  <Menu.Item onClick={() => setStatus("open")}>{say("ticket.to-open")}</Menu.Item>
                ) : (
                  <Menu.Item onClick={() => setStatus("waiting")}>{say("ticket.to-waiting")}</Menu.Item>
                )}
                {ticket.stepUp ? (
                  <Menu.Item onClick={() => change.mutate({ part: "escalations", method: "POST", body: {}, done: say("ticket.escalated", { to: ticket.stepUp?.label ?? "" }) })}>
                    {say("ticket.escalate", { to: ticket.stepUp.label })}
                  </Menu.Item>
                ) : null}
                {passable ? <Menu.Item onClick={() => setAsking("skip")}>{say("ticket.skip")}</Menu.Item> : null}
                <Menu.Item onClick={() => setAsking("ask")}>{say("todo.menu")}</Menu.Item>
                <Menu.Item onClick={() => setAsking("join")}>{say("join.menu")}</Menu.Item>
                {ticket.joinedInto === null ? <Menu.Item onClick={() => setAsking("split")}>{say("split.menu")}</Menu.Item> : null}
              </Menu.Dropdown>
            </Menu>
            <Button variant="default" onClick={() => setAsking("close")} rightSection={<kbd aria-hidden="true">c</kbd>} aria-keyshortcuts="c">
              {say("ticket.close")}
            </Button>
          </>
        )}
      </div>
      {asking === "close" ? <CloseTicket ticket={ticket} done={() => setAsking(null)} /> : null}
      {asking === "join" ? <JoinTicket ticket={ticket} done={() => setAsking(null)} /> : null}
      {asking === "ask" ? <AskFor ticket={ticket} done={() => setAsking(null)} /> : null}
      {asking === "split" ? <SplitTicket ticket={ticket} done={() => setAsking(null)} /> : null}
      {asking === "skip" ? <SkipTicket ticket={ticket} done={() => setAsking(null)} /> : null}
      {asking === "reopen" ? <Reopen ticket={ticket} done={() => setAsking(null)} /> : null}
    </header>
  );
}
