// Beside the queue: the chosen request, and the whole reason for its place.
import { Link } from "@tanstack/react-router";
import type { QueueItem } from "../../../shared/shapes.ts";
import { ReasonShown } from "../../parts/clause.tsx";
import { Clock } from "../../parts/clock.tsx";
import { Face } from "../../parts/face.tsx";
import { Ago, At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function Peek({ item }: { readonly item: QueueItem }) {
  const { say } = useWords();
  const { requester, nextDue, why } = item;
  return (
    <div className="peek">
      <div className="stack-tight">
        <div className="row small quiet">
          <span className="number">{item.number}</span>
          <span>·</span>
          <Ago at={item.openedAt} />
        </div>
        <h2 className="peek-subject wrap">{item.subject}</h2>
        <div className="row small">
          <Face name={requester.name} />
          <span className="cut">{[requester.name, requester.organisation?.name].filter(Boolean).join(", ")}</span>
        </div>
      </div>
      <p className="peek-text wrap">{item.preview.length >= 139 ? `${item.preview}…` : item.preview}</p>
      {nextDue ? (
        <section className="stack-tight">
          <h3 className="heading">{nextDue.label}</h3>
          <div className="row">
            <Clock state={nextDue.state} due={nextDue.due} starts={item.openedAt} />
            {nextDue.due ? (
              <span className="quiet small push">
                <At at={nextDue.due} />
              </span>
            ) : null}
          </div>
        </section>
      ) : null}
      <section className="stack-tight">
        <h3 className="heading">{say("queue.why-here")}</h3>
        {why ? <ReasonShown reason={why} /> : <p className="quiet small">{say("queue.why-none")}</p>}
      </section>
      <Link to="/tickets/$number" params={{ number: item.number }} className="peek-open">
        {say("queue.open", { number: item.number })}
      </Link>
    </div>
  );
}
