// Every decision of the policy about this ticket, newest first: its clauses, and the facts that they rested on.
import { useState } from "react";
import type { Decision, Ticket } from "../../../shared/shapes.ts";
import { ReasonShown } from "../../parts/clause.tsx";
import { Icon } from "../../parts/icon.tsx";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function Decisions({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const newest = ticket.decisions.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const [open, setOpen] = useState<string | null>(newest[0]?.id ?? null);
  if (newest.length === 0) return <p className="quiet small">{say("rail.decisions-none")}</p>;
  return (
    <ul className="stack">
      {newest.map((each) => (
        <Decided key={each.id} decision={each} open={each.id === open} toggle={() => setOpen(each.id === open ? null : each.id)} />
      ))}
    </ul>
  );
}

function Decided({ decision, open, toggle }: { readonly decision: Decision; readonly open: boolean; readonly toggle: () => void }) {
  const { say } = useWords();
  return (
    <li className="stack-tight">
      <button type="button" className="plain-button row small decided" aria-expanded={open} onClick={toggle}>
        <Icon name={open ? "down" : "chevron"} />
        <span className="strong">{say(`moment.${decision.moment}`)}</span>
        <span className="quiet push">
          <At at={decision.at} />
        </span>
      </button>
      {open ? (
        <>
          {decision.reasons.map((each) => (
            <ReasonShown key={`${each.section}/${each.key}/${each.id}`} reason={each} />
          ))}
          {decision.untold?.map(({ clause, number, why }) => (
            <p key={`${clause}/${why}`} className="row small">
              <Icon name="warn" />
              <span>{say(`untold.${why}`, { number })}</span>
            </p>
          ))}
        </>
      ) : (
        <div className="chips">
          {decision.reasons.map((each) => (
            <span key={`${each.section}/${each.key}/${each.id}`} className="clause-number small" title={each.words}>
              § {each.number}
            </span>
          ))}
        </div>
      )}
    </li>
  );
}
