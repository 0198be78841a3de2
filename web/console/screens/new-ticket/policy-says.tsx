// What the policy says to a request before it is opened: refused or not, by when, at what price, and what it still has to know.
import { Link } from "@tanstack/react-router";
import { phrase } from "../../../../src/words/phrase.ts";
import type { PreviewAnswer } from "../../../shared/shapes.ts";
import { ClauseShown, ReasonShown } from "../../parts/clause.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";

export function PolicySays({ preview, waiting, error }: { readonly preview: PreviewAnswer | undefined; readonly waiting: boolean; readonly error: unknown }) {
  const { say, lang, locale } = useWords();
  const title = <h2 className="heading">{say("new.policy-says")}</h2>;
  if (error)
    return (
      <div className="says card">
        {title}
        <Trouble error={error} />
      </div>
    );
  if (!preview)
    return (
      <div className="says card">
        {title}
        <p className="quiet">{say("new.policy-wait")}</p>
      </div>
    );
  const { refused, promises, quote } = preview;
  const told = new Set([refused?.id, ...promises.map((each) => each.clause.id)]);
  const also = preview.reasons.filter((each) => !told.has(each.id) && each.section !== "closure" && each.section !== "upkeep");
  const money = (amount: { cents: number; currency: string }) => new Intl.NumberFormat(locale, { style: "currency", currency: amount.currency }).format(amount.cents / 100);
  return (
    <div className="says card" aria-live="polite" aria-busy={waiting}>
      {title}
      {refused ? (
        <section className="stack-tight">
          <h3 className="says-no">{say("new.policy-refuses")}</h3>
          <ReasonShown reason={refused} />
          {preview.refer ? <p>{phrase(lang, "says.refer", { name: preview.refer.name })}</p> : null}
        </section>
      ) : null}
      {promises.length > 0 ? (
        <section className="stack">
          <h3 className="heading">{say("new.policy-promises")}</h3>
          {promises.map((each) => (
            <div key={each.kind} className="stack-tight">
              <div className="row-wrap">
                <span className="strong">{each.label}</span>
                <span>{each.dueText ?? each.goalText ?? say("clock.timeless")}</span>
              </div>
              <ClauseShown clause={each.clause} />
            </div>
          ))}
        </section>
      ) : null}
      {quote ? (
        <section className="row">
          <span className="strong">{phrase(lang, "money.gross")}</span>
          <span className="number">{money(quote.gross)}</span>
          <span className="quiet small">
            {phrase(lang, "money.net")} {money(quote.net)}
          </span>
        </section>
      ) : null}
      {preview.free ? <p className="strong">{phrase(lang, "allowance.free")}</p> : null}
      {preview.open.length > 0 ? (
        <section className="stack-tight">
          <h3 className="heading">{say("new.policy-open")}</h3>
          {preview.open
            .flatMap((each) => each.clauses)
            .slice(0, 6)
            .map((each) => (
              <ClauseShown key={each.id} clause={each} />
            ))}
        </section>
      ) : null}
      {also.length > 0 ? (
        <section className="stack-tight">
          <h3 className="heading">{say("new.policy-also")}</h3>
          {also.map((each) => (
            <ReasonShown key={`${each.key}/${each.id}`} reason={each} />
          ))}
        </section>
      ) : null}
      {preview.similar.length > 0 ? (
        <section className="stack-tight">
          <h3 className="heading">{say("new.similar")}</h3>
          {preview.similar.map((each) => (
            <Link key={each.number} to="/tickets/$number" params={{ number: each.number }}>
              {each.number} {each.subject}
            </Link>
          ))}
        </section>
      ) : null}
    </div>
  );
}
