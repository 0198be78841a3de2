// Days on which the desk opens otherwise, and announced maintenance: what stands, and what is entered anew.
import { useQuery } from "@tanstack/react-query";
import { call } from "../../../shared/client.ts";
import type { Closure, Maintenance } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { Empty } from "../../parts/empty.tsx";
import { shortText } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { CloseDays } from "./close-days.tsx";
import { PlanMaintenance } from "./plan-maintenance.tsx";
import { TakeBack } from "./take-back.tsx";

export function Hours() {
  const { say } = useWords();
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <div className="stack-tight">
          <h1 className="title">{say("hours.title")}</h1>
          <p className="quiet">{say("hours.intro")}</p>
        </div>
        <CloseDays />
        <Closures />
        <h2 className="title">{say("hours.maintenance")}</h2>
        <PlanMaintenance />
        <Windows />
      </div>
    </div>
  );
}

function Closures() {
  const { say } = useWords();
  const closures = useQuery({ queryKey: ["closures"], queryFn: async ({ signal }) => (await call<{ items: Closure[] }>("/closures", { signal })).items.filter((c) => !c.ended) });
  if (closures.isPending) return <Waiting rows={2} />;
  if (closures.error) return <Trouble error={closures.error} retry={() => void closures.refetch()} />;
  if (closures.data.length === 0)
    return (
      <Empty icon="note" title={say("hours.none")}>
        <p>{say("hours.none-hint")}</p>
      </Empty>
    );
  return (
    <ul className="card lines">
      {closures.data.map((c) => (
        <li key={c.id} className="line-row line-wrap">
          <span className="strong number">{c.first === c.last ? c.first : `${c.first} – ${c.last}`}</span>
          <span>{c.hours.length ? c.hours.join(", ") : say("hours.closed")}</span>
          <span className="quiet small">
            {c.calendar} · {c.reason} · {c.madeBy}
            {c.notice ? ` · ${say(c.notice.kept ? "hours.in-time" : "hours.too-late")}` : ""}
          </span>
          <TakeBack path={`/closures/${c.id}`} lists="closures" word="hours.take-back" />
        </li>
      ))}
    </ul>
  );
}

function Windows() {
  const { say, lang } = useWords();
  const { zone } = useDesk();
  const windows = useQuery({
    queryKey: ["maintenance"],
    queryFn: async ({ signal }) => (await call<{ items: Maintenance[] }>("/maintenance", { signal })).items.filter((m) => m.calledOffAt === null),
  });
  if (windows.isPending) return <Waiting rows={2} />;
  if (windows.error) return <Trouble error={windows.error} retry={() => void windows.refetch()} />;
  if (windows.data.length === 0)
    return (
      <Empty icon="gear" title={say("hours.maintenance-none")}>
        <p>{say("hours.maintenance-hint")}</p>
      </Empty>
    );
  return (
    <ul className="card lines">
      {windows.data.map((m) => (
        <li key={m.id} className="line-row line-wrap">
          <span className="strong">
            {shortText(m.starts, lang, zone)} – {shortText(m.ends, lang, zone)}
          </span>
          <span className="wrap">{m.words}</span>
          <span className="quiet small">
            {m.announcedBy}
            {m.notice ? ` · ${say(m.notice.kept ? "hours.in-time" : "hours.too-late")}` : ""}
          </span>
          {Date.parse(m.ends) > Date.now() ? <TakeBack path={`/maintenance/${m.id}`} lists="maintenance" word="hours.call-off" /> : null}
        </li>
      ))}
    </ul>
  );
}
