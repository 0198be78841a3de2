// What a mail said before, each to be come back to.
import { Button } from "@mantine/core";
import type { MailWords } from "../../../shared/shapes.ts";
import { type MailName, useWordVersions } from "../../data/mail-words.ts";
import { At } from "../../parts/times.tsx";
import { useWords } from "../../words/words.tsx";

export function WordVersions({ mail, version, again }: { readonly mail: MailName; readonly version: number; readonly again: (words: MailWords | null) => void }) {
  const { say } = useWords();
  const before = (useWordVersions(mail).data?.items ?? []).filter((each) => each.version !== version);
  if (before.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2 className="heading">{say("words.versions")}</h2>
      <ul className="card lines">
        {before.map((each) => (
          <li key={each.version} className="line-row line-wrap">
            <span className="strong">{say("words.version", { version: each.version, by: each.madeBy })}</span>
            <span className="quiet small">
              <At at={each.madeAt} /> · {say(each.own ? "words.own" : "words.program")}
            </span>
            <span className="push">
              <Button size="xs" variant="default" onClick={() => again(each.own ? each.words : null)}>
                {say("words.again")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
