// The policy, made from the rules that run.
import type { ReactNode } from "react";
import { phrasesOf } from "../../../words/languages.ts";
import type { PolicyPage } from "../../../words/page.ts";
import { pageHtml } from "../../../words/page-html.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";

interface PublishedProps {
  readonly visit: Visit;
  readonly written: PolicyPage;
  readonly notes: boolean;
  readonly sums: boolean;
}

export function Published({ visit, written, notes, sums }: PublishedProps): ReactNode {
  const { lang, policy, base } = visit;
  const { languages } = policy.desk;
  return (
    <>
      {languages.includes(lang) ? null : <p className="note">{phrase(lang, "page.only-in", { language: languages.map((l) => phrasesOf(l)["language.name"]).join(", ") })}</p>}
      <div dangerouslySetInnerHTML={{ __html: pageHtml(written) }} />
      <p className="policy-also">
        {policy.decisions.length === 0 ? null : <a href={notes ? `${base}/policy` : `${base}/policy?notes=1#notes`}>{notes ? phrase(lang, "portal.close") : phrase(lang, "page.notes")}</a>}
        {sums ? <a href={`${base}/promises`}>{phrase(lang, "promises.link")}</a> : null}
        <a href={`${base}/policy.md?lang=${lang}`} type="text/markdown">
          Markdown
        </a>
      </p>
    </>
  );
}
