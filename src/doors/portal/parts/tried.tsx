// The exceptions that were looked at before something was refused, each with why it does not hold and what the visitor could tell.
import type { ReactNode } from "react";
import { phrase } from "../../../words/phrase.ts";
import { type TriedText, triedLines } from "../../../words/tried.ts";
import { Clause } from "./clause.tsx";

export function Tried({ tried, lang }: { readonly tried: readonly TriedText[]; readonly lang: string }): ReactNode {
  if (tried.length === 0) return null;
  return (
    <div className="tried">
      <p className="small">
        <strong>{phrase(lang, "tried.title")}</strong>
      </p>
      {tried.map((each) => (
        <div key={each.clause.id}>
          <Clause clause={each.clause} />
          {triedLines(each, lang).map((line) => (
            <p key={line} className="rests">
              {line}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
