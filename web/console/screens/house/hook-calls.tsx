// What came in by a webhook lately: taken, without effect, refused with its fault; about whom and when.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useHookCalls } from "../../data/hooks-in.ts";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

const FEW = 5;
const TONE = { changed: "good", refused: "bad", unsigned: "bad", paused: "warn", unchanged: undefined, repeated: undefined } as const;

export function HookCalls({ id }: { readonly id: string }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const calls = useHookCalls(id);
  const items = calls.data?.items ?? [];
  return (
    <div className="stack-tight">
      <h3 className="heading">{say("hooks-in.came")}</h3>
      {calls.error ? <Trouble error={calls.error} /> : null}
      {calls.data && items.length === 0 ? <p className="quiet small">{say("hooks-in.came-none")}</p> : null}
      <ul className="lines">
        {(all ? items : items.slice(0, FEW)).map((each) => (
          <li key={each.id} className="line-row line-wrap" data-call={each.outcome}>
            <span className="tag" data-tone={TONE[each.outcome]}>
              {say(`hooks-in.outcome.${each.outcome}`)}
            </span>
            {each.organisation ? (
              <Link to="/customers/$id" params={{ id: each.organisation.id }} className="wrap">
                {each.organisation.name}
              </Link>
            ) : null}
            <span className="wrap small">{each.message}</span>
            <span className="quiet small push">
              <At at={each.at} />
            </span>
            {each.fault === null ? null : <span className="small wrap inbound-fault">{each.fault}</span>}
          </li>
        ))}
      </ul>
      {items.length > FEW && !all ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {say("app.more")}
        </button>
      ) : null}
    </div>
  );
}
