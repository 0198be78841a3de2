// What was said together: how far it is, who did not get it and why, and the words; any of them can be what solved the problem.
import { Button, Modal, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SharedProblemWhole, TogetherAnswer } from "../../../shared/shapes.ts";
import { useProblemDeed } from "../../data/problems.ts";
import { Icon } from "../../parts/icon.tsx";
import { sizeText } from "../../parts/size-text.ts";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";
import { languageName } from "./language-name.ts";
import { canBeAnswered } from "./to-send.ts";

export function Answers({ problem }: { readonly problem: SharedProblemWhole }) {
  const { say } = useWords();
  return (
    <section className="stack" aria-labelledby="answers">
      <h2 className="heading" id="answers">
        {say("problem.answers")}
      </h2>
      {problem.answers.map((each) => (
        <Shown key={each.id} answer={each} problem={problem} />
      ))}
    </section>
  );
}

function Shown({ answer, problem }: { readonly answer: TogetherAnswer; readonly problem: SharedProblemWhole }) {
  const { say, lang, locale } = useWords();
  const [solving, setSolving] = useState(false);
  const { by, at, solves, earlier, endedAt, total, sent, asked, waiting, told, texts, sendAs, files } = answer;
  const words = Object.entries(texts);
  return (
    <article className="card card-in stack-tight">
      <header className="row-wrap small">
        <span className="tag" data-tone={solves ? "good" : undefined}>
          {say(solves ? "problem.was-solution" : "problem.was-answer")}
        </span>
        <span className="quiet">
          {by} · <At at={at} />
        </span>
        <span className="push" role="status">
          {say(solves ? "problem.closed-so-far" : "problem.sent-so-far", { sent, total })}
        </span>
      </header>
      {endedAt === null ? <Progress value={total > 0 ? (100 * (total - waiting)) / total : 100} aria-label={say("problem.sent-so-far", { sent: total - waiting, total })} /> : null}
      {asked > 0 ? <p className="small">{say("problem.asked", { n: asked })}</p> : null}
      {earlier === null ? null : <p className="quiet small">{say("problem.by-earlier")}</p>}
      {told.length > 0 ? (
        <ul className="stack-tight small" aria-label={say("problem.told")}>
          {told.map((each) => (
            <li key={each.ticket} className="row-wrap">
              <Icon name="warn" />
              <Link to="/tickets/$number" params={{ number: each.ticket }}>
                {each.ticket}
              </Link>
              <span className="wrap">{say(`problem.told-${each.state}`, { into: each.into ?? "" })}</span>
              {each.why === null ? null : <span className="quiet wrap">{each.why}</span>}
            </li>
          ))}
        </ul>
      ) : null}
      {words.length > 0 ? (
        <details>
          <summary>{say("problem.words", { n: words.length })}</summary>
          <dl className="stack-tight">
            {words.map(([language, text]) => (
              <div key={language}>
                <dt className="quiet small">{[language, ...Object.keys(sendAs).filter((to) => sendAs[to] === language)].map((each) => languageName(each, lang)).join(", ")}</dt>
                <dd lang={language} className="quote pre-line wrap">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {files.length > 0 ? (
        <ul className="files">
          {files.map(({ name, size }, i) => (
            <li key={i} className="file">
              <Icon name="file" />
              <span className="cut">{name}</span> <span className="quiet">{sizeText(size, locale)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {problem.state === "open" && !solves && endedAt !== null && sent > 0 && problem.needs.length > 0 ? (
        <div>
          <Button variant="default" size="xs" onClick={() => setSolving(true)}>
            {say("problem.solved-it")}
          </Button>
        </div>
      ) : null}
      {solving ? <SolveWith answer={answer} problem={problem} done={() => setSolving(false)} /> : null}
    </article>
  );
}

function SolveWith({ answer, problem, done }: { readonly answer: TogetherAnswer; readonly problem: SharedProblemWhole; readonly done: () => void }) {
  const { say } = useWords();
  const deed = useProblemDeed(problem.id);
  const tickets = problem.hanging.filter(canBeAnswered);
  const solve = (): void =>
    deed.mutate(
      { path: "/solution", method: "PUT", body: { earlier: answer.id, tickets: tickets.map((each) => each.number) }, revision: problem.revision, done: say("problem.solving", { n: tickets.length }) },
      { onSuccess: done },
    );
  return (
    <Modal opened onClose={done} size={520} title={say("problem.solved-it-title")} closeButtonProps={{ "aria-label": say("app.close") }}>
      <div className="stack">
        <p>{say("problem.solved-it-will", { n: tickets.length })}</p>
        <div className="row dialog-actions">
          <Button variant="default" onClick={done}>
            {say("app.cancel")}
          </Button>
          <Button onClick={solve} loading={deed.isPending} data-autofocus>
            {say("problem.solve-go", { n: tickets.length })}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
