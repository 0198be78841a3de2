// What stands of a customer: each fact with its days, who set it, and the clauses that it opens; as it is or as it was known on a day.
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { calendarDateText } from "../../../../src/words/instant.ts";
import { useMe } from "../../data/session.ts";
import { useStanding } from "../../data/standing.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { doorName } from "../../parts/door-name.ts";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { EditStanding } from "./edit-standing.tsx";
import { StandingHistory } from "./standing-history.tsx";

export function StandingCard({ organisation }: { readonly organisation: string }) {
  const { say, lang } = useWords();
  const me = useMe();
  const [day, setDay] = useState("");
  const [edited, edit] = useState<string | null>(null);
  const { data, error, refetch } = useStanding(organisation, day === "" ? null : new Date(`${day}T23:59:59`).toISOString());
  const writes = me.role !== "agent" && day === "";
  if (!data) return error ? <Trouble error={error} retry={() => void refetch()} /> : <Waiting />;
  return (
    <section className="card card-in stack" aria-labelledby="standing-title">
      <header className="row-wrap">
        <h2 className="heading" id="standing-title">
          {say("standing.title")}
        </h2>
        <span className="push">
          <TextInput type="date" size="xs" label={say("standing.known-at")} max={new Date().toISOString().slice(0, 10)} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        </span>
      </header>
      {day === "" ? null : <p className="quiet small">{say("standing.as-known", { day: calendarDateText(day, lang) })}</p>}
      {data.facts.length === 0 ? <p className="quiet">{say("standing.none-declared")}</p> : null}
      <ul className="standings">
        {data.facts.map((each) => (
          <li key={each.fact} className="standing">
            <div className="row-wrap">
              <span className="quiet">{each.label}</span>
              <span className="strong">{each.text ?? say("standing.unset")}</span>
              {each.text === null && each.fallback !== null ? <span className="quiet small">{say("standing.counts-as", { value: each.fallback })}</span> : null}
              {writes ? (
                <span className="push">
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-expanded={edited === each.fact}
                    aria-label={say("standing.edit-fact", { fact: each.label })}
                    onClick={() => edit(edited === each.fact ? null : each.fact)}
                  >
                    {say("standing.edit")}
                  </Button>
                </span>
              ) : null}
            </div>
            {each.terms.length > 0 ? (
              <ul className="small terms">
                {each.terms.map((term) => (
                  <li key={`${term.begins ?? ""} ${term.ends ?? ""}`} aria-current={term.now}>
                    {say("standing.term", {
                      value: term.text,
                      begins: term.begins === null ? "-" : calendarDateText(term.begins, lang),
                      ends: term.ends === null ? "-" : calendarDateText(term.ends, lang),
                      span: term.begins === null ? (term.ends === null ? "always" : "until") : term.ends === null ? "from" : "both",
                    })}
                    {term.notice === null ? null : ` · ${say("standing.notice-by", { day: calendarDateText(term.notice, lang) })}`}
                    {term.now ? <span className="tag">{say("standing.now")}</span> : null}
                  </li>
                ))}
              </ul>
            ) : null}
            {each.set === null ? null : (
              <p className="quiet small">
                {say("standing.set-by", { by: each.set.by || "-", named: each.set.by ? "yes" : "no", door: say(`door.${doorName(each.set.door)}`) })} · <At at={each.set.since} />
              </p>
            )}
            {each.lets.map((clause) => (
              <ClauseShown key={clause.id} clause={clause} />
            ))}
            {edited === each.fact && writes ? <EditStanding organisation={organisation} fact={each} done={() => edit(null)} /> : null}
          </li>
        ))}
      </ul>
      <StandingHistory history={data.history} />
    </section>
  );
}
