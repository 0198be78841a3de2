// What a version of the policy changes: for whoever is signed in, for everybody, and clause by clause as both versions read.
import type { ReactNode } from "react";
import type { Version } from "../../../desk/views/versions.ts";
import type { ClauseNews, WhatChanges } from "../../../desk/views/what-changes.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { VersionChange } from "../../../words/version-changes.ts";
import { Clause } from "../parts/clause.tsx";
import type { Visit } from "../visit.ts";

interface ChangesProps {
  readonly visit: Visit;
  readonly title: string;
  readonly shown: Version;
  readonly before: number;
  readonly yours: WhatChanges | null; // null: nobody is signed in
  readonly everybodys: WhatChanges;
}

export function Changes({ visit, title, shown, before, yours, everybodys }: ChangesProps): ReactNode {
  const { lang, base } = visit;
  return (
    <>
      <h1>{title}</h1>
      {shown.state === "withdrawn" ? <p className="note">{phrase(lang, "version.is-withdrawn")}</p> : null}
      {shown.state === "coming" ? <p className="lead">{phrase(lang, "version.mail.intro", { time: instantText(shown.takes_effect, lang, visit.zone) })}</p> : null}
      <p className="policy-also plain">
        <a href={`${base}/policy?version=${shown.version}`}>{phrase(lang, "version.mail.new")}</a>
        <a href={`${base}/policy?version=${before}`}>{phrase(lang, "version.before")}</a>
      </p>
      <section>
        <h2>{phrase(lang, yours ? "version.for-you" : "version.for-everybody")}</h2>
        <List visit={visit} changes={(yours ?? everybodys).changes} none={yours ? "version.nothing-for-you" : "version.nothing"} plain={yours === null} />
        {yours ? null : (
          <p>
            <a href={`${base}/sign-in`}>{phrase(lang, "version.sign-in")}</a>
          </p>
        )}
        {everybodys.unsure ? <p className="note">{phrase(lang, "version.unsure")}</p> : null}
      </section>
      {everybodys.documents.length ? (
        <section>
          <h2>{phrase(lang, "version.documents")}</h2>
          {everybodys.documents.map((d) => (
            <div key={d.id}>
              <h3>{`${d.title} (${phrase(lang, "page.version", { version: d.version })})`}</h3>
              <div className="sides">
                {d.was === null || d.was === d.will ? null : <DocumentWords label={phrase(lang, "version.old-words")} words={d.was} />}
                <DocumentWords label={phrase(lang, d.was === null ? "version.new-clause" : "version.new-words")} words={d.will} />
              </div>
            </div>
          ))}
        </section>
      ) : null}
      {everybodys.clauses.length ? (
        <section>
          <h2>{phrase(lang, "version.clauses")}</h2>
          {everybodys.clauses.map((c) => (
            <SideBySide key={(c.new ?? c.old)?.id} visit={visit} clause={c} />
          ))}
        </section>
      ) : null}
    </>
  );
}

function List({
  visit,
  changes,
  none,
  plain,
}: {
  readonly visit: Visit;
  readonly changes: readonly VersionChange[];
  readonly none: "version.nothing" | "version.nothing-for-you";
  readonly plain: boolean;
}): ReactNode {
  const { lang } = visit;
  if (changes.length === 0) return <p>{phrase(lang, none)}</p>;
  return changes.map((c) => (
    <article key={[c.table, c.was, c.will].join()} className="change" data-verdict={c.verdict}>
      <h3>{c.about}</h3>
      {plain ? null : <p className="means">{c.means}</p>}
      <dl>
        <dt>{phrase(lang, "version.was")}</dt>
        <dd>{c.was}</dd>
        <dt>{phrase(lang, "version.will")}</dt>
        <dd>{c.will}</dd>
        {c.cases.length ? (
          <>
            <dt>{phrase(lang, "version.cases")}</dt>
            <dd>{c.cases.join("; ")}</dd>
          </>
        ) : null}
      </dl>
      {c.clause ? <Clause clause={c.clause} /> : null}
    </article>
  ));
}

function DocumentWords({ label, words }: { readonly label: string; readonly words: string }): ReactNode {
  return (
    <div>
      <h4>{label}</h4>
      <p className="document-words">{words}</p>
    </div>
  );
}

function SideBySide({ visit: { lang }, clause }: { readonly visit: Visit; readonly clause: ClauseNews }): ReactNode {
  return (
    <div className="sides">
      <div>
        <h3>{phrase(lang, clause.is === "new" ? "version.new-clause" : "version.old-words")}</h3>
        {clause.old ? <Clause clause={clause.old} /> : null}
        {clause.is === "new" && clause.new ? <Clause clause={clause.new} /> : null}
      </div>
      {clause.is === "new" ? null : (
        <div>
          <h3>{phrase(lang, clause.is === "gone" ? "version.gone-clause" : "version.new-words")}</h3>
          {clause.new ? <Clause clause={clause.new} /> : null}
        </div>
      )}
    </div>
  );
}
