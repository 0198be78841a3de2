// A ticket as its customer follows it: the thread, the promises, every decision with its clause and facts, and the way to contest one.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { HeldFile } from "../held-files.ts";
import { Charges } from "../parts/charges.tsx";
import { Checklist } from "../parts/checklist.tsx";
import { Clause } from "../parts/clause.tsx";
import { Closing } from "../parts/closing.tsx";
import { Contest } from "../parts/contest.tsx";
import { Changes, Decisions } from "../parts/decisions.tsx";
import { FaultList, type NamedFault } from "../parts/fault-list.tsx";
import { Field } from "../parts/field.tsx";
import { FilesField } from "../parts/files-field.tsx";
import { Offers } from "../parts/offers.tsx";
import { Promises } from "../parts/promises.tsx";
import { Thread } from "../parts/thread.tsx";
import { stateOf, TicketState } from "../parts/ticket-state.tsx";
import type { Visit } from "../visit.ts";

export const DONE = ["answer", "contest", "closed", "escalated", "highest", "agreed", "refused", "ticked", "closing-agreed", "closing-refused"] as const;
/** What was just done, or what stands in the way of it; with the words and files that are to be sent again. */
export interface Said {
  readonly done?: (typeof DONE)[number] | undefined;
  readonly faults?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly files?: readonly HeldFile[];
  readonly token?: string;
}
/** What each part of the page is called in the list of faults. */
const FAULTY = { reason: "ticket.contest-reason", todo: "ticket.todo-title", offer: "ticket.offer-title", files: "ticket.attach", closing: "mail.closing.solved.title" } as const;
interface TicketProps {
  readonly visit: Visit;
  readonly ticket: TicketView;
  readonly said: Said;
  readonly token: string;
}

export function Ticket({ visit, ticket, said, token }: TicketProps): ReactNode {
  const { lang, zone, base } = visit;
  const action = `${base}/tickets/${ticket.number}`;
  const faults = Object.entries(said.faults ?? {}).map(
    ([id, fault]): NamedFault => ({
      id,
      fault,
      label: phrase(lang, FAULTY[id as keyof typeof FAULTY] ?? "ticket.answer"),
    }),
  );
  return (
    <>
      {said.done ? <Done visit={visit} ticket={ticket} done={said.done} /> : null}
      <FaultList faults={faults} lang={lang} />
      <h1>{ticket.subject}</h1>
      <p className="meta">
        <span className="ticket-number">{ticket.number}</span>
        <TicketState state={stateOf(ticket)} lang={lang} />
        <span>{phrase(lang, "ticket.opened", { at: instantText(Date.parse(ticket.openedAt), lang, zone) })}</span>
        <span>{ticket.assignee ? phrase(lang, "ticket.expert", { name: ticket.assignee.name }) : phrase(lang, "ticket.no-expert")}</span>
      </p>
      {ticket.refused ? (
        <p className="note">
          <a href="#decisions">{phrase(lang, "ticket.why-refused")}</a>
        </p>
      ) : null}
      {ticket.joined.map((other) => (
        <p key={other.number} className="note">
          {phrase(lang, "ticket.joined", { number: other.number, subject: other.subject, name: other.requester })}
        </p>
      ))}
      {ticket.splitFrom === null ? null : (
        <p className="note">
          <a href={`${base}/tickets/${ticket.splitFrom.number}`}>{phrase(lang, "ticket.split-from", { number: ticket.splitFrom.number, subject: ticket.splitFrom.subject })}</a>
        </p>
      )}
      {ticket.follows === null ? null : (
        <p className="note">
          <a href={`${base}/tickets/${ticket.follows.number}`}>{phrase(lang, "ticket.follows", { number: ticket.follows.number, subject: ticket.follows.subject })}</a>
        </p>
      )}
      {ticket.followedBy.map((next) => (
        <p key={next.number} className="note">
          <a href={`${base}/tickets/${next.number}`}>{phrase(lang, "ticket.followed-by", { number: next.number, subject: next.subject })}</a>
        </p>
      ))}
      {ticket.parts.map((part) => (
        <p key={part.number} className="note">
          <a href={`${base}/tickets/${part.number}`}>{phrase(lang, "ticket.split-into", { number: part.number, subject: part.subject })}</a>
        </p>
      ))}
      <div className="ticket">
        <div className="first">
          <Closing ticket={ticket} visit={visit} action={`${action}/closure`} token={token} fault={said.faults?.["closing"] ?? null} />
          <Offers ticket={ticket} visit={visit} action={`${action}/offers`} token={token} fault={said.faults?.["offer"] ?? null} />
          <Checklist ticket={ticket} visit={visit} action={`${action}/checklist`} token={token} fault={said.faults?.["todo"] ?? null} />
        </div>
        <Charges ticket={ticket} visit={visit} />
        <Promises ticket={ticket} visit={visit} />
        <div className="talk">
          <section>
            <h2>{phrase(lang, "ticket.thread")}</h2>
            <Thread ticket={ticket} visit={visit} />
          </section>
          <Answer visit={visit} ticket={ticket} said={said} action={action} token={said.token ?? token} />
        </div>
        <div className="why">
          <Decisions ticket={ticket} visit={visit} />
          <Contest ticket={ticket} visit={visit} action={`${action}/claims`} token={token} fault={said.faults?.["reason"] ?? null} />
        </div>
      </div>
    </>
  );
}

