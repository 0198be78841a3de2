// Promises of which a customer was told another time than the clock has now: which, what was told, and where to put it right.
import { Link } from "@tanstack/react-router";
import { useDrifts } from "../../data/ledger.ts";
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
  if (drifts.isPending) return <Waiting rows={3} />;
  if (drifts.error) return <Trouble error={drifts.error} retry={() => void drifts.refetch()} />;
  if (drifts.data.length === 0)
    return (
      <Empty icon="check" title={say("drifts.none")}>
        <p>{say("drifts.none-hint")}</p>
      </Empty>
    );
  return (
    <ul className="card lines">
      {drifts.data.map((d) => (
        <li key={d.id} className="line-row line-wrap">
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
        </li>
      ))}
    </ul>
  );
}
