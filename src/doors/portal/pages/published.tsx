// The policy, made from the rules that run.
import type { ReactNode } from "react";
import type { Version } from "../../../desk/views/versions.ts";
import type { Policy } from "../../../policy/index.ts";
import { phrasesOf } from "../../../words/languages.ts";
import type { PolicyPage } from "../../../words/page.ts";
import { pageHtml } from "../../../words/page-html.ts";
import { phrase } from "../../../words/phrase.ts";
import { AllVersions, VersionStanding } from "../parts/version-standing.tsx";
import type { Visit } from "../visit.ts";

interface PublishedProps {
  readonly visit: Visit;
  readonly policy: Policy; // this version of it
  readonly written: PolicyPage;
  readonly notes: boolean;
  readonly sums: boolean;
  readonly versions: readonly Version[];
  readonly shown: Version;
}

export function Published({ visit, policy, written, notes, sums, versions, shown }: PublishedProps): ReactNode {
  const { lang, base } = visit;
  const here = shown.version === visit.version ? "" : `version=${shown.version}`;
  const { languages } = policy.desk;
  return (
    <>
      {languages.includes(lang) ? null : <p className="note">{phrase(lang, "page.only-in", { language: languages.map((l) => phrasesOf(l)["language.name"]).join(", ") })}</p>}
      <VersionStanding visit={visit} shown={shown} />
      <div dangerouslySetInnerHTML={{ __html: pageHtml(written) }} />
      <AllVersions visit={visit} versions={versions} shown={shown} />
      <p className="policy-also">
        {policy.decisions.length === 0 ? null : (
          <a href={notes ? `${base}/policy?${here}` : `${base}/policy?notes=1&${here}#notes`}>{notes ? phrase(lang, "portal.close") : phrase(lang, "page.notes")}</a>
        )}
        {sums ? <a href={`${base}/promises`}>{phrase(lang, "promises.link")}</a> : null}
        <a href={`${base}/policy.md?lang=${lang}&${here}`} type="text/markdown">
          Markdown
        </a>
      </p>
    </>
  );
}