function Done({ visit, ticket, done }: { readonly visit: Visit; readonly ticket: TicketView; readonly done: NonNullable<Said["done"]> }): ReactNode {
  const { lang } = visit;
  const words = {
    answer: "ticket.sent",
    contest: "ticket.contest-sent",
    closed: "ticket.is-closed",
    escalated: "ticket.stepped-up",
    highest: "ticket.step-up-none",
    agreed: "mail.offer.title-accepted",
    refused: "mail.offer.title-declined",
    ticked: "ticket.todo-ticked",
    "closing-agreed": "ticket.closing-agreed",
    "closing-refused": "ticket.closing-refused",
  } as const;
  return (
    <div className="note" role="status" data-done={done}>
      <p>
        <strong>{phrase(lang, words[done])}</strong>
      </p>
      {done === "contest" ? <Changes decisions={ticket.decisions} lang={lang} /> : null}
    </div>
  );
}

function Answer({ visit, ticket, said, action, token }: TicketProps & { readonly action: string }): ReactNode {
  const { lang } = visit;
  const closed = ticket.status === "closed";
  return (
    <>
      <form method="post" action={`${action}/messages`} encType="multipart/form-data" id="answer" data-draft="text">
        <input type="hidden" name="token" value={token} />
        {closed ? (
          <p className="note">
            {phrase(lang, "ticket.is-closed")} {phrase(lang, ticket.anew ? "ticket.anew-hint" : "ticket.reopen-hint")}
          </p>
        ) : null}
        <Field id="text" label={phrase(lang, "ticket.answer")} hint={closed ? undefined : phrase(lang, "ticket.answer-hint")} fault={said.faults?.["text"]}>
          <textarea id="text" name="text" rows={5} maxLength={100_000} defaultValue={said.text} />
        </Field>
        <FilesField lang={lang} label={phrase(lang, "ticket.attach")} held={said.files ?? []} fault={said.faults?.["files"]} />
        <button>{phrase(lang, "ticket.send")}</button>
      </form>
      {ticket.stepUp ? (
        <details className="close">
          <summary>{phrase(lang, "ticket.step-up", { to: ticket.stepUp.label })}</summary>
          <form method="post" action={`${action}/escalations`}>
            <input type="hidden" name="token" value={token} />
            <Clause clause={ticket.stepUp.clause} />
            <button className="secondary">{phrase(lang, "ticket.step-up-go")}</button>
          </form>
        </details>
      ) : null}
      {closed || ticket.closings.some((c) => c.state === "open") ? null : (
        <details className="close">
          <summary>{phrase(lang, "ticket.close")}</summary>
          <form method="post" action={`${action}/closure`}>
            <input type="hidden" name="token" value={token} />
            <p>{phrase(lang, "ticket.close-confirm", { number: ticket.number })}</p>
            <button className="secondary">{phrase(lang, "ticket.close")}</button>
          </form>
        </details>
      )}
    </>
  );
}
