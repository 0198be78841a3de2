// A case of conduct as the person reads it whom it is about: what is held against them, by when they can answer, what they said, what was decided, and how to appeal.
import type { ReactNode } from "react";
import type { CaseView } from "../../../desk/views/conduct-case.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import { measureText } from "../../../words/mails/conduct.ts";
import { Clause } from "../parts/clause.tsx";
import { FaultList } from "../parts/fault-list.tsx";
import { Field } from "../parts/field.tsx";
import type { Visit } from "../visit.ts";

type Case = CaseView & { readonly file: NonNullable<CaseView["file"]> };
interface ConductProps {
  readonly visit: Visit;
  readonly of: Case;
  readonly token: string;
  readonly done?: boolean;
  readonly fault?: string | undefined;
  readonly text?: string | undefined;
}

export function Conduct({ visit, of, token, done, fault, text }: ConductProps): ReactNode {
  const { lang } = visit;
  const { file } = of;
  return (
    <>
      {done ? (
        <p className="note" role="status" data-done="said">
          <strong>{phrase(lang, "conduct.sent")}</strong>
        </p>
      ) : null}
      <FaultList faults={fault ? [{ id: "text", fault, label: phrase(lang, "conduct.your-words") }] : []} lang={lang} />
      <h1>{phrase(lang, "conduct.title")}</h1>
      <p className="lead">{phase(of, visit)}</p>
      <p className="hint">{phrase(lang, "conduct.only-you")}</p>
      {file.decision ? <Decided of={of} visit={visit} /> : null}
      <section>
        <h2>{phrase(lang, "mail.conduct.statement")}</h2>
        {file.statement ? (
          <div className="message">
            <div className="text" dir="auto">
              {file.statement}
            </div>
          </div>
        ) : null}
        {file.evidence.length ? <h3>{phrase(lang, "mail.conduct.quotes")}</h3> : null}
        {file.evidence.map((e) => (
          <article className="message" key={e.id}>
            <header>
              <span>{phrase(lang, "mail.conduct.quote", { time: at(e.saidAt, visit), number: e.ticket })}</span>
            </header>
            <div className="text" dir="auto">
              {e.text}
            </div>
          </article>
        ))}
      </section>
      {file.decision || file.offers.length === 0 ? null : (
        <section>
          <h2>{phrase(lang, "mail.conduct.may")}</h2>
          {file.offers.map((o) => (
            <Clause key={o.clause.id} clause={o.clause} />
          ))}
        </section>
      )}
      {file.words.length ? (
        <section>
          <h2>{phrase(lang, "conduct.you-said")}</h2>
          {file.words.map((w) => (
            <article className="message ours" key={w.id}>
              <header>
                <strong>{phrase(lang, w.kind === "appeal" ? "conduct.appeal" : "conduct.answer")}</strong>
                <time dateTime={w.at}>{at(w.at, visit)}</time>
              </header>
              <div className="text" dir="auto">
                {w.text}
              </div>
            </article>
          ))}
        </section>
      ) : null}
      {file.may.say ? <Say visit={visit} of={of} token={token} as={file.may.say} fault={fault} text={text} /> : <p className="note">{phrase(lang, "conduct.closed")}</p>}
    </>
  );
}

/** Who decided, with the role of the policy for which they stood in, if they did. */
function signedBy({ by, as }: Pick<NonNullable<Case["file"]["decision"]>, "by" | "as">, lang: string): string {
  const name = by?.name ?? "";
  return as?.as === "in-place" && as.role !== null ? phrase(lang, "conduct.in-place", { name, role: as.role }) : name;
}

const at = (iso: string, { lang, zone }: Visit): string => instantText(Date.parse(iso), lang, zone);

/** How far it is, and what comes next. */
function phase({ phase: is, answerBy, reviewBy, measure, file }: Case, visit: Visit): string {
  const { lang } = visit;
  if (is === "hearing" && answerBy) return phrase(lang, "conduct.phase.hearing", { time: at(answerBy, visit) });
  if (is === "appealed") return reviewBy ? phrase(lang, "mail.conduct.appealed.by", { time: at(reviewBy, visit) }) : phrase(lang, "mail.conduct.appealed.intro");
  if (is === "lapsed") return phrase(lang, "mail.conduct.lapsed.intro");
  if (is !== "decided") return phrase(lang, "conduct.phase.to-decide");
  if (file.appeal?.decided?.lifts) return phrase(lang, "mail.conduct.overturned.intro", { name: file.appeal.decided.by?.name ?? "" });
  if (measure?.endedHow === "lifted") return phrase(lang, "conduct.phase.lifted");
  if (measure && !measure.holds) return phrase(lang, "mail.conduct.over.intro");
  if (!measure) return phrase(lang, "mail.conduct.none.intro", { name: file.decision?.by?.name ?? "" });
  return measureText({ measure: measure.kind, ends: measure.ends === null ? null : Date.parse(measure.ends), reader: { lang, zone: visit.zone } }, (time) => instantText(time, lang, visit.zone));
}

function Decided({ of: { file }, visit }: { readonly of: Case; readonly visit: Visit }): ReactNode {
  const { lang } = visit;
  const { decision, appeal } = file;
  if (!decision) return null;
  return (
    <section>
      <h2>{phrase(lang, "mail.conduct.measure.title")}</h2>
      {decision.clause ? <Clause clause={decision.clause} /> : null}
      <Reason by={signedBy(decision, lang)} words={decision.reason} time={decision.at} visit={visit} />
      {appeal?.decided ? (
        <>
          <h3>{phrase(lang, appeal.decided.lifts ? "mail.conduct.overturned.title" : "mail.conduct.upheld.title")}</h3>
          <Reason by={signedBy(appeal.decided, lang)} words={appeal.decided.reason} time={appeal.decided.at} visit={visit} />
        </>
      ) : null}
    </section>
  );
}

const Reason = ({ by, words, time, visit }: { readonly by: string; readonly words: string; readonly time: string; readonly visit: Visit }): ReactNode => (
  <article className="message">
    <header>
      <strong>{phrase(visit.lang, "ruling.reason", { name: by })}</strong>
      <time dateTime={time}>{at(time, visit)}</time>
    </header>
    <div className="text" dir="auto">
      {words}
    </div>
  </article>
);

function Say({ visit, of, token, as, fault, text }: ConductProps & { readonly as: "answer" | "appeal" }): ReactNode {
  const { lang, base } = visit;
  const contestBy = of.file.decision?.contestBy;
  const hint =
    as === "answer"
      ? of.answerBy && of.phase === "hearing"
        ? phrase(lang, "mail.conduct.nothing-yet")
        : phrase(lang, "conduct.answer-late")
      : contestBy && !of.file.appeal
        ? phrase(lang, "conduct.contest-by", { time: at(contestBy, visit) })
        : phrase(lang, "conduct.contest");
  return (
    <form method="post" action={`${base}/conduct/${of.id}/words`} id="answer" data-draft="text">
      <input type="hidden" name="token" value={token} />
      <Field id="text" label={phrase(lang, as === "answer" ? "conduct.your-words" : "conduct.your-appeal")} hint={hint} fault={fault}>
        <textarea id="text" name="text" rows={7} maxLength={100_000} defaultValue={text} />
      </Field>
      <button>{phrase(lang, as === "answer" ? "conduct.send" : "conduct.send-appeal")}</button>
    </form>
  );
}
