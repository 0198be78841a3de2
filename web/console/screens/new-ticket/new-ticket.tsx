// A request by telephone: who calls and what about on the left; on the right, as one writes, what the policy says.
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useMemo, useState } from "react";
import { call } from "../../../shared/client.ts";
import type { Opened, Value } from "../../../shared/shapes.ts";
import { useDesk } from "../../data/desk.ts";
import { FactField } from "../../parts/fact-field.tsx";
import { tell } from "../../parts/tell.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useWords } from "../../words/words.tsx";
import { type Caller, CallerField, callerAsked } from "./caller-field.tsx";
import { PolicySays } from "./policy-says.tsx";
import { usePreview } from "./use-preview.ts";

export function NewTicket() {
  const { say } = useWords();
  const desk = useDesk();
  const go = useNavigate();
  const client = useQueryClient();
  const [caller, setCaller] = useState<Caller>({ name: "", email: "" });
  const [topic, setTopic] = useState<string | null>(null);
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const [facts, setFacts] = useState<Readonly<Record<string, Value>>>({});
  const [tried, setTried] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const requester = callerAsked(caller);
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const asked = useMemo(
    () => ({ ...(topic ? { topic } : {}), facts: given, subject, text, ...(requester ? { requester } : {}) }),
    [topic, JSON.stringify(given), subject, text, JSON.stringify(requester)],
  );
  const preview = usePreview(asked, topic !== null || text.length > 12);
  const open = useMutation({
    mutationFn: () => call<Opened>("/tickets", { method: "POST", key, body: { ...asked, channel: "phone" } }),
    onSuccess: (opened) => {
      tell(say("new.opened", { number: opened.number }));
      void client.invalidateQueries();
      void go({ to: "/tickets/$number", params: { number: opened.number } });
    },
  });
  const missing = (value: string): string | null => (tried && value.trim() === "" ? say("new.is-required") : null);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (requester && subject.trim() && text.trim()) open.mutate();
  };
  // What the policy would have to know, then what the desk always asks; each once.
  const questions = [
    ...(preview.data?.open.flatMap((each) => each.needs) ?? []),
    ...desk.questions.map((each) => ({ ...each, kind: each.type as "one-of" })).filter((each) => each.fact in facts),
  ].filter((each, at, all) => each.fact !== "topic" && all.findIndex((other) => other.fact === each.fact) === at);
  return (
    <div className="page">
      <div className="page-in page-two">
        <form className="stack-wide" onSubmit={send} noValidate>
          <div className="stack-tight">
            <h1 className="title">{say("new.title")}</h1>
            <p className="quiet">{say("new.intro")}</p>
          </div>
          <CallerField caller={caller} set={setCaller} tried={tried} />
          <Select
            label={say("new.topic")}
            placeholder={say("new.topic-none")}
            clearable
            searchable
            data={desk.topics.map((each) => ({ value: each.id, label: each.label }))}
            value={topic}
            onChange={setTopic}
          />
          {!topic && (preview.data?.suggestions.length ?? 0) > 0 ? (
            <div className="row-wrap small">
              <span className="quiet">{say("new.topic-suggested")}</span>
              {preview.data?.suggestions.slice(0, 3).map((each) => (
                <Button key={each.topic} size="compact-sm" variant="light" onClick={() => setTopic(each.topic)}>
                  {each.label}
                </Button>
              ))}
            </div>
          ) : null}
          <TextInput label={say("new.subject")} required withAsterisk={false} error={missing(subject)} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
          <Textarea
            label={say("new.text")}
            required
            withAsterisk={false}
            autosize
            minRows={4}
            maxRows={14}
            error={missing(text)}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {questions.length > 0 ? (
            <fieldset className="questions">
              <legend className="heading">{say("new.questions")}</legend>
              {questions.map((each) => (
                <FactField key={each.fact} asked fact={each} value={facts[each.fact] ?? null} set={(value) => setFacts((before) => ({ ...before, [each.fact]: value }))} />
              ))}
            </fieldset>
          ) : null}
          {open.error ? <Trouble error={open.error} /> : null}
          <div>
            <Button type="submit" loading={open.isPending}>
              {say("new.open")}
            </Button>
          </div>
        </form>
        <aside aria-label={say("new.policy-says")}>
          <PolicySays preview={preview.data} waiting={preview.isFetching} error={preview.error} />
        </aside>
      </div>
    </div>
  );
}
