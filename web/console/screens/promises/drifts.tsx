// Promises of which a customer was told another time than the clock has now: which, what was told, and the way to tell them; and what was told so lately.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDrifts, useTellTime } from "../../data/ledger.ts";
import { Empty } from "../../parts/empty.tsx";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

export function DriftsScreen() {
  const { say } = useWords();
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("drifts.title")}</h1>
          <p className="quiet">{say("drifts.intro")}</p>
          <p>
            <Link to="/promises">{say("report.title")}</Link>
          </p>
        </div>
        <List />
      </div>
    </div>
  );
}

function List() {
  const { say } = useWords();
  const drifts = useDrifts();
  const tellTime = useTellTime();
  if (drifts.isPending) return <Waiting rows={3} />;
  if (drifts.error) return <Trouble error={drifts.error} retry={() => void drifts.refetch()} />;
  const { items, told } = drifts.data;
  return (
    <>
      {tellTime.error ? <Trouble error={tellTime.error} /> : null}
      {items.length === 0 ? (
        <Empty icon="check" title={say("drifts.none")}>
          <p>{say("drifts.none-hint")}</p>
        </Empty>
      ) : (
        <ul className="card lines">
          {items.map((d) => (
            <li key={d.id} className="line-row line-wrap" data-drift="open">
              <Link to="/tickets/$number" params={{ number: d.ticket }} className="strong number">
                {d.ticket}
              </Link>
              <span className="wrap">{d.subject}</span>
              <span className="quiet">{d.label}</span>
              <span>
                {say(d.toldBy === "mail" ? "drifts.by-mail" : "drifts.by-page")} {d.told ? <At at={d.told} /> : say("drifts.no-time")}
              </span>
              <span className="tag" data-tone="bad">
                {say("drifts.now")} {d.due ? <At at={d.due} /> : say("drifts.no-time")}
              </span>
              {d.tellable ? (
                <span className="push">
                  <Button size="compact-sm" variant="default" loading={tellTime.isPending && tellTime.variables.id === d.id} onClick={() => tellTime.mutate({ ticket: d.ticket, id: d.id })}>
                    {say("drifts.tell")}
                  </Button>
                </span>
              ) : (
                <span className="quiet small push">{say("drifts.over")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {told.length === 0 ? null : (
        <section className="stack-tight">
          <h2 className="heading">{say("drifts.told-lately")}</h2>
          <ul className="card lines">
            {told.map((t) => (
              <li key={`${t.id} ${t.at}`} className="line-row line-wrap" data-drift="told">
                <Link to="/tickets/$number" params={{ number: t.ticket }} className="strong number">
                  {t.ticket}
                </Link>
                <span className="wrap">{t.subject}</span>
                <span className="quiet">{t.label}</span>
                {t.due ? <At at={t.due} /> : null}
                <span className="tag push" data-tone="good">
                  {say("drifts.told")}
                </span>
                <span className="quiet small">
                  {t.by} · <At at={t.at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
