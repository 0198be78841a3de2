// How a mail reads in the words that are being written, and what is wrong with them.
import type { UseQueryResult } from "@tanstack/react-query";
import type { MailWordsPreview } from "../../../shared/shapes.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { Formatted } from "../ticket/formatted.tsx";

export function WordsPreview({ preview, named }: { readonly preview: UseQueryResult<MailWordsPreview>; readonly named: (language: string) => string }) {
  const { say } = useWords();
  const { data } = preview;
  return (
    <section className="stack-tight" aria-live="polite" aria-busy={preview.isFetching}>
      <h2 className="heading">{say("words.preview")}</h2>
      {preview.error ? <Trouble error={preview.error} retry={() => void preview.refetch()} /> : null}
      {preview.isPending ? <Waiting /> : null}
      {data && data.findings.length > 0 ? (
        <div className="trouble" role="alert">
          <div className="stack-tight">
            <strong>{say("words.findings", { n: data.findings.length })}</strong>
            <ul className="plain">
              {data.findings.map((each) => (
                <li key={`${each.language} ${each.at} ${each.line} ${each.column} ${each.message}`}>
                  <span className="quiet small">{each.line === 0 ? named(each.language) : say("words.place", { language: named(each.language), line: each.line })}</span>{" "}
                  <span lang="en">{each.message}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
      {data ? (
        <>
          <p className="quiet small">{say(data.real ? "words.real" : "words.made-up")}</p>
          <p className="strong wrap">{data.subject}</p>
          <div className="card words-mail">
            <Formatted key={data.html} html={data.html} title={say("words.preview")} />
          </div>
        </>
      ) : null}
    </section>
  );
}
