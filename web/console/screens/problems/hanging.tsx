// The tickets that hang on a problem: whose, in which language, what is promised to each, and whether they were answered together.
import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { HangingTicket, SharedProblemWhole } from "../../../shared/shapes.ts";
import { useProblemDeed } from "../../data/problems.ts";
import { Clock } from "../../parts/clock.tsx";
import { TicketState } from "../../parts/ticket-state.tsx";
import { Ago } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";
import { languageName } from "./language-name.ts";

const FIRST = 12; // the rest on demand: what is written to all of them is not far below

export function Hanging({ problem }: { readonly problem: SharedProblemWhole }) {
  const { say } = useWords();
  const deed = useProblemDeed(problem.id);
  const { hanging, state } = problem;
  const [whole, setWhole] = useState(false);
  const shown = whole || hanging.length <= FIRST + 3 ? hanging : hanging.slice(0, FIRST);
  return (
    <section className="stack-tight" aria-labelledby="hanging">
      <h2 className="heading" id="hanging">
        {say("problem.hanging", { n: problem.tickets })}
      </h2>
      {hanging.length === 0 ? <p className="quiet">{say("problem.hanging-none")}</p> : null}
      {hanging.length > 0 ? (
        <ul className="card lines">
          {shown.map((each) => (
            <li key={each.number}>
              <Line ticket={each} off={() => deed.mutate({ path: `/tickets/${encodeURIComponent(each.number)}`, method: "DELETE", done: say("problem.off-done", { number: each.number }) })} />
            </li>
          ))}
        </ul>
      ) : null}
      {shown.length < hanging.length ? (
        <div>
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {say("problem.show-rest", { n: hanging.length - shown.length })}
          </Button>
        </div>
      ) : null}
      {state === "open" ? <ByNumber problem={problem} /> : null}
    </section>
  );
}

function Line({ ticket, off }: { readonly ticket: HangingTicket; readonly off: () => void }) {
  const { say, lang } = useWords();
  const { number, subject, requester, language, promises, answeredAt, joinedInto } = ticket;
  return (
    <div className="line-row line-wrap hanging-row">
      <TicketState ticket={ticket} />
      <Link to="/tickets/$number" params={{ number }} className="line-subject wrap">
        <span className="number quiet small">{number}</span> <span className="strong">{subject}</span>
      </Link>
      <span className="quiet small wrap">{[requester.name, requester.organisation?.name].filter(Boolean).join(", ")}</span>
      <span className="tag">{languageName(language, lang)}</span>
      {joinedInto === null ? null : (
        <span className="small">
          {say("join.goes-on")}{" "}
          <Link to="/tickets/$number" params={{ number: joinedInto }}>
            {joinedInto}
          </Link>
        </span>
      )}
      {ticket.status === "closed"
        ? null
        : promises.map((each) => (
            <span key={each.id} className="row small">
              <span className="quiet">{each.label}</span> <Clock state={each.state} due={each.due} starts={each.starts} />
            </span>
          ))}
      <span className="push row small">
        {answeredAt === null ? null : (
          <span className="quiet">
            {say("problem.answered")} <Ago at={answeredAt} />
          </span>
        )}
        <button type="button" className="link-button" onClick={off}>
          {say("problem.off")}
          <span className="hidden"> {number}</span>
        </button>
      </span>
    </div>
  );
}

/** Hangs a ticket that nobody proposed, by its number. */
function ByNumber({ problem }: { readonly problem: SharedProblemWhole }) {
  const { say } = useWords();
  const deed = useProblemDeed(problem.id);
  const [number, setNumber] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = number.trim().toUpperCase();
    if (wanted !== "") deed.mutate({ path: `/tickets/${encodeURIComponent(wanted)}`, method: "PUT", done: say("problem.hung", { number: wanted }) }, { onSuccess: () => setNumber("") });
  };
  return (
    <form className="row-wrap" onSubmit={send}>
      <TextInput
        aria-label={say("problem.by-number")}
        placeholder={say("problem.by-number")}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        maxLength={40}
        autoComplete="off"
      />
      <Button type="submit" variant="default" disabled={number.trim() === ""} loading={deed.isPending}>
        {say("problem.add")}
      </Button>
    </form>
  );
}
