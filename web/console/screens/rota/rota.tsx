// The rota: a week of who is on duty, who is away, what each may take; where nobody is, and which promises new hours leave less time for.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Rota } from "../../../shared/shapes.ts";
import { useRota } from "../../data/rota.ts";
import { useMe } from "../../data/session.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { AddAbsence } from "./add-absence.tsx";
import { ShiftForm } from "./shift-form.tsx";
import { Week } from "./week.tsx";

const DAY = 86_400_000;
const moved = (day: string, by: number): string => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);

export function RotaScreen() {
  const { say } = useWords();
  const me = useMe();
  const [from, setFrom] = useState<string>();
  const rota = useRota(from);
  const first = rota.data?.days[0];
  const leads = me.role !== "agent";
  return (
    <div className="page">
      <div className="page-in page-wide stack-wide">
        <div className="row-wrap">
          <h1 className="title">{say("rota.title")}</h1>
          <span className="push row">
            <Button variant="default" size="xs" aria-label={say("rota.before")} disabled={!first} onClick={() => first && setFrom(moved(first, -7))}>
              <Icon name="back" />
            </Button>
            <Button variant="default" size="xs" onClick={() => setFrom(undefined)}>
              {say("rota.this-week")}
            </Button>
            <Button variant="default" size="xs" aria-label={say("rota.after")} disabled={!first} onClick={() => first && setFrom(moved(first, 7))}>
              <Icon name="chevron" />
            </Button>
          </span>
        </div>
        {rota.error ? <Trouble error={rota.error} retry={() => void rota.refetch()} /> : null}
        {rota.isPending ? <Waiting rows={6} /> : null}
        {rota.data ? (
          <>
            {rota.data.keeps ? null : (
              <Empty icon="note" title={say("rota.none")}>
                <p>{say("rota.none-hint")}</p>
              </Empty>
            )}
            <Week rota={rota.data} leads={leads} />
            <Holes rota={rota.data} />
            {leads ? (
              <div className="rota-forms">
                <section className="card card-in stack">
                  <h2 className="heading">{say("rota.add-shift")}</h2>
                  <ShiftForm rota={rota.data} />
                </section>
                <AddAbsence rota={rota.data} />
              </div>
            ) : null}
            <AtRisk rota={rota.data} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function Holes({ rota }: { readonly rota: Rota }) {
  const { say, lang } = useWords();
  if (rota.holes.length === 0) return rota.keeps ? <p className="quiet small">{say("rota.no-holes")}</p> : null;
  return (
    <section className="stack" aria-labelledby="rota-holes">
      <h2 className="heading" id="rota-holes">
        {say("rota.holes")}
      </h2>
      <ul className="card lines">
        {rota.holes.map((hole) => (
          <li key={`${hole.calendar} ${hole.from}`} className="line-row line-wrap">
            <span className="tag" data-tone="warn">
              <Icon name="warn" />
              {rota.calendars.find((c) => c.id === hole.calendar)?.name ?? hole.calendar}
            </span>
            <span className="number">{say("rota.span", { from: shortText(hole.from, lang, rota.zone), to: shortText(hole.to, lang, rota.zone) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AtRisk({ rota }: { readonly rota: Rota }) {
  const { say, lang } = useWords();
  if (rota.atRisk.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="rota-risk">
      <h2 className="heading" id="rota-risk">
        {say("rota.risk")}
      </h2>
      <p className="quiet">{say("rota.risk-hint")}</p>
      <ul className="card lines">
        {rota.atRisk.map((each) => (
          <li key={`${each.number} ${each.kind}`} className="line-row line-wrap">
            <Link to="/tickets/$number" params={{ number: each.number }} className="number">
              {each.number}
            </Link>
            <span className="cut line-subject">{each.subject}</span>
            <span className="tag" data-tone="warn">
              {each.label}
            </span>
            <span className="push small">{say("rota.risk-times", { due: shortText(each.due, lang, rota.zone), would: shortText(each.would, lang, rota.zone) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
