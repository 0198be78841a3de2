// The customer as the record has them: who, how to reach them, and the facts that the policy reads.
import { Link } from "@tanstack/react-router";
import type { Ticket } from "../../../shared/shapes.ts";
import { Face } from "../../parts/face.tsx";
import { Icon } from "../../parts/icon.tsx";
import { NAMES } from "../../words/console-words.ts";
import { useWords } from "../../words/words.tsx";

export function Customer({ ticket }: { readonly ticket: Ticket }) {
  const { say } = useWords();
  const { requester, customer, standing } = ticket;
  const phone = customer?.phone;
  return (
    <div className="stack">
      <div className="row">
        <Face name={requester.name} large />
        <div className="stack-none">
          <span className="strong cut">{requester.name}</span>
          {requester.organisation ? (
            <Link to="/customers/$id" params={{ id: requester.organisation.id }} className="small cut">
              {requester.organisation.name}
            </Link>
          ) : null}
        </div>
      </div>
      {requester.undeliverable === null ? null : (
        <p className="small wrap" role="note">
          <Icon name="warn" /> {say("people.undeliverable-why", { email: requester.email, why: requester.undeliverable || "5.0.0" })}
        </p>
      )}
      <dl className="facts">
        {requester.email ? (
          <>
            <dt>{say("new.email")}</dt>
            <dd>
              <a href={`mailto:${requester.email}`}>{requester.email}</a>
            </dd>
          </>
        ) : null}
        {customer?.answerTo ? (
          <>
            <dt>{say("people.answer-to")}</dt>
            <dd>
              <a href={`mailto:${customer.answerTo}`}>{customer.answerTo}</a>
            </dd>
          </>
        ) : null}
        {phone ? (
          <>
            <dt>{say("message.phone")}</dt>
            <dd>
              <a href={`tel:${phone.replaceAll(/[^+\d]/gu, "")}`}>{phone}</a>
            </dd>
          </>
        ) : null}
        <dt>{say("customers.language")}</dt>
        <dd>{NAMES[customer?.language ?? ticket.language] ?? ticket.language}</dd>
        {customer?.zone ? (
          <>
            <dt>{say("customers.zone")}</dt>
            <dd>{customer.zone.replaceAll("_", " ")}</dd>
          </>
        ) : null}
        {standing.map((each) => [
          <dt key={`${each.fact}-label`}>{each.label}</dt>,
          <dd key={each.fact} className="strong">
            {each.text}
          </dd>,
        ])}
      </dl>
      {standing.length === 0 ? <p className="quiet small">{say("rail.standing-none")}</p> : null}
    </div>
  );
}
