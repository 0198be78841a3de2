// Open tickets that may belong to a problem, with what they have in common with it: a person hangs them, nothing does so by itself.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { SharedProblemWhole } from "../../../shared/shapes.ts";
import { useProblemDeed, useProposals } from "../../data/problems.ts";
import { useWords } from "../../words/words.tsx";
import { languageName } from "./language-name.ts";
import { marksText } from "./marks-text.ts";

export function Proposals({ problem }: { readonly problem: SharedProblemWhole }) {
  const { say, lang } = useWords();
  const proposed = useProposals(problem.id, true).data ?? [];
  const deed = useProblemDeed(problem.id);
  if (proposed.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="proposed">
      <h2 className="heading" id="proposed">
        {say("problem.proposed", { n: proposed.length })}
      </h2>
      <p className="quiet small">{say("problem.proposed-hint")}</p>
      <ul className="card lines">
        {proposed.map((each) => (
          <li key={each.number} className="line-row line-wrap">
            <Link to="/tickets/$number" params={{ number: each.number }} className="line-subject wrap">
              <span className="number quiet small">{each.number}</span> <span className="strong">{each.subject}</span>
            </Link>
            <span className="quiet small wrap">{each.requester}</span>
            <span className="tag">{languageName(each.language, lang)}</span>
            {each.shared.length > 0 ? <span className="quiet small wrap">{say("join.shared", { marks: marksText(each.shared, say("join.file")) })}</span> : null}
            <span className="push">
              <Button
                variant="default"
                size="xs"
                loading={deed.isPending && deed.variables.path.endsWith(`/${each.number}`)}
                aria-label={say("problem.add-label", { number: each.number })}
                onClick={() => deed.mutate({ path: `/tickets/${encodeURIComponent(each.number)}`, method: "PUT", done: say("problem.hung", { number: each.number }) })}
              >
                {say("problem.add")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
