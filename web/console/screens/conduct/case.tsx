// A case of conduct: what is held against somebody and by whose words, what they answered, by which clauses it can be decided, and the decision. Nothing of it is shown anywhere else.
import { Link, useParams } from "@tanstack/react-router";
import { ApiProblem } from "../../../shared/api-problem.ts";
import type { ConductCase } from "../../../shared/shapes.ts";
import { useCase } from "../../data/conduct.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { At } from "../../parts/times.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { CaseActs } from "./case-acts.tsx";
import { SeatShown, Signed } from "./seat.tsx";
import { Phase } from "./phase.tsx";

type File = NonNullable<ConductCase["file"]>;

export function CaseScreen() {
  const { id } = useParams({ from: "/conduct/$id" });
  const { say } = useWords();
  const { data, error, refetch } = useCase(id);
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <Empty icon="warn" title={say("conduct.gone")}>
        <p>{say("conduct.gone-hint")}</p>
      </Empty>
    );
  if (!data)
    return (
      <div className="page">
        <div className="page-in">{error ? <Trouble error={error} retry={() => void refetch()} /> : <Waiting rows={4} />}</div>
      </div>
    );
  return (
    <div className="page">
      <div className="page-in stack-wide">
        <header className="stack-tight">
          <div className="row">
            <Link to="/conduct" className="back" aria-label={say("conduct.title")} title={say("conduct.title")}>
              <Icon name="back" />
            </Link>
            <h1 className="title wrap">{data.person ?? say("conduct.somebody")}</h1>
          </div>
          <p className="row-wrap small">
            <Phase line={data} />
            <Link to="/tickets/$number" params={{ number: data.ticket }}>
              {data.ticket}
            </Link>
            <span className="quiet">
              {say("conduct.since")} <At at={data.openedAt} />
            </span>
            {data.file ? <span className="quiet">{data.file.openedBy ? say("conduct.opened-by", { name: data.file.openedBy.name }) : say("conduct.opened-by-limit")}</span> : null}
          </p>
        </header>
        {data.file ? <Whole of={data} file={data.file} /> : <p className="quiet">{say("conduct.state-only")}</p>}
      </div>
    </div>
  );
}

function Whole({ of, file }: { readonly of: ConductCase; readonly file: File }) {
  const { say } = useWords();
  return (
    <>
      <Clocks of={of} file={file} />
      <section className="stack-tight">
        <h2 className="heading">{say("conduct.held")}</h2>
        {file.facts.length > 0 ? <dl className="facts facts-wide">{file.facts.map((f) => [<dt key={`${f.name}-label`}>{f.label}</dt>, <dd key={f.name}>{f.text}</dd>])}</dl> : null}
        {file.statement ? <blockquote className="quote pre-line wrap">{file.statement}</blockquote> : null}
        {file.evidence.map((e) => (
          <figure key={e.id} className="quote-of card card-in stack-tight">
            <blockquote className="quote pre-line wrap">{e.text}</blockquote>
            <figcaption className="row-wrap small quiet">
              <Link to="/tickets/$number" params={{ number: e.ticket }}>
                {e.ticket}
              </Link>
              <At at={e.saidAt} />
              <span title={e.sha}>{say("conduct.kept", { sha: e.sha.slice(0, 8) })}</span>
              {e.since === "same" ? null : <span className="tag">{say(`conduct.since-${e.since}`)}</span>}
            </figcaption>
          </figure>
        ))}
        {file.evidence.length === 0 && !file.statement ? <p className="quiet">{say("conduct.held-none")}</p> : null}
      </section>
      <section className="stack-tight">
        <h2 className="heading">{say("conduct.said")}</h2>
        {file.words.length === 0 ? <p className="quiet">{say("conduct.said-none")}</p> : null}
        {file.words.map((w) => (
          <figure key={w.id} className="quote-of card card-in stack-tight">
            <blockquote className="quote pre-line wrap">{w.text}</blockquote>
            <figcaption className="row-wrap small quiet">
              <span>{say(`conduct.words-${w.kind}`)}</span>
              <At at={w.at} />
              {w.authenticated === "none" ? <span className="tag">{say("conduct.unproven")}</span> : null}
            </figcaption>
          </figure>
        ))}
      </section>
      {file.decision ? <Decided of={of} file={file} /> : null}
      <CaseActs of={of} file={file} />
    </>
  );
}

/** What runs: until when the person can answer, until when it is to be decided, by when the appeal. */
function Clocks({ of, file }: { readonly of: ConductCase; readonly file: File }) {
  const { say } = useWords();
  const rows = [
    of.phase === "hearing" && of.answerBy ? (["conduct.hear-until", of.answerBy] as const) : null,
    of.lapsesAt ? (["conduct.decide-until", of.lapsesAt] as const) : null,
    of.phase === "appealed" && of.reviewBy ? (["conduct.review-until", of.reviewBy] as const) : null,
    of.measure?.holds && of.measure.ends ? (["conduct.ends", of.measure.ends] as const) : null,
    file.decision?.contestable && file.decision.contestBy && !file.appeal ? (["conduct.contest-until", file.decision.contestBy] as const) : null,
  ].filter((row) => row !== null);
  const named = file.appeal ? file.appeal.decider : file.decider;
  const seats = of.phase === "appealed" ? (file.hears ? [file.hears] : []) : of.phase === "hearing" || of.phase === "to-decide" ? file.decides : [];
  if (rows.length === 0 && !named && seats.length === 0) return null;
  return (
    <dl className="facts facts-wide">
      {rows.map(([word, at]) => [
        <dt key={`${word}-label`}>{say(word)}</dt>,
        <dd key={word} className="strong">
          <At at={at} />
        </dd>,
      ])}
      {seats.length > 0 ? (
        <>
          <dt>{say(of.phase === "appealed" ? "conduct.hears" : "conduct.decides")}</dt>
          <dd>
            {seats.map((seat) => (
              <SeatShown key={seat.role ?? ""} seat={seat} appeal={of.phase === "appealed"} />
            ))}
          </dd>
        </>
      ) : null}
      {named ? (
        <>
          <dt>{say("conduct.named")}</dt>
          <dd>{named.name}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Decided({ of, file }: { readonly of: ConductCase; readonly file: File }) {
  const { say } = useWords();
  const { decision, appeal } = file;
  if (!decision) return null;
  return (
    <section className="stack-tight">
      <h2 className="heading">{say("conduct.decision")}</h2>
      {decision.clause ? <ClauseShown clause={decision.clause} /> : <p>{say("conduct.no-measure")}</p>}
      <blockquote className="quote pre-line wrap">{decision.reason}</blockquote>
      <p className="quiet small">
        <Signed by={decision.by} as={decision.as} /> · <At at={decision.at} />
      </p>
      {appeal?.decided ? (
        <>
          <p className="strong">{say(appeal.decided.lifts ? "conduct.appeal-lifted" : "conduct.appeal-upheld")}</p>
          <blockquote className="quote pre-line wrap">{appeal.decided.reason}</blockquote>
          <p className="quiet small">
            <Signed by={appeal.decided.by} as={appeal.decided.as} /> · <At at={appeal.decided.at} />
          </p>
        </>
      ) : null}
      {of.measure && !of.measure.holds && of.measure.endedHow ? <p className="tag">{say(`conduct.ended-${of.measure.endedHow}`)}</p> : null}
    </section>
  );
}
