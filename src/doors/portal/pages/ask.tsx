// Ask: write, see what the policy says, send. Without a script the same in two steps.
import type { ReactNode } from "react";
import type { Fact } from "../../../policy/index.ts";
import { phrase } from "../../../words/phrase.ts";
import { AskFields, type Asked, type Faults } from "../parts/ask-form.tsx";
import { PolicySays, type Says } from "../parts/says.tsx";
import type { Visit } from "../visit.ts";

export interface AskProps { readonly visit: Visit; readonly asked: Asked; readonly faults: Faults; readonly questions: readonly Fact[]; readonly says: Says | null; readonly token: string }

export function Ask({ visit, asked, faults, questions, says, token }: AskProps): ReactNode {
  const { lang } = visit;
  const n = Object.keys(faults).length;
  return (
    <>
      <h1>{phrase(lang, "ask.title")}</h1>
      <p className="lead">{phrase(lang, "ask.intro")}</p>
      {n ? <p className="fault" role="alert">{phrase(lang, "error.fix", { n })}</p> : null}
      <form method="post" action={`${visit.base}/ask`} encType="multipart/form-data" id="ask" data-preview={`${visit.base}/ask/preview`} data-topics={`${visit.base}/ask/topics`} data-send={phrase(lang, "ask.send")} data-anyway={phrase(lang, "ask.send-anyway")}>
        <input type="hidden" name="token" value={token} />
        <div className="ask">
          <div className="fields"><AskFields visit={visit} asked={asked} faults={faults} questions={questions} /></div>
          <div id="says" className="aside">{says ? <PolicySays says={says} lang={lang} zone={visit.zone} before /> : visit.person ? null : <SignInFirst visit={visit} />}</div>
          <div className="buttons">
            {visit.person ? <button type="submit" name="do" value="preview" className="secondary">{phrase(lang, says ? "ask.preview-again" : "ask.preview")}</button> : null}
            <button type="submit" name="do" value="send" hidden={!says && visit.person !== null}>{phrase(lang, says?.refusal ? "ask.send-anyway" : "ask.send")}</button>
          </div>
        </div>
      </form>
    </>
  );
}

/** What holds for an office is shown to that office alone. */
function SignInFirst({ visit }: { readonly visit: Visit }): ReactNode {
  return (
    <section className="says">
      <h2>{phrase(visit.lang, "says.title")}</h2>
      <p>{phrase(visit.lang, "ask.sign-in-for-preview")}</p>
      <p><a href={`${visit.base}/sign-in?next=ask`}>{phrase(visit.lang, "signin.title")}</a> · <a href={`${visit.base}/policy`}>{phrase(visit.lang, "portal.policy")}</a></p>
    </section>
  );
}

export function Sent({ visit, number, email, says }: { readonly visit: Visit; readonly number: string; readonly email: string; readonly says: Says | null }): ReactNode {
  return (
    <>
      <h1>{phrase(visit.lang, "ask.sent-title")}</h1>
      <p className="lead">{phrase(visit.lang, "ask.sent", { number, email })}</p>
      {says ? <PolicySays says={says} lang={visit.lang} zone={visit.zone} before={false} /> : null}
      {visit.person ? <p><a className="button" href={`${visit.base}/tickets/${number}`}>{phrase(visit.lang, "mail.open-ticket")}</a></p> : null}
    </>
  );
}
