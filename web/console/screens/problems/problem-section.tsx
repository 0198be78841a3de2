// A ticket's side: the problem that it hangs on together with tickets of others, or those that it may hang on.
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Ticket } from "../../../shared/shapes.ts";
import { useProblemDeed, useRelated } from "../../data/problems.ts";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/words.tsx";
import { HangOn } from "./hang-on.tsx";
import { languageName } from "./language-name.ts";
import { marksText } from "./marks-text.ts";
import { NameProblem } from "./name-problem.tsx";

export function ProblemSection({ ticket }: { readonly ticket: Ticket }) {
  const { say, lang } = useWords();
  const { number, problem, status, joinedInto } = ticket;
  const free = problem === null && status !== "closed" && joinedInto === null;
  const related = useRelated(number, free).data;
  const [naming, setNaming] = useState<readonly string[] | null>(null);
  const [choosing, setChoosing] = useState(false);
  if (problem === null && !free) return null;
  const proposed = free ? (related?.problems.length ?? 0) + (related?.tickets.length ?? 0) : 0;
  return (
    <>
      <Section key={String(proposed > 0)} id="problem" title={say("problem.section")} count={proposed} urgent={proposed > 0} folded={problem === null && proposed === 0}>
        <div className="stack">
          {problem === null ? null : <On ticket={ticket} problem={problem} />}
          {free ? (related?.problems ?? []).map((each) => <MayHang key={each.id} ticket={number} problem={each} />) : null}
          {free && related && related.problems.length === 0 && related.tickets.length > 0 ? (
            <div className="stack-tight">
              <p className="quiet small">{say("problem.others")}</p>
              {related.tickets.map((each) => (
                <div key={each.number}>
                  <p className="row-wrap">
                    <Link to="/tickets/$number" params={{ number: each.number }}>
                      {each.number} {each.subject}
                    </Link>
                    <span className="quiet small">
                      {each.requester} · {languageName(each.language, lang)}
                    </span>
                  </p>
                  {each.shared.length > 0 ? <p className="quiet small wrap">{say("join.shared", { marks: marksText(each.shared, say("join.file")) })}</p> : null}
                </div>
              ))}
              <div>
                <button type="button" className="link-button" onClick={() => setNaming([number, ...related.tickets.map((each) => each.number)])}>
                  {say("problem.name-together", { n: related.tickets.length + 1 })}
                </button>
              </div>
            </div>
          ) : null}
          {free ? (
            <div className="row-wrap">
              <button type="button" className="link-button" onClick={() => setChoosing(true)}>
                {say("problem.hang-menu")}
              </button>
              <button type="button" className="link-button" onClick={() => setNaming([number])}>
                {say("problem.name-menu")}
              </button>
            </div>
          ) : null}
        </div>
      </Section>
      {naming === null ? null : <NameProblem title={ticket.subject} tickets={naming} done={() => setNaming(null)} />}
      {choosing ? <HangOn number={number} done={() => setChoosing(false)} /> : null}
    </>
  );
}

function On({ ticket, problem }: { readonly ticket: Ticket; readonly problem: NonNullable<Ticket["problem"]> }) {
  const { say } = useWords();
  const deed = useProblemDeed(problem.id);
  return (
    <div className="stack-tight">
      <p className="row-wrap">
        <Link to="/problems/$id" params={{ id: problem.id }}>
          {problem.number} {problem.title}
        </Link>
        <span className="tag" data-tone={problem.state === "solved" ? "good" : undefined}>
          {say(problem.state === "solved" ? "problem.solved" : "problem.open")}
        </span>
      </p>
      <p className="quiet small">{say("problem.inside")}</p>
      <div>
        <button
          type="button"
          className="link-button"
          onClick={() => deed.mutate({ path: `/tickets/${encodeURIComponent(ticket.number)}`, method: "DELETE", done: say("problem.off-done", { number: ticket.number }) })}
        >
          {say("problem.off")}
        </button>
      </div>
    </div>
  );
}

function MayHang({ ticket, problem }: { readonly ticket: string; readonly problem: { readonly id: string; readonly number: string; readonly title: string; readonly shared: readonly string[] } }) {
  const { say } = useWords();
  const deed = useProblemDeed(problem.id);
  return (
    <div className="stack-tight">
      <p className="row-wrap">
        <span className="quiet">{say("problem.seems")}</span>{" "}
        <Link to="/problems/$id" params={{ id: problem.id }}>
          {problem.number} {problem.title}
        </Link>
      </p>
      {problem.shared.length > 0 ? <p className="quiet small wrap">{say("join.shared", { marks: marksText(problem.shared, say("join.file")) })}</p> : null}
      <div>
        <button type="button" className="link-button" onClick={() => deed.mutate({ path: `/tickets/${encodeURIComponent(ticket)}`, method: "PUT", done: say("problem.hung", { number: ticket }) })}>
          {say("problem.hang-on", { number: problem.number })}
        </button>
      </div>
    </div>
  );
}
