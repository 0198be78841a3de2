// The form to ask: works by itself; a small script offers topics and shows what the policy says while one writes.
import type { ReactNode } from "react";
import type { Fact } from "../../../policy/index.ts";
import { phrase } from "../../../words/phrase.ts";
import type { HeldFile } from "../held-files.ts";
import type { Visit } from "../visit.ts";
import { Field } from "./field.tsx";
import { FilesField } from "./files-field.tsx";

export interface Asked {
  readonly subject: string;
  readonly text: string;
  readonly topic: string;
  readonly name: string;
  readonly email: string;
  readonly claims: Readonly<Record<string, string>>;
}
export const NOTHING_ASKED: Asked = { subject: "", text: "", topic: "", name: "", email: "", claims: {} };
/** Chosen where no topic of the policy fits; to the policy the topic is unknown. */
export const NO_TOPIC = "-";

export type Faults = Readonly<Record<string, string>>;
interface AskFieldsProps {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly faults: Faults;
  readonly questions: readonly Fact[];
  readonly files: readonly HeldFile[];
  readonly named: boolean; // the topic was told from the words
  readonly ended: boolean;
}

/** The name of a fact's value, as a person reads it. */
export function optionLabel(fact: Fact, value: string, lang: string, first: string): string {
  const label = fact.options[value]?.label;
  return label?.[lang] ?? label?.[first] ?? (value === "true" ? phrase(lang, "portal.yes") : value === "false" ? phrase(lang, "portal.no") : value.replaceAll("-", " "));
}

export function AskFields({ visit, asked, faults, questions, files, named, ended }: AskFieldsProps): ReactNode {
  const { lang, policy } = visit;
  const first = policy.desk.languages[0] ?? "en";
  const t = (key: Parameters<typeof phrase>[1]): string => phrase(lang, key);
  const topics = policy.facts["topic"];
  return (
    <>
      {visit.person ? null : (
        <div className="pair">
          <Field id="name" label={t("ask.name")} fault={faults["name"]}>
            <input id="name" name="name" autoComplete="name" defaultValue={asked.name} required={!ended} maxLength={200} />
          </Field>
          <Field id="email" label={t("ask.email")} fault={faults["email"]}>
            <input id="email" name="email" type="email" autoComplete="email" defaultValue={asked.email} required={!ended} maxLength={254} />
          </Field>
        </div>
      )}
      <Field id="subject" label={t("ask.subject")} hint={t("ask.subject-hint")} fault={faults["subject"]}>
        <input id="subject" name="subject" defaultValue={asked.subject} required maxLength={300} autoComplete="off" />
      </Field>
      <Field id="text" label={t("ask.body")} hint={t("ask.body-hint")} fault={faults["text"]}>
        <textarea id="text" name="text" rows={7} defaultValue={asked.text} required maxLength={100_000} />
      </Field>
      {topics && topics.values.length ? (
        <>
          <div id="offered" hidden data-title={t("ask.topic-offered")} />
          <Field id="topic" label={t("ask.topic")} hint={t(named ? "ask.topic-named" : "ask.topic-hint")}>
            <select id="topic" name="topic" defaultValue={asked.topic}>
              <option value="">{t("portal.choose")}</option>
              {topics.values.map((v) => (
                <option key={v} value={v}>
                  {optionLabel(topics, v, lang, first)}
                </option>
              ))}
              <option value={NO_TOPIC}>{t("ask.topic-other")}</option>
            </select>
          </Field>
        </>
      ) : null}
      {questions.length ? <h2 className="small">{t("ask.more-questions")}</h2> : null}
      {questions.map((f) => (
        <Question key={f.name} fact={f} value={asked.claims[f.name] ?? ""} lang={lang} first={first} />
      ))}
      <FilesField lang={lang} label={t("ask.files")} held={files} fault={faults["files"]} />
    </>
  );
}

/** One question of the policy, with its answers and "I do not know". */
function Question({ fact, value, lang, first }: { readonly fact: Fact; readonly value: string; readonly lang: string; readonly first: string }): ReactNode {
  const id = `fact.${fact.name}`;
  const values = fact.kind === "yes-no" ? ["true", "false"] : fact.values;
  return (
    <Field id={id} label={fact.ask?.[lang] ?? fact.ask?.[first] ?? fact.label?.[lang] ?? fact.name}>
      {values.length ? (
        <select id={id} name={id} defaultValue={value}>
          <option value="">{phrase(lang, "portal.unknown")}</option>
          {values.map((v) => (
            <option key={v} value={v}>
              {optionLabel(fact, v, lang, first)}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={id} type="number" min={0} step={1} defaultValue={value} />
      )}
    </Field>
  );
}
