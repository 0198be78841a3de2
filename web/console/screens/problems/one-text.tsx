// The text of one language: written once, read by each of its readers in an own mail; what must not leave is said before.
import { Textarea } from "@mantine/core";
import { fillWords } from "../../../../src/words/mails/frames/in-words.ts";
import { useMe } from "../../data/session.ts";
import { Icon } from "../../parts/icon.tsx";
import { useWords } from "../../words/words.tsx";
import { languageName } from "./language-name.ts";
import type { TextNeeded } from "./to-send.ts";

interface Written {
  readonly needed: TextNeeded;
  readonly text: string;
  readonly desk: string;
  readonly write: (text: string) => void;
  readonly mean: (name: string) => void;
}

export function OneText({ needed, text, desk, write, mean }: Written) {
  const { say, lang } = useWords();
  const me = useMe();
  const { language, readers, empty, unknown, leaks } = needed;
  const [first] = readers;
  const example = first ? fillWords(text.trim(), { customer: first.requester.name, number: first.number, subject: first.subject, desk, expert: me.name }) : "";
  return (
    <div className="stack-tight">
      <Textarea
        label={say("problem.text", { language: languageName(language, lang), n: readers.length })}
        lang={language}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={14}
      />
      <div className="stack-tight" aria-live="polite">
        {unknown.map((name) => (
          <p key={name} className="row small">
            <Icon name="warn" />
            <span className="wrap">{say("problem.unknown-slot", { name: `{${name}}`, literal: `{{${name}}}` })}</span>
          </p>
        ))}
        {leaks.map((leak) => (
          <p key={leak.found} className="row small">
            <Icon name="warn" />
            <span className="wrap">
              {say(`problem.leak-${leak.is}`, { found: leak.found, number: leak.of })}{" "}
              {leak.is === "name" ? (
                <button type="button" className="link-button" onClick={() => mean(leak.found)}>
                  {say("problem.leak-word")}
                </button>
              ) : null}
            </span>
          </p>
        ))}
        {empty ? <p className="quiet small">{say("problem.missing", { n: readers.length })}</p> : null}
        {empty || first === undefined ? null : (
          <div className="told">
            <p className="quiet small">{say("problem.reads", { name: first.requester.name, n: readers.length - 1 })}</p>
            <blockquote lang={language} className="wrap pre-line">
              {example}
            </blockquote>
          </div>
        )}
      </div>
    </div>
  );
}
