// A ticket as its customer follows it: the thread, the promises, every decision with its clause and facts, and the way to contest one.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { named, phrase } from "../../../words/phrase.ts";
import { Clause } from "../parts/clause.tsx";
import { Contest } from "../parts/contest.tsx";
import { Field } from "../parts/field.tsx";
import { Thread } from "../parts/thread.tsx";
import type { Visit } from "../visit.ts";

interface TicketProps { readonly visit: Visit; readonly ticket: TicketView; readonly note: string | null; readonly fault: string | null; readonly token: string }

export function Ticket({ visit, ticket, note, fault, token }: TicketProps): ReactNode {
  const { lang, zone, base } = visit;
  const t = (key: Parameters<typeof phrase>[1], values = {}): string => phrase(lang, key, values);
  const at = (iso: string): string => instantText(Date.parse(iso), lang, zone);
  const state = ticket.refused && ticket.status !== "closed" ? "refused" : ticket.status;
  const action = `${base}/tickets/${ticket.number}`;
  return (
    <>
      {note ? <p className="note" role="status">{note}</p> : null}
      <h1>{ticket.subject}</h1>
      <p className="meta">
        <span>{ticket.number}</span><span className={`state ${state}`}>{named(lang, "status", state)}</span>
        <span>{t("ticket.opened", { at: at(ticket.openedAt) })}</span>
        <span>{ticket.assignee ? t("ticket.expert", { name: ticket.assignee.name }) : t("ticket.no-expert")}</span>
      </p>
      <Promises ticket={ticket} visit={visit} />
      <section><h2>{t("ticket.thread")}</h2><Thread ticket={ticket} visit={visit} /></section>
      <form method="post" action={`${action}/messages`} encType="multipart/form-data" id="answer">
        <input type="hidden" name="token" value={token} />
        {ticket.status === "closed" ? <p className="note">{t("ticket.is-closed")} {t("ticket.reopen")}?</p> : null}
        <Field id="text" label={t("ticket.answer")} hint={t("ticket.answer-hint")} fault={fault ?? undefined}><textarea id="text" name="text" rows={5} required maxLength={100_000} aria-describedby="text-hint" /></Field>
        <Field id="files" label={t("ticket.attach")} optional={t("portal.optional")}><input id="files" name="files" type="file" multiple /></Field>
        <button>{t("ticket.send")}</button>
      </form>
      {ticket.status === "closed" ? null : (
        <details><summary>{t("ticket.close")}</summary>
          <form method="post" action={`${action}/closure`}><p>{t("ticket.close-confirm", { number: ticket.number })}</p><button className="secondary">{t("ticket.close")}</button></form>
        </details>
      )}
      <Decisions ticket={ticket} visit={visit} />
      <Contest ticket={ticket} visit={visit} action={`${action}/claims`} token={token} />
    </>
  );
}

function Promises({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang } = visit;
  return (
    <section>
      <h2>{phrase(lang, "ticket.promises")}</h2>
      {ticket.promises.length === 0 ? <p className="empty">{phrase(lang, "ticket.promises-empty")}</p> : ticket.promises.map((p) => (
        <div className="promise" key={p.id}>
          <p className="due"><span className={`state ${p.state}`}>{named(lang, "promise.state", p.state)}</span> {p.label}{p.dueText ? `: ${phrase(lang, p.strength === "goal" ? "ticket.aim" : "ticket.due", { at: p.dueText })}` : p.goalText ? `: ${phrase(lang, "ticket.aim", { at: p.goalText })}` : null}</p>
          {p.clause ? <Clause clause={p.clause} /> : null}
        </div>
      ))}
    </section>
  );
}

function Decisions({ ticket, visit }: { readonly ticket: TicketView; readonly visit: Visit }): ReactNode {
  const { lang, zone } = visit;
  return (
    <section id="decisions">
      <h2>{phrase(lang, "ticket.decisions")}</h2>
      <p className="lead">{phrase(lang, "ticket.decisions-intro")}</p>
      {ticket.decisions.length === 0 ? <p className="empty">{phrase(lang, "ticket.decisions-empty")}</p> : ticket.decisions.map((d) => (
        <details key={d.id}>
          <summary>{phrase(lang, "ticket.decided-at", { at: instantText(Date.parse(d.at), lang, zone) })}</summary>
          {d.reasons.map((r) => (
            <div key={`${r.section}/${r.key}/${r.id}`}>
              <Clause clause={r} />
              {Object.keys(r.shown).length ? <p className="number">{phrase(lang, "says.rests-on")}: {Object.values(r.shown).map((f) => `${f.label}: ${f.text}`).join("; ")}</p> : null}
            </div>
          ))}
        </details>
      ))}
    </section>
  );
}
