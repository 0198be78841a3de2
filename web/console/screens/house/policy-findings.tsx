// What the checker finds in a policy's text, the open errors first; a line leads to its place in the text.
import type { PolicyTrial } from "../../../shared/shapes.ts";
import { useWords } from "../../words/words.tsx";

type Found = PolicyTrial["findings"][number];
const GRAVE = { error: 0, warning: 1, note: 2 } as const;
const TONE = { error: "bad", warning: "warn", note: undefined } as const;

export function PolicyFindings({ trial, show }: { readonly trial: PolicyTrial; readonly show: (line: number) => void }) {
  const { say } = useWords();
  const open = trial.findings.filter((f) => f.decided === null).toSorted((a, b) => GRAVE[a.severity] - GRAVE[b.severity] || (a.line ?? 0) - (b.line ?? 0));
  const decided = trial.findings.length - open.length;
  return (
    <div className="stack-tight">
      <p>
        <span className="tag" data-tone={trial.errors ? "bad" : "good"}>
          {say("next.errors", { n: trial.errors })}
        </span>{" "}
        <span className="quiet small">{[...(trial.clauses ? [say("next.clauses", { n: trial.clauses })] : []), ...(decided ? [say("next.decided", { n: decided })] : [])].join(" · ")}</span>
      </p>
      {open.length ? (
        <ul className="card lines">
          {open.map((f) => (
            <li key={`${f.code} ${f.at} ${f.line} ${f.column} ${f.message}`} className="line-row line-wrap" data-code={f.code}>
              <One found={f} show={show} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function One({ found: { severity, code, line, message, mend, example }, show }: { readonly found: Found; readonly show: (line: number) => void }) {
  const { say } = useWords();
  const facts = Object.entries(example ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <div className="stack-tight">
      <div className="row-wrap">
        <span className="tag" data-tone={TONE[severity]}>
          {code}
        </span>
        {line === null ? null : (
          <button type="button" className="link-button" onClick={() => show(line)}>
            {say("next.line", { line })}
          </button>
        )}
      </div>
      <span className="wrap" lang="en">
        {message}
      </span>
      {facts.length ? <span className="quiet small wrap">{say("next.example", { facts: facts.join(", ") })}</span> : null}
      {mend === null ? null : (
        <span className="quiet small wrap" lang="en">
          {mend}
        </span>
      )}
    </div>
  );
}
