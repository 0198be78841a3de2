// One mail's words, language by language: written on one side, read on the other, kept once nothing is wrong with them.
import { Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { MailTemplate, MailWords } from "../../../shared/shapes.ts";
import { useWordMail, useWordsPreview } from "../../data/mail-words.ts";
import { tell, tellTrouble } from "../../parts/tell.ts";
import { troubleText } from "../../parts/trouble.tsx";
import type { WordKey } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";
import { WordsPreview } from "./words-preview.tsx";
import { WordVersions } from "./word-versions.tsx";

export function WordMail({ template }: { readonly template: MailTemplate }) {
  const { say, locale } = useWords();
  const { mail, version, own, placeholders } = template;
  const languages = Object.keys(template.words);
  const [words, setWords] = useState<MailWords>(template.words);
  const [language, setLanguage] = useState(languages[0] ?? "en");
  const keep = useWordMail(mail);
  const preview = useWordsPreview(mail, words, language);
  const frame = words[language] ?? { title: "", body: "" };
  const named = new Intl.DisplayNames(locale, { type: "language" });
  const change = (part: Partial<typeof frame>): void => setWords({ ...words, [language]: { ...frame, ...part } });
  const put = (to: MailWords | null): void =>
    keep.mutate({ words: to, expect: version }, { onSuccess: () => tell(say("words.kept")), onError: (error) => tellTrouble(say("trouble.title"), troubleText(error, say)) });
  const changed = JSON.stringify(words) !== JSON.stringify(template.words);
  return (
    <div className="report">
      <form
        className="stack-wide"
        onSubmit={(event) => {
          event.preventDefault();
          put(words);
        }}
      >
        <div className="row">
          {languages.length > 1 ? (
            <SegmentedControl size="xs" aria-label={say("words.language")} value={language} onChange={setLanguage} data={languages.map((each) => ({ value: each, label: named.of(each) ?? each }))} />
          ) : null}
          <span className="tag" data-tone={own ? "good" : undefined}>
            {say(own ? "words.own" : "words.program")}
          </span>
        </div>
        <TextInput label={say("words.subject")} description={say("words.subject-hint")} value={frame.title} onChange={(event) => change({ title: event.currentTarget.value })} lang={language} />
        <Textarea
          label={say("words.body")}
          description={say("words.body-hint")}
          value={frame.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          autosize
          minRows={10}
          lang={language}
          spellCheck
        />
        <div className="row line-wrap">
          <Button type="submit" loading={keep.isPending} disabled={!changed || (preview.data?.findings.length ?? 0) > 0}>
            {say("words.keep")}
          </Button>
          {own ? (
            <Button variant="default" loading={keep.isPending} onClick={() => put(null)}>
              {say("words.default")}
            </Button>
          ) : null}
        </div>
        <section className="stack-tight">
          <h2 className="heading">{say("words.say")}</h2>
          <ul className="card lines">
            {placeholders.map((each) => (
              <li key={each.name} className="line-row line-wrap">
                <code>{`{${each.name}}`}</code>
                <span className="small wrap">{say(`words.is.${each.name === "expert" && each.type === "text" ? "answerer" : each.name}` as WordKey)}</span>
                {each.type === "part" ? <span className="quiet small">{say("words.part")}</span> : null}
                {each.needed ? <span className="tag push">{say("words.needed")}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      </form>
      <div className="stack-wide">
        <WordsPreview preview={preview} named={(each) => named.of(each) ?? each} />
        <WordVersions mail={mail} version={version} again={put} />
      </div>
    </div>
  );
}
