// One problem: what is known of it, the tickets that hang on it, what may belong to it, and answering them together.
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "../../../shared/api-problem.ts";
import type { SharedProblemWhole } from "../../../shared/shapes.ts";
import { useProblem, useProblemDeed } from "../../data/problems.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { AnswerTogether } from "./answer-together.tsx";
import { Answers } from "./answers.tsx";
import { Hanging } from "./hanging.tsx";
import { WordProblem } from "./name-problem.tsx";
import { Proposals } from "./proposals.tsx";

export function ProblemScreen() {
  const { id } = useParams({ from: "/problems/$id" });
  const { say } = useWords();
  const { data, error, refetch } = useProblem(id);
  if (error instanceof ApiProblem && (error.status === 404 || error.code === "invalid-input"))
    return (
      <Empty icon="linked" title={say("problem.gone")}>
        <p>{say("problem.gone-hint")}</p>
      </Empty>
    );
  return (
    <div className="page">
      <div className="page-in stack-wide">{data ? <Whole key={id} problem={data} /> : error ? <Trouble error={error} retry={() => void refetch()} /> : <Waiting rows={5} />}</div>
    </div>
  );
}

function Whole({ problem }: { readonly problem: SharedProblemWhole }) {
  const { say } = useWords();
  const go = useNavigate();
  const deed = useProblemDeed(problem.id);
  const [wording, setWording] = useState(false);
  const { number, title, known, state, hanging, answers, revision, solvedBy, solvedAt } = problem;
  const empty = hanging.length === 0 && answers.length === 0;
  return (
    <>
      <header className="stack-tight">
        <div className="row">
          <Link to="/problems" className="back" aria-label={say("problem.list")} title={say("problem.list")}>
            <Icon name="back" />
          </Link>
          <h1 className="title wrap">{title}</h1>
        </div>
        <div className="row-wrap small">
          <span className="number quiet">{number}</span>
          <span className="tag" data-tone={state === "solved" ? "good" : undefined}>
            {say(state === "solved" ? "problem.solved" : "problem.open")}
          </span>
          {problem.open > 0 ? <span className="quiet">{say("problem.counts", { tickets: problem.open, customers: problem.customers })}</span> : null}
          <span className="quiet">
            {state === "solved" && solvedAt !== null ? say("problem.solved-by", { name: solvedBy ?? "" }) : say("problem.made-by", { name: problem.madeBy })} · <At at={solvedAt ?? problem.madeAt} />
          </span>
          <button type="button" className="link-button" onClick={() => setWording(true)}>
            {say("problem.word-menu")}
          </button>
          {state === "solved" ? (
            <button type="button" className="link-button" onClick={() => deed.mutate({ path: "/solution", method: "DELETE", revision, done: say("problem.opened") })}>
              {say("problem.reopen")}
            </button>
          ) : null}
        </div>
        {known === "" ? null : (
          <figure className="card card-in quote-of">
            <p className="pre-line wrap">{known}</p>
            <figcaption className="quiet small">{say("problem.inside")}</figcaption>
          </figure>
        )}
      </header>
      <Hanging problem={problem} />
      {state === "open" ? <Proposals problem={problem} /> : null}
      {problem.needs.length > 0 ? <AnswerTogether problem={problem} /> : null}
      {answers.length > 0 ? <Answers problem={problem} /> : null}
      {empty ? (
        <div>
          <Button
            variant="default"
            loading={deed.isPending}
            onClick={() => deed.mutate({ path: "", method: "DELETE", done: say("problem.dropped") }, { onSuccess: () => void go({ to: "/problems" }) })}
          >
            {say("problem.drop")}
          </Button>
        </div>
      ) : state === "open" && problem.needs.length === 0 ? (
        <div>
          <Button variant="default" loading={deed.isPending} onClick={() => deed.mutate({ path: "/solution", method: "PUT", body: {}, revision, done: say("problem.solved") })}>
            {say("problem.solve-empty")}
          </Button>
        </div>
      ) : null}
      {wording ? <WordProblem problem={problem} done={() => setWording(false)} /> : null}
    </>
  );
}
