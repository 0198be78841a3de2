// A clause, shown as everywhere: its number, its words, how it binds, a link to its place on the page.
import type { ReactNode } from "react";
import type { ClauseText } from "../../../words/clause.ts";

/** `href` null: the clause is on this page already. */
export function Clause({ clause, href }: { readonly clause: ClauseText; readonly href?: string | null }): ReactNode {
  const number = `§ ${clause.number}`;
  return (
    <p className="clause">
      {href === null ? (
        <span className="clause-number">{number}</span>
      ) : (
        <a className="clause-number" href={href ?? clause.url ?? `#${clause.anchor}`}>
          {number}
        </a>
      )}{" "}
      <span className="clause-words" lang={clause.lang}>
        {clause.words}
      </span>
      {clause.bond ? (
        <>
          {" "}
          <em className="clause-bond" data-strength={clause.strength}>
            {clause.bond}
          </em>
        </>
      ) : null}
    </p>
  );
}
