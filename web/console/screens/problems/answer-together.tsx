// One answer for every ticket that hangs on a problem: a text for each language that they need, and how the first of its readers will read it.
import { Button, Checkbox, NativeSelect, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { IN_WORDS } from "../../../../src/words/mails/frames/in-words.ts";
import type { SharedProblemWhole } from "../../../shared/shapes.ts";
import { type Texts, useProblemDeed, useTexts } from "../../data/problems.ts";
import { tell } from "../../parts/tell.ts";
import { SPOKEN } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";
import { useAttachments } from "../composer/use-attachments.ts";
import { FilesAlong } from "./files-along.tsx";
import { languageName } from "./language-name.ts";
import { OneText } from "./one-text.tsx";
import { canBeAnswered, isReady, leaksOfFiles, needsOf, textsNeeded } from "./to-send.ts";

export function AnswerTogether({ problem }: { readonly problem: SharedProblemWhole }) {
  const { say, lang } = useWords();
  const { id, hanging, revision, deskNames } = problem;
  const [texts, keep] = useTexts(id);
  const [sendAs, setSendAs] = useState<Texts>({});
  const [meant, setMeant] = useState<readonly string[]>([]);
  const [solves, setSolves] = useState(false);
  const open = hanging.filter(canBeAnswered);
  const rest = open.filter((each) => each.answeredAt === null);
  const [who, setWho] = useState<"all" | "rest">("all");
  const tickets = who === "rest" && rest.length > 0 ? rest : open;
  const needs = needsOf(tickets);
  const chosen: Texts = Object.fromEntries(needs.flatMap(({ language }) => (sendAs[language] ? [[language, sendAs[language]]] : [])));
  const needed = textsNeeded(tickets, hanging, { texts, sendAs: chosen, meant });
  const deed = useProblemDeed(id);
  const files = useAttachments(id);
  const leaks = leaksOfFiles(
    files.list.map(({ name }) => name),
    tickets,
    hanging,
    meant,
  );
  const mean = (name: string): void => setMeant([...meant, name]);
  const n = tickets.length;
  const send = (): void => {
    if (files.busy) return tell(say("compose.attach-wait"));
    const tokens = files.tokens();
    const body = {
      ...(tokens.length > 0 && { files: tokens }),
      texts: Object.fromEntries(needed.map(({ language }) => [language, texts[language] ?? ""])),
      sendAs: chosen,
      meant,
      tickets: tickets.map((each) => each.number),
    };
    deed.mutate(
      { path: solves ? "/solution" : "/answers", method: solves ? "PUT" : "POST", body, revision, done: say(solves ? "problem.solving" : "problem.sending", { n }) },
      {
        onSuccess: () => {
          keep({});
          files.clear();
          setSolves(false);
        },
      },
    );
  };
  return (
    <section
      className="card card-in stack"
      aria-labelledby="together"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        files.add(event.dataTransfer.files);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        files.add(event.clipboardData.files);
      }}
    >
      <div className="stack-tight">
        <h2 className="heading" id="together">
          {say("problem.together")}
        </h2>
        <p className="quiet small">{say("problem.together-hint")}</p>
      </div>
      {rest.length > 0 && rest.length < open.length ? (
        <SegmentedControl
          size="xs"
          aria-label={say("problem.who")}
          value={who}
          onChange={(to) => setWho(to as typeof who)}
          data={[
            { value: "all", label: say("problem.who-all", { n: open.length }) },
            { value: "rest", label: say("problem.who-rest", { n: rest.length }) },
          ]}
        />
      ) : null}
      <ul className="stack-tight" aria-label={say("problem.needs")}>
        {needs.map(({ language, tickets: count }) => (
          <li key={language} className="row-wrap">
            <span className="strong">{languageName(language, lang)}</span>
            <span className="quiet">{say("problem.need", { n: count })}</span>
            <NativeSelect
              size="xs"
              className="push"
              aria-label={say("problem.gets", { language: languageName(language, lang) })}
              value={sendAs[language] ?? ""}
              onChange={(event) => setSendAs({ ...sendAs, [language]: event.currentTarget.value })}
              data={[
                { value: "", label: say("problem.own-text") },
                ...SPOKEN.filter((each) => each !== language && !sendAs[each]).map((each) => ({ value: each, label: say("problem.text-of", { language: languageName(each, lang) }) })),
              ]}
            />
          </li>
        ))}
      </ul>
      {needed.map((each) => (
        <OneText
          key={each.language}
          needed={each}
          text={texts[each.language] ?? ""}
          desk={deskNames[each.readers[0]?.language ?? ""] ?? ""}
          write={(text) => keep({ ...texts, [each.language]: text })}
          mean={mean}
        />
      ))}
      <FilesAlong files={files} leaks={leaks} mean={mean} />
      <p className="quiet small wrap">{say("problem.slots", { slots: IN_WORDS.map((name) => `{${name}}`).join(" ") })}</p>
      {problem.state === "open" ? (
        <Checkbox checked={solves} onChange={(event) => setSolves(event.currentTarget.checked)} label={say("problem.solves")} description={say("problem.solves-hint")} />
      ) : null}
      <div className="row dialog-actions">
        <Button onClick={send} disabled={!needed.every(isReady) || leaks.length > 0} loading={deed.isPending}>
          {say(solves ? "problem.solve-go" : "problem.send", { n })}
        </Button>
      </div>
    </section>
  );
}
