// The promises of a ticket as running clocks, each with the clause that makes it; what has ended stands below.
import { useState } from "react";
import type { Ticket, TicketPromise } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { lengthText } from "../../parts/clock-state.ts";
import { Clock } from "../../parts/clock.tsx";
import { At, shortText } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function Promises({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const running = ticket.promises.filter((each) => each.state === "running" || each.state === "paused");
  const ended = ticket.promises.filter((each) => !running.includes(each));
  if (ticket.promises.length === 0) return <p className="quiet small">{say("rail.promises-none")}</p>;
  return (
    <ul className="stack">
      {running.map((each) => (
        <Promised key={each.id} promise={each} />
      ))}
      {all ? ended.map((each) => <Promised key={each.id} promise={each} />) : null}
      {ended.length > 0 && !all ? (
        <li>
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {say("rail.promises-ended", { n: ended.length })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function Promised({ promise }: { readonly promise: TicketPromise }) {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const [why, setWhy] = useState(false);
  const { clause, dueText, goalText, endedAt, left } = promise;
  const stopped = promise.pauses.find((pause) => pause.to === null);
  return (
    <li className="promise">
      <div className="row">
        <span className="strong">{promise.label}</span>
        <span className="push">
          <Clock state={promise.state} due={promise.due} starts={promise.starts} label={promise.label} />
        </span>
      </div>
      <div className="row small quiet">
        <span className="promise-times">
          {promise.due ? <span title={dueText ?? undefined}>{say("rail.due", { at: shortText(promise.due, lang, zone) })}</span> : null}
          {promise.goal ? <span title={goalText ?? undefined}>{say("rail.aim", { at: shortText(promise.goal, lang, zone) })}</span> : null}
          {endedAt ? <At at={endedAt} /> : null}
        </span>
        {clause ? (
          <button type="button" className="clause-chip push" aria-expanded={why} onClick={() => setWhy(!why)}>
            § {clause.number}
          </button>
        ) : null}
      </div>
      {stopped || left !== null ? (
        <p className="small quiet">
          {stopped ? <span>{say("rail.stopped", { why: say(`paused.${stopped.reason}`) })}</span> : null}
          {left !== null ? <span>{say(left < 0 ? "rail.left-late" : "rail.left", { time: lengthText(left, say) })}</span> : null}
        </p>
      ) : null}
      {why && clause ? <ClauseShown clause={clause} /> : null}
    </li>
  );
}
