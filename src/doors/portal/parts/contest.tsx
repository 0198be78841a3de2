// The way to contest a decision: say which fact is wrong and how it really is.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Field } from "./field.tsx";

interface ContestProps {
  readonly ticket: TicketView;
  readonly visit: Visit;
  readonly action: string;
  readonly token: string;
  readonly fault: string | null;
}

export function Contest({ ticket, visit, action, token, fault }: ContestProps): ReactNode {
  const { lang } = visit;
  const known = new Map([...ticket.contestable, ...ticket.askable].map((a) => [a.fact, a]));
  return (
    <section id="contest">
      <h2>{phrase(lang, "ticket.contest-title")}</h2>
      <p className="lead">{phrase(lang, "ticket.contest-intro")}</p>
      <form method="post" action={action} data-draft="reason">
        <input type="hidden" name="token" value={token} />
        {[...known.values()]
          .filter((a) => a.options.length > 0)
          .map((a) => (
            <Field key={a.fact} id={`fact.${a.fact}`} label={a.fact === "topic" ? phrase(lang, "ask.topic") : a.ask}>
              <select id={`fact.${a.fact}`} name={`fact.${a.fact}`} defaultValue={a.value === null ? "" : String(a.value)}>
                <option value="">{phrase(lang, "portal.unknown")}</option>
                {a.options.map((o) => (
                  <option key={String(o.value)} value={String(o.value)}>
                    {o.label}
                  </option>
                ))}
              </select>
            </Field>
          ))}
        <Field id="reason" label={phrase(lang, "ticket.contest-reason")} fault={fault}>
          <textarea id="reason" name="reason" rows={3} required maxLength={20_000} />
        </Field>
        <button className="secondary">{phrase(lang, "ticket.contest-send")}</button>
      </form>
    </section>
  );
}
