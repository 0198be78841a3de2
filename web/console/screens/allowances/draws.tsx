// What drew from a pack or from what is included: each request with how much and when.
import { Link } from "@tanstack/react-router";
import { quantityText } from "../../../../src/words/allowance.ts";
import type { Pack } from "../../../shared/shapes.ts";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function Draws({ draws, time }: { readonly draws: Pack["draws"]; readonly time: boolean }) {
  const { say, lang } = useWords();
  if (draws.length === 0) return <p className="quiet small">{say("packs.draws-none")}</p>;
  return (
    <details className="small">
      <summary>{say("packs.draws", { n: draws.length })}</summary>
      <ul className="draws">
        {draws.map((each) => (
          <li key={`${each.ticket} ${each.at}`} className="row-wrap">
            <Link to="/tickets/$number" params={{ number: each.ticket }} className="wrap">
              {each.ticket} {each.subject}
            </Link>
            <span className="push number">{quantityText(each.quantity, time, lang)}</span>
            <span className="quiet">
              <At at={each.at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
