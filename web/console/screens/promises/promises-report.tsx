// How the desk keeps its word: promises kept of those owed, by clause, week, expert and topic.
import { Button, Select, Switch } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, desk } from "../../../shared/desk-path.ts";
import type { LedgerSums } from "../../../shared/shapes.ts";
import { type By, useDrifts, usePublication, usePublish, useSums } from "../../data/ledger.ts";
import { useMe } from "../../data/session.ts";
import { Empty } from "../../parts/empty.tsx";
import { KeptBar, KeptColumns, KeptKey } from "../../parts/kept-chart.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

const KINDS = ["clause", "week", "expert", "topic"] as const;
const WEEKS = [4, 13, 26, 52, 104] as const;

export function PromisesReport() {
  const { say } = useWords();
  const [by, setBy] = useState<By>("clause");
  const [weeks, setWeeks] = useState(13);
  return (
    <div className="page">
      <div className="page-in page-wide stack-wide">
        <div className="row-wrap">
          <div className="stack-tight">
            <h1 className="title">{say("report.title")}</h1>
            <p className="quiet">{say("report.intro")}</p>
          </div>
          <span className="push row-wrap">
            <Select
              aria-label={say("report.time")}
              size="xs"
              w={150}
              allowDeselect={false}
              data={WEEKS.map((n) => ({ value: String(n), label: say("report.weeks", { n }) }))}
              value={String(weeks)}
              onChange={(n) => setWeeks(Number(n ?? 13))}
            />
            <Button component="a" href={`${api}/ledger.csv`} download variant="default" size="xs">
              {say("report.csv")}
            </Button>
          </span>
        </div>
        <Drifted />
        <Tabs label={say("report.title")} chosen={by} choose={setBy} tabs={KINDS.map((id) => ({ id, label: say(`report.by.${id}`), panel: id === by ? <Sums by={id} weeks={weeks} /> : null }))} />
        <Published />
      </div>
    </div>
  );
}

function Sums({ by, weeks }: { readonly by: By; readonly weeks: number }) {
  const { say } = useWords();
  const sums = useSums(by, weeks);
  if (sums.error) return <Trouble error={sums.error} retry={() => void sums.refetch()} />;
  if (!sums.data) return <Waiting rows={6} />;
  const { items, whole, live } = sums.data;
  const nothing = items.every((i) => !i.shielded && !i.kept && !i.broken && !i.withdrawn);
  const shown = by === "week" ? items : items.toSorted((a, b) => owed(b) - owed(a));
  const label = say("report.chart", { kept: whole.kept ?? 0, owed: (whole.kept ?? 0) + (whole.broken ?? 0) });
  return (
    <div className="stack-wide report-in">
      <p>
        {label}{" "}
        {live ? (
          <span className="quiet">
            {say("report.live", { running: live.running, paused: live.paused })}{" "}
            {live.late > 0 ? (
              <span className="tag" data-tone="bad">
                {say("report.late", { n: live.late })}
              </span>
            ) : null}
          </span>
        ) : null}
      </p>
      {nothing ? (
        <Empty icon="check" title={say("report.none")}>
          <p>{say("report.none-hint")}</p>
        </Empty>
      ) : (
        <div className="stack">
          <KeptKey kept={say("report.kept")} broken={say("report.broken")} />
          <div className={by === "week" ? "report" : "stack"}>
            {by === "week" ? <KeptColumns bars={shown} label={label} /> : null}
            <Table by={by} items={shown} />
          </div>
        </div>
      )}
    </div>
  );
}

type Item = LedgerSums["items"][number];
const owed = (i: Item): number => (i.kept ?? 0) + (i.broken ?? 0);

function Table({ by, items }: { readonly by: By; readonly items: readonly Item[] }) {
  const { say, locale } = useWords();
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const number = new Intl.NumberFormat(locale);
  const most = Math.max(...items.map(owed));
  return (
    <div className="scroll-x">
      <table className="sums">
        <thead>
          <tr>
            <th scope="col">{say(`report.of.${by === "kind" ? "clause" : by}`)}</th>
            {by === "week" ? null : (
              <th scope="col" className="sums-bar">
                <span className="hidden">{say("report.share")}</span>
              </th>
            )}
            <th scope="col">{say("report.kept")}</th>
            <th scope="col">{say("report.owed")}</th>
            <th scope="col">{say("report.share")}</th>
            <th scope="col">{say("report.withdrawn")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((i) => (
            <tr key={i.key}>
              <th scope="row" className="wrap">
                {i.label}
              </th>
              {by === "week" ? null : <td className="sums-bar">{i.shielded ? null : <KeptBar kept={i.kept ?? 0} broken={i.broken ?? 0} most={most} />}</td>}
              {i.shielded ? (
                <td colSpan={4} className="quiet">
                  {say("report.few")}
                </td>
              ) : (
                <>
                  <td>{number.format(i.kept ?? 0)}</td>
                  <td>{number.format(owed(i))}</td>
                  <td>{owed(i) === 0 ? "–" : percent.format(Math.floor(((i.kept ?? 0) / owed(i)) * 100) / 100)}</td>
                  <td>{number.format(i.withdrawn ?? 0)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The alarm: a customer was told another time than the clock has. */
function Drifted() {
  const { say } = useWords();
  const n = useDrifts().data?.items.length ?? 0;
  return (
    <p role={n > 0 ? "alert" : undefined}>
      <Link to="/promises/drifts" className={n > 0 ? "tag" : undefined} data-tone={n > 0 ? "bad" : undefined}>
        {n > 0 ? say("drifts.alarm", { n }) : say("drifts.title")}
      </Link>
    </p>
  );
}

/** Whether everybody may read the sums. An admin's to say. */
function Published() {
  const { say, lang } = useWords();
  const me = useMe();
  const sums = usePublication().data?.sums;
  const publish = usePublish();
  if (sums === undefined) return null;
  return (
    <section className="card card-in stack-tight">
      {me.role === "admin" ? (
        <Switch label={say("report.publish")} checked={sums} disabled={publish.isPending} onChange={(event) => publish.mutate({ sums: event.currentTarget.checked })} />
      ) : (
        <p className="small">{say(sums ? "report.published" : "report.not-published")}</p>
      )}
      <p className="quiet small">
        {say("report.publish-hint")}{" "}
        {sums ? (
          <a href={`/${desk}/promises?lang=${lang}`} target="_blank" rel="noreferrer">
            {say("report.publish-page")}
          </a>
        ) : null}
      </p>
    </section>
  );
}
