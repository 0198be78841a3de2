// A clause on a screen, always the same: its number with a link to its place on the public page, its words, how it binds.
import { phrase } from "../../../src/words/phrase.ts";
import { triedLines } from "../../../src/words/tried.ts";
import type { ClauseText, Reason } from "../../shared/shapes.ts";
import { useWords } from "../words/words.tsx";

export function ClauseShown({ clause, children }: { readonly clause: ClauseText; readonly children?: React.ReactNode }) {
  const number = `§ ${clause.number}`;
  return (
    <div className="clause" data-strength={clause.strength}>
      {clause.url === undefined ? (
        <span className="clause-number">{number}</span>
      ) : (
        <a className="clause-number" href={clause.url} target="_blank" rel="noreferrer">
          {number}
        </a>
      )}
      <span className="clause-words" lang={clause.lang}>
        {clause.words}
      </span>
      {clause.bond ? <span className="clause-bond">{clause.bond}</span> : null}
      {children}
    </div>
  );
}

/** A clause with the facts that it rested on in this case. */
export function ReasonShown({ reason }: { readonly reason: Reason }) {
  const { say } = useWords();
  const facts = Object.entries(reason.shown);
  return (
    <ClauseShown clause={reason}>
      {reason.tried.length === 0 ? null : <TriedShown tried={reason.tried} />}
      {facts.length === 0 ? null : (
        <div className="clause-facts">
          <div className="quiet">{say("rail.rests-on")}</div>
          <dl className="facts">{facts.map(([name, fact]) => [<dt key={`${name}-label`}>{fact.label}</dt>, <dd key={name}>{fact.text}</dd>])}</dl>
        </div>
      )}
    </ClauseShown>
  );
}

/** The exceptions that were looked at before it refused, and why each does not hold. */
function TriedShown({ tried }: Pick<Reason, "tried">) {
  const { lang } = useWords();
  return (
    <div className="clause-facts">
      <div className="quiet">{phrase(lang, "tried.title")}</div>
      {tried.map((each) => (
        <div key={each.clause.id} className="small">
          <span className="clause-number">§ {each.clause.number}</span> <span lang={each.clause.lang}>{each.clause.words}</span>
          {triedLines(each, lang).map((line) => (
            <div key={line} className="quiet">
              {line}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
