// What was charged month by month: one statement each, to read as PDF or to take over as CSV.
import type { ReactNode } from "react";
import type { StatementsRow } from "../../../database/rows.gen.ts";
import { monthText } from "../../../words/instant.ts";
import { moneyText } from "../../../words/numbers.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";

export function Statements({ visit, statements }: { readonly visit: Visit; readonly statements: readonly StatementsRow[] }): ReactNode {
  const { lang, desk } = visit;
  return (
    <>
      <h1>{phrase(lang, "statements.title")}</h1>
      <p>{phrase(lang, statements.length ? "statements.intro" : "statements.none")}</p>
      {statements.map((each) => {
        const number = String(each.number);
        const file = `/api/${desk}/statements/${number}`;
        return (
          <section key={number} className="says" data-statement={number}>
            <h2>{monthText(String(each.month).slice(0, 7), lang)}</h2>
            <p>
              {phrase(lang, "statement.title", { number })}: <strong>{moneyText({ cents: each.gross, currency: each.currency }, lang)}</strong>
            </p>
            <p>
              <a className="button" href={`${file}/pdf`} aria-label={phrase(lang, "statements.download-pdf", { number })}>
                PDF
              </a>{" "}
              <a className="button secondary" href={`${file}/csv`} aria-label={phrase(lang, "statements.download-csv", { number })}>
                CSV
              </a>
            </p>
          </section>
        );
      })}
    </>
  );
}
