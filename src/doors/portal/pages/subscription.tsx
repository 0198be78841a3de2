// Pages between a mail and a subscription: look into the mailbox, confirm, end, ended. A link alone does nothing: programs open links, people press buttons.
import type { ReactNode } from "react";
import { phrase } from "../../../words/phrase.ts";
import { durationText } from "../../../words/slots.ts";
import type { Visit } from "../visit.ts";

export function SubscriptionSent({ visit: { lang, base }, email, hours }: { readonly visit: Visit; readonly email: string; readonly hours: number }): ReactNode {
  return (
    <>
      <h1>{phrase(lang, "status.sent-title")}</h1>
      <p className="lead">{phrase(lang, "status.sent", { email, duration: durationText({ amount: hours, unit: "hours" }, lang) })}</p>
      <p>
        <a href={`${base}/status`}>{phrase(lang, "status.all")}</a>
      </p>
    </>
  );
}

interface PressProps {
  readonly visit: Visit;
  readonly title: string;
  readonly action: string;
  readonly label: string;
}

/** One button that does what the link in the mail said. */
export function Press({ title, action, label }: PressProps): ReactNode {
  return (
    <>
      <h1>{title}</h1>
      <form method="post" action={action} className="narrow">
        <button autoFocus>{label}</button>
      </form>
    </>
  );
}

/** What was done, and the way on. */
export function SubscriptionDone({ visit: { lang, base }, title, text }: { readonly visit: Visit; readonly title: string; readonly text: string }): ReactNode {
  return (
    <>
      <h1>{title}</h1>
      <p className="lead" role="status">
        {text}
      </p>
      <p>
        <a href={`${base}/status`}>{phrase(lang, "status.all")}</a>
      </p>
    </>
  );
}
