// A case in a list: how far it is, whom it is about as far as one may know, and what its clock says.
import { Link } from "@tanstack/react-router";
import type { ConductLine } from "../../../shared/shapes.ts";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";
import { Phase } from "./phase.tsx";

export function CaseRow({ line }: { readonly line: ConductLine }) {
  const { say } = useWords();
  const { phase, answerBy, lapsesAt, reviewBy } = line;
  const [word, at] =
    phase === "hearing" && answerBy
      ? (["conduct.hear-until", answerBy] as const)
      : phase === "to-decide" && lapsesAt
        ? (["conduct.decide-until", lapsesAt] as const)
        : phase === "appealed" && reviewBy
          ? (["conduct.review-until", reviewBy] as const)
          : (["conduct.since", line.openedAt] as const);
  return (
    <Link className="line-row line-wrap" to="/conduct/$id" params={{ id: line.id }}>
      <span className="number quiet small">{line.ticket}</span>
      <span className="strong wrap line-subject">{line.person ?? say("conduct.somebody")}</span>
      <span className="push">
        <Phase line={line} />
      </span>
      <span className="quiet small">
        {say(word)} <At at={at} />
      </span>
    </Link>
  );
}
