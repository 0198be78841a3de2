// That there is a case about the reader's own conduct, where they look first; with the way to it.
import type { ReactNode } from "react";
import type { caseLine } from "../../../desk/views/conduct-cases.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";

export type CaseNote = ReturnType<typeof caseLine>;

/** Those that still take what the person says before somebody decides. */
export function CaseNotes({ visit, cases }: { readonly visit: Visit; readonly cases: readonly CaseNote[] }): ReactNode {
  const { lang, zone, base } = visit;
  return cases
    .filter((c) => c.phase === "hearing" || c.phase === "to-decide")
    .map((c) => (
      <p className="note" key={c.id}>
        {c.phase === "hearing" && c.answerBy ? phrase(lang, "conduct.waits", { time: instantText(Date.parse(c.answerBy), lang, zone) }) : phrase(lang, "conduct.waits-open")}{" "}
        <a href={`${base}/conduct/${c.id}`}>{phrase(lang, "conduct.read")}</a>
      </p>
    ));
}
