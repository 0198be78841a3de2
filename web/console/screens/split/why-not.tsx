// Why a split cannot be made or undone: where money stands in the way, what has to be done first, and where.
import { Link } from "@tanstack/react-router";
import { ApiProblem } from "../../../shared/api-problem.ts";
import { Icon } from "../../parts/icon.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

export function WhyNot({ error }: { readonly error: Error }) {
  const { say } = useWords();
  const faults = error instanceof ApiProblem ? error.faults : [];
  const bound = faults.map(({ at }) => /^parts\.(.+)\.(agreed|charged|drawn)$/.exec(at)).find((found) => found !== null);
  const number = bound?.[1];
  if (number === undefined) return <Trouble error={error} />;
  return (
    <div className="trouble" role="alert" data-bound={bound?.[2]}>
      <Icon name="warn" />
      <div className="stack-tight">
        <strong>{say("split.bound")}</strong>
        <span>{say(bound?.[2] === "drawn" ? "split.bound-drawn" : bound?.[2] === "agreed" ? "split.bound-agreed" : "split.bound-charged", { number })}</span>
        <Link to="/tickets/$number" params={{ number }}>
          {say("split.bound-open", { number })}
        </Link>
      </div>
    </div>
  );
}
