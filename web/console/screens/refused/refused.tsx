// What was refused in the last ninety days: counted by the clause that refused it, and what became of each.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../../../shared/client.ts";
import type { Refusals } from "../../../shared/shapes.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Ago } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function Refused() {
  const { say, lang } = useWords();
  const { data, error, refetch } = useQuery({ queryKey: ["refusals", lang], queryFn: ({ signal }) => call<Refusals>("/refusals", { signal }) });
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <header className="page-head">
          <Link to="/tickets" className="back" aria-label={say("nav.tickets")} title={say("nav.tickets")}>
            <Icon name="back" />
          </Link>
          <h1 className="title">{say("refused.title")}</h1>
        </header>
        <p className="quiet">{say("refused.hint")}</p>
        {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting /> : null}
        {data?.sums.length === 0 ? (
          <Empty icon="check" title={say("refused.none")}>
            <p>{say("refused.none-hint")}</p>
          </Empty>
        ) : null}
        {data?.sums.map((sum) => (
          <section key={sum.clause} className="card card-in stack" aria-label={sum.clause}>
            {sum.shown === null ? <p className="strong">{sum.clause}</p> : <ClauseShown clause={sum.shown} />}
            <p className="number">{say("refused.sum", { refused: sum.refused, standing: sum.standing, contested: sum.contested, reversed: sum.reversed })}</p>
            <ul className="lines">
              {data.tickets
                .filter((each) => each.clause === sum.clause)
                .map((each) => (
                  <li key={each.number}>
                    <Link className="line-row line-wrap" to="/tickets/$number" params={{ number: each.number }}>
                      <span className="number quiet small">{each.number}</span>
                      <span className="strong wrap line-subject">{each.subject}</span>
                      {each.contested ? <span className="tag">{say("refused.contested")}</span> : null}
                      {each.standing ? null : (
                        <span className="tag" data-tone="good">
                          {each.reversedBy === null ? say("refused.reversed") : say("refused.reversed-by", { name: each.reversedBy })}
                        </span>
                      )}
                      <span className="quiet small push">
                        {each.organisation ?? each.requester} · <Ago at={each.at} />
                      </span>
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
