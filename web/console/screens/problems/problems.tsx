// The problems that tickets have in common: what is open, for how many customers, and when the next promise to one of them is due.
import { Button, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SharedProblem } from "../../../shared/shapes.ts";
import { type ProblemState, useProblems } from "../../data/problems.ts";
import { Clock } from "../../parts/clock.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Ago } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { languageName } from "./language-name.ts";
import { NameProblem } from "./name-problem.tsx";

export function Problems() {
  const { say } = useWords();
  const [state, setState] = useState<ProblemState>("open");
  const [naming, setNaming] = useState(false);
  const list = useProblems(state);
  const items = (list.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <header className="page-head">
          <h1 className="title">{say("problem.list")}</h1>
          <SegmentedControl
            size="xs"
            aria-label={say("ticket.status")}
            value={state}
            onChange={(to) => setState(to as ProblemState)}
            data={(["open", "solved", "all"] as const).map((value) => ({ value, label: say(`problem.show-${value}`) }))}
          />
          <Button className="push" onClick={() => setNaming(true)}>
            {say("problem.name")}
          </Button>
        </header>
        <p className="quiet">{say("problem.intro")}</p>
        {list.error ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isPending ? <Waiting rows={3} /> : null}
        {list.data && items.length === 0 ? (
          <Empty icon="linked" title={say("problem.none")}>
            <p>{say("problem.none-hint")}</p>
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <ul className="card lines">
            {items.map((each) => (
              <li key={each.id}>
                <Row problem={each} />
              </li>
            ))}
          </ul>
        ) : null}
        {list.hasNextPage ? (
          <div>
            <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {say("app.more")}
            </Button>
          </div>
        ) : null}
      </div>
      {naming ? <NameProblem done={() => setNaming(false)} /> : null}
    </div>
  );
}

function Row({ problem }: { readonly problem: SharedProblem }) {
  const { say, lang } = useWords();
  const { id, number, title, state, tickets, open, customers, languages, due, solvedAt } = problem;
  return (
    <Link className="line-row line-wrap" to="/problems/$id" params={{ id }}>
      <span className="number quiet small">{number}</span>
      <span className="strong wrap line-subject">{title}</span>
      {state === "solved" ? (
        <span className="tag" data-tone="good">
          {say("problem.solved")}
        </span>
      ) : null}
      <span className="quiet small">{open > 0 ? say("problem.counts", { tickets: open, customers }) : say("problem.need", { n: tickets })}</span>
      {languages.length > 0 ? <span className="quiet small">{languages.map((each) => languageName(each, lang)).join(", ")}</span> : null}
      <span className="push small">{due !== null ? <Clock state="running" due={due} label={say("problem.next-due")} /> : solvedAt !== null ? <Ago at={solvedAt} /> : null}</span>
    </Link>
  );
}
