// Ask: write, see what the policy says, send. Without a script the same in two steps.
import type { ReactNode } from "react";
import type { Fact } from "../../../policy/index.ts";
import { phrase } from "../../../words/phrase.ts";
import type { HeldFile } from "../held-files.ts";
import { AskFields, type Asked, type Faults } from "../parts/ask-form.tsx";
import { ComingNote } from "../parts/coming-note.tsx";
import { FaultList } from "../parts/fault-list.tsx";
import { PolicySays, type Says } from "../parts/says.tsx";
import type { Visit } from "../visit.ts";

export interface AskProps {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly faults: Faults;
  readonly questions: readonly Fact[];
  readonly says: Says | null;
  readonly files: readonly HeldFile[];
  readonly token: string;
  readonly named?: boolean; // the topic was told from the words, and nobody has chosen it
  readonly ended: boolean; // the session that the form was opened with
}
type Key = Parameters<typeof phrase>[1];
const LABELS: Readonly<Record<string, Key>> = { name: "ask.name", email: "ask.email", subject: "ask.subject", text: "ask.body", files: "ask.files" };

export function Ask({ visit, asked, faults, questions, says, files, token, named: told = false, ended }: AskProps): ReactNode {
  const { lang, base } = visit;
  const named = Object.entries(faults).map(([id, fault]) => ({ id, fault, label: phrase(lang, LABELS[id] ?? "ask.title") }));
  return (
    <>
      <h1>{phrase(lang, "ask.title")}</h1>
      <p className="lead">{phrase(lang, "ask.intro")}</p>
      <ComingNote visit={visit} />
      {ended ? (
        <p className="note" role="alert">
          {phrase(lang, "signin.ended")}{" "}
          <a href={`${base}/sign-in`} target="_blank" rel="noopener">
            {phrase(lang, "signin.title")}
          </a>
        </p>
      ) : null}
      <FaultList faults={named} lang={lang} />
      <form
        method="post"
        action={`${base}/ask`}
        encType="multipart/form-data"
        id="ask"
        data-draft={["subject", "text", "topic", ...questions.map((f) => `fact.${f.name}`)].join(" ")}
        data-preview={visit.person ? `${base}/ask/preview` : undefined}
        data-topics={`${base}/ask/topics`}
        data-send={phrase(lang, "ask.send")}
        data-anyway={phrase(lang, "ask.send-anyway")}
      >
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="known" value={visit.person || ended ? "yes" : "no"} />
        <div className="ask">
          <div className="fields">
            <AskFields visit={visit} asked={asked} faults={faults} questions={questions} files={files} named={told} ended={ended} />
          </div>
          <div className="aside">
            <div id="says">{says ? <PolicySays says={says} lang={lang} zone={visit.zone} base={base} before /> : visit.person ? <Later visit={visit} /> : <SignInFirst visit={visit} />}</div>
            <p id="heard" className="heard" role="status" />
          </div>
          <div className="buttons">
            {visit.person ? (
              <button type="submit" name="do" value="preview" className={says ? "secondary" : undefined}>
                {phrase(lang, says ? "ask.preview-again" : "ask.preview")}
              </button>
            ) : null}
            <button type="submit" name="do" value="send" hidden={!says && visit.person !== null}>
              {phrase(lang, says?.refusal ? "ask.send-anyway" : "ask.send")}
            </button>
          </div>
        </div>
      </form>
    </>
  );
}

/** The place where the answer will stand, before there is one. */
const Later = ({ visit }: { readonly visit: Visit }): ReactNode => (
  <section className="says later">
    <h2>{phrase(visit.lang, "says.title")}</h2>
    <p>{phrase(visit.lang, "ask.intro")}</p>
  </section>
);

/** What holds for an office is shown to that office alone. */
function SignInFirst({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <section className="says">
      <h2>{phrase(visit.lang, "says.title")}</h2>
      <p>{phrase(visit.lang, "ask.sign-in-for-preview")}</p>
      <p>
        <a href={`${visit.base}/sign-in?next=ask`}>{phrase(visit.lang, "signin.title")}</a> · <a href={`${visit.base}/policy`}>{phrase(visit.lang, "portal.policy")}</a>
      </p>
    </section>
  );
}

export function Sent({ visit, number, email, says }: { readonly visit: Visit; readonly number: string; readonly email: string; readonly says: Says | null }): ReactNode {
  return (
    <div data-done="sent">
      <h1>{phrase(visit.lang, "ask.sent-title")}</h1>
      <p className="big-number">{number}</p>
      <p className="lead">{phrase(visit.lang, "ask.sent", { number, email })}</p>
      {visit.person ? (
        <p>
          <a className="button" href={`${visit.base}/tickets/${number}`}>
            {phrase(visit.lang, "mail.open-ticket")}
          </a>
        </p>
      ) : null}
      {says ? <PolicySays says={says} lang={visit.lang} zone={visit.zone} base={visit.base} before={false} /> : null}
    </div>
  );
}
