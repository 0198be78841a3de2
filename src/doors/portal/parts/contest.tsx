// The way to contest a decision: say which fact is wrong and how it really is.
import type { ReactNode } from "react";
import type { TicketView } from "../../../desk/views/ticket.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { Field } from "./field.tsx";

export function Contest({ ticket, visit, action, token }: { readonly ticket: TicketView; readonly visit: Visit; readonly action: string; readonly token: string }): ReactNode {
  const { lang } = visit;
  const known = [...new Set([...ticket.contestable, ...ticket.askable])].filter((a) => a.options.length > 0);
  return (
    <section id="contest">
      <h2>{phrase(lang, "ticket.contest-title")}</h2>
      <p className="lead">{phrase(lang, "ticket.contest-intro")}</p>
      <form method="post" action={action}>
        <input type="hidden" name="token" value={token} />
        {known.map((a) => (
          <Field key={a.fact} id={`fact.${a.fact}`} label={a.label || a.ask}>
            <select id={`fact.${a.fact}`} name={`fact.${a.fact}`} defaultValue={a.value === null ? "" : String(a.value)}>
              <option value="">{phrase(lang, "portal.unknown")}</option>
              {a.options.map((o) => <option key={String(o.value)} value={String(o.value)}>{o.label}</option>)}
            </select>
          </Field>
        ))}
        <Field id="reason" label={phrase(lang, "ticket.contest-reason")}><textarea id="reason" name="reason" rows={3} required maxLength={20_000} /></Field>
        <button className="secondary">{phrase(lang, "ticket.contest-send")}</button>
      </form>
    </section>
  );
}
