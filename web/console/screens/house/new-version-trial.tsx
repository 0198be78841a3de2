// What a text would do as the next version: what is found in it, what stands against it, what it changes; and activating it.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { PolicyActivated } from "../../../shared/shapes.ts";
import { calendarDateText } from "../../../../src/words/instant.ts";
import { useActivate, usePolicyTrial } from "../../data/new-version.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useWords } from "../../words/words.tsx";
import { PolicyFindings } from "./policy-findings.tsx";
import { ChangesShown } from "./version-changes.tsx";

interface Trial {
  readonly text: string;
  readonly show: (line: number) => void;
  readonly done: (activated: PolicyActivated) => void;
}

export function NewVersionTrial({ text, show, done }: Trial) {
  const { say, lang } = useWords();
  const trial = usePolicyTrial(text, lang);
  const activate = useActivate();
  const [late, setLate] = useState("");
  const { data } = trial;
  const tooLate = data?.against.find((a) => a.at === "effective");
  const against = data?.against.filter((a) => a.at !== "effective") ?? [];
  const settled = trial.of === text;
  const may = settled && data?.errors === 0 && data.runs === null && against.length === 0 && (!tooLate || late.trim() !== "");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (may) activate.mutate({ text, late: tooLate ? late.trim() : "" }, { onSuccess: done });
  };
  return (
    <section className="stack" aria-live="polite" aria-busy={trial.isFetching || !settled} data-settled={settled}>
      <h2 className="heading">{say("next.trial")}</h2>
      {trial.error ? <Trouble error={trial.error} retry={() => void trial.refetch()} /> : null}
      {trial.isPending && text !== "" ? <Waiting rows={4} /> : null}
      {data ? (
        <>
          <PolicyFindings trial={data} show={show} />
          {against.map((a) => (
            <p key={a.at} className="trouble" role="alert" lang="en">
              {a.message}
            </p>
          ))}
          {data.runs !== null ? <p>{say("next.same")}</p> : null}
          {data.label !== null && data.runs === null ? (
            <form className="card card-in stack" onSubmit={send}>
              <p>{data.ahead && data.effective !== null ? say("next.ahead", { date: calendarDateText(data.effective, lang) }) : say("next.at-once")}</p>
              {tooLate ? (
                <>
                  <p className="trouble" role="alert" lang="en">
                    {tooLate.message}
                  </p>
                  <TextInput label={say("next.late")} value={late} onChange={(event) => setLate(event.currentTarget.value)} maxLength={300} />
                </>
              ) : null}
              {activate.error ? <Trouble error={activate.error} /> : null}
              <Button type="submit" disabled={!may} loading={activate.isPending}>
                {say("next.activate", { label: data.label })}
              </Button>
              {data.errors > 0 ? <p className="quiet small">{say("next.errors-keep")}</p> : null}
            </form>
          ) : null}
          {data.changes && data.runs === null ? <ChangesShown {...data.changes} /> : null}
        </>
      ) : null}
    </section>
  );
}
