// What the policy says about a request: refused and why, or what is promised, charged and needed. The same before and after sending.
import type { ReactNode } from "react";
import type { Reasoned } from "../../../desk/reasoned.ts";
import type { MailPromise, MailQuote } from "../../../words/mails/model.ts";
import { promiseLines } from "../../../words/mails/promise-line.ts";
import { moneyText, percentText } from "../../../words/numbers.ts";
import { phrase } from "../../../words/phrase.ts";
import type { TriedText } from "../../../words/tried.ts";
import type { ClauseText } from "../../../words/clause.ts";
import { Clause } from "./clause.tsx";
import { Tried } from "./tried.tsx";

export interface Says {
  readonly refusal: Reasoned | null;
  readonly refer: { readonly name: string; readonly url?: string } | null;
  readonly mend: { readonly name: string; readonly url?: string } | null;
  /** The exceptions that were looked at first. */
  readonly tried: readonly TriedText[];
  readonly promises: readonly MailPromise[];
  readonly quote: MailQuote | null;
  /** It is taken from an allowance: there is nothing to pay. */
  readonly free: boolean;
  readonly others: readonly Reasoned[];
  /** Whether it is taken on depends on answers that are missing. */
  readonly unsettled: boolean;
  /** What is to be read and accepted. */
  readonly documents: readonly { readonly title: string; readonly url: string }[];
  /** What may still be answered, and the questions that would settle it. */
  readonly open: readonly { readonly clauses: readonly ClauseText[]; readonly questions: readonly Question[] }[];
  /** The asker's open tickets about the same. */
  readonly similar?: readonly { readonly number: string; readonly subject: string; readonly requester: string; readonly openedText: string }[];
}
interface Question {
  readonly fact: string;
  readonly ask: string;
}
interface SaysProps {
  readonly says: Says;
  readonly lang: string;
  readonly zone: string;
  readonly base: string;
  readonly before: boolean;
}

export function PolicySays({ says, lang, zone, base, before }: SaysProps): ReactNode {
  const t = (key: Parameters<typeof phrase>[1], values = {}): string => phrase(lang, key, values);
  return (
    <section className="says" aria-label={t("says.title")} data-refused={says.refusal ? "yes" : "no"}>
      <h2>{t("says.title")}</h2>
      {says.refusal ? <Refusal says={says} lang={lang} /> : <p className={says.unsettled ? "verdict maybe" : "verdict yes"}>{t(says.unsettled ? "says.unsettled" : "says.in-scope")}</p>}
      {before && says.similar?.length ? <Similar similar={says.similar} lang={lang} base={base} /> : null}
      {before && says.open.length ? <Depends open={says.open} lang={lang} /> : null}
      {says.promises.map((p) => (
        <PromiseSaid key={p.clause.id} promise={p} lang={lang} zone={zone} />
      ))}
      {!says.refusal && !says.unsettled && says.promises.length === 0 ? <p>{t("says.no-promise")}</p> : null}
      {says.quote ? <Quote quote={says.quote} lang={lang} /> : null}
      {says.free ? (
        <p>
          <strong>{t("allowance.free")}</strong>
        </p>
      ) : null}
      {says.others.length ? (
        <>
          <h3>{t("says.why")}</h3>
          {says.others.map((r) => (
            <Clause key={r.id} clause={r} />
          ))}
        </>
      ) : null}
      {says.documents.length ? (
        <>
          <h3>{t("page.documents")}</h3>
          <ul className="documents">
            {says.documents.map((d) => (
              <li key={d.url}>
                <a href={d.url} target="_blank" rel="noopener">
                  {d.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** The questions that would settle it first; what hangs on them behind a fold, so that the answer stays short. */
function Depends({ open, lang }: { readonly open: Says["open"]; readonly lang: string }): ReactNode {
  const clauses = new Map(open.flatMap((o) => o.clauses.map((c) => [c.id, c] as const)));
  const questions = new Map(open.flatMap((o) => o.questions.map((q) => [q.fact, q.ask] as const)));
  return (
    <div className="depends">
      <p>{phrase(lang, "says.depends")}</p>
      <ul>
        {[...questions].map(([fact, ask]) => (
          <li key={fact}>
            <a href={`#${fact === "topic" ? fact : `fact.${fact}`}`}>{ask}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{phrase(lang, "says.possible")}</summary>
        {[...clauses.values()].map((c) => (
          <Clause key={c.id} clause={c} />
        ))}
      </details>
    </div>
  );
}

function Similar({ similar, lang, base }: { readonly similar: NonNullable<Says["similar"]>; readonly lang: string; readonly base: string }): ReactNode {
  return (
    <div className="similar">
      <p>{phrase(lang, "ask.similar")}</p>
      <ul>
        {similar.map((s) => (
          <li key={s.number}>
            <a href={`${base}/tickets/${s.number}`} target="_blank" rel="noopener">
              {s.number} {s.subject}
            </a>
            <br />
            {phrase(lang, "ask.similar-on", { at: s.openedText, name: s.requester })}{" "}
            <button type="submit" name="do" value={`add ${s.number}`} className="secondary">
              {phrase(lang, "ask.similar-add", { number: s.number })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PromiseSaid({ promise, lang, zone }: { readonly promise: MailPromise; readonly lang: string; readonly zone: string }): ReactNode {
  const { line, aim } = promiseLines(promise, { lang, zone });
  return (
    <div className="promise">
      <p className="due">{line}</p>
      {aim ? <p className="aim">{aim}</p> : null}
      <Clause clause={promise.clause} />
    </div>
  );
}

function Refusal({ says, lang }: { readonly says: Says; readonly lang: string }): ReactNode {
  if (!says.refusal) return null;
  const link = (n: { name: string; url?: string }): ReactNode => (n.url ? <a href={n.url}>{n.name}</a> : n.name);
  return (
    <>
      <p className="verdict no">{phrase(lang, says.refusal.section === "entitlement" ? "says.not-entitled" : "says.out-of-scope")}</p>
      <Clause clause={says.refusal} />
      <Tried tried={says.tried} lang={lang} />
      {says.mend ? (
        <p>
          <strong>{phrase(lang, "mail.refusal.mend")}</strong>
          <br />
          {link(says.mend)}
        </p>
      ) : null}
      {says.refer ? (
        <p>
          <strong>{phrase(lang, "mail.refusal.refer")}</strong>
          <br />
          {link(says.refer)}
        </p>
      ) : null}
    </>
  );
}

export function Quote({ quote, lang }: { readonly quote: MailQuote; readonly lang: string }): ReactNode {
  const rows: [string, string][] = [
    [phrase(lang, "money.net"), moneyText(quote.net, lang)],
    ...quote.taxes.map((x): [string, string] => [phrase(lang, "money.tax", { name: x.name, rate: percentText(x.rate, lang) }), moneyText(x.amount, lang)]),
    [phrase(lang, "money.gross"), moneyText(quote.gross, lang)],
  ];
  return (
    <table className="quote">
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
