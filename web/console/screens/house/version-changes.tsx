// What a version changes, as customers read it: the differences for whoever they concern, and the clauses that read differently.
import type { VersionChanges as Changes } from "../../../shared/shapes.ts";
import { useVersionChanges } from "../../data/versions.ts";
import { ClauseShown } from "../../parts/clause.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";

const TONE = { better: "good", worse: "bad", different: undefined } as const;

export function VersionChanges({ version }: { readonly version: number }) {
  const { lang } = useWords();
  const { data, error, refetch } = useVersionChanges(version, lang);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  return data ? <ChangesShown {...data} /> : <Waiting rows={2} />;
}

export function ChangesShown({ changes, clauses, documents, unsure }: Changes) {
  const { say } = useWords();
  return (
    <div className="stack">
      <h3 className="label">{say("versions.changes")}</h3>
      {changes.length === 0 ? <p className="quiet">{say("versions.nothing")}</p> : null}
      {changes.map((c) => (
        <div key={[c.table, c.was, c.will].join()} className="stack-tight" data-verdict={c.verdict}>
          <div className="row-wrap">
            <strong>{c.about}</strong>
            <span className="tag" data-tone={TONE[c.verdict]}>
              {say(`versions.${c.verdict}`)}
            </span>
          </div>
          <dl className="facts">
            <dt>{say("versions.was")}</dt>
            <dd>{c.was}</dd>
            <dt>{say("versions.will")}</dt>
            <dd>{c.will}</dd>
            {c.cases.length ? [<dt key="when">{say("versions.cases")}</dt>, <dd key="cases">{c.cases.join("; ")}</dd>] : null}
          </dl>
        </div>
      ))}
      {documents.length ? <p>{say("versions.documents", { texts: documents.map((d) => `${d.title} (${d.version})`).join(", ") })}</p> : null}
      {clauses.length ? <h3 className="label">{say("versions.clauses")}</h3> : null}
      {clauses.map((c) => {
        const clause = c.new ?? c.old;
        return clause ? (
          <div key={clause.id} className="stack-tight">
            {c.old ? <ClauseShown clause={c.old} /> : null}
            {c.new && c.old ? <span className="quiet small">{say("versions.will")}</span> : null}
            {c.new ? <ClauseShown clause={c.new} /> : <span className="quiet small">{say("versions.gone")}</span>}
          </div>
        ) : null;
      })}
      {unsure ? <p className="quiet">{say("versions.unsure")}</p> : null}
    </div>
  );
}
