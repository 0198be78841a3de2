// A form that was sent after its session had ended: what was written stays, to be sent again once one is signed in.
import type { ReactNode } from "react";
import { phrase } from "../../../words/phrase.ts";
import type { HeldFile } from "../held-files.ts";
import { Field } from "../parts/field.tsx";
import type { Visit } from "../visit.ts";

interface EndedProps {
  readonly visit: Visit;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly HeldFile[];
}
const WORDS = ["text", "reason"] as const;

export function Ended({ visit, action, fields, files }: EndedProps): ReactNode {
  const { lang, base } = visit;
  const written = WORDS.filter((name) => fields[name]);
  return (
    <>
      <h1>{phrase(lang, "signin.title")}</h1>
      <p className="note" role="alert">
        {phrase(lang, "signin.ended")}
      </p>
      <p>
        <a className="button" href={`${base}/sign-in`} target="_blank" rel="noopener">
          {phrase(lang, "signin.title")}
        </a>
      </p>
      <form method="post" action={action}>
        {Object.entries(fields)
          .filter(([name]) => !written.some((w) => w === name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {files.map((f) => (
          <input key={f.token} type="hidden" name="kept" value={f.token} />
        ))}
        {written.map((name) => (
          <Field key={name} id={name} label={phrase(lang, name === "text" ? "ticket.answer" : "ticket.contest-reason")}>
            <textarea id={name} name={name} rows={6} defaultValue={fields[name]} />
          </Field>
        ))}
        <button className="secondary">{phrase(lang, "ticket.send")}</button>
      </form>
    </>
  );
}
