// Signing in by a link in a mail: ask for it, look for it, use it.
import type { ReactNode } from "react";
import { durationText } from "../../../words/slots.ts";
import { phrase } from "../../../words/phrase.ts";
import { Field } from "../parts/field.tsx";
import type { Visit } from "../visit.ts";

interface SignInProps {
  readonly visit: Visit;
  readonly next: string;
  readonly email?: string;
  readonly fault?: string;
  readonly note?: string;
}

export function SignIn({ visit, next, email, fault, note }: SignInProps): ReactNode {
  const { lang, base, person } = visit;
  return (
    <>
      <h1>{phrase(lang, "signin.title")}</h1>
      {note ? (
        <p className="note" role="status">
          {note}
        </p>
      ) : null}
      {person ? (
        <p className="note">
          {phrase(lang, "signin.signed-in-as", { name: person.name })}. <a href={`${base}/tickets`}>{phrase(lang, "portal.tickets")}</a>
        </p>
      ) : null}
      <p className="lead">{phrase(lang, "signin.intro")}</p>
      <form method="post" action={`${base}/sign-in`} className="narrow">
        <input type="hidden" name="next" value={next} />
        <Field id="email" label={phrase(lang, "signin.email")} fault={fault}>
          <input id="email" name="email" type="email" required autoComplete="email" maxLength={254} defaultValue={email} />
        </Field>
        <button>{phrase(lang, "signin.send")}</button>
      </form>
    </>
  );
}

export function LinkSent({ visit, email, next, minutes }: { readonly visit: Visit; readonly email: string; readonly next: string; readonly minutes: number }): ReactNode {
  const { lang, base } = visit;
  return (
    <>
      <h1>{phrase(lang, "signin.sent-title")}</h1>
      <p className="lead">{phrase(lang, "signin.sent", { email, duration: durationText({ amount: minutes, unit: "minutes" }, lang) })}</p>
      <p>
        <a href={`${base}/sign-in?next=${next}`}>{phrase(lang, "signin.again")}</a>
      </p>
    </>
  );
}

/** Opening the link shows a button: programs that fetch links in mails do not use it up. */
export function UseLink({ visit, name, token, next }: { readonly visit: Visit; readonly name: string; readonly token: string; readonly next: string }): ReactNode {
  const { lang, base } = visit;
  return (
    <>
      <h1>{phrase(lang, "signin.title")}</h1>
      <form method="post" action={`${base}/sign-in/${encodeURIComponent(token)}`} className="narrow">
        <input type="hidden" name="next" value={next} />
        <button autoFocus>{phrase(lang, "signin.confirm", { name })}</button>
      </form>
      <p>
        <a href={`${base}/sign-in?next=${next}`}>{phrase(lang, "signin.other-desk")}</a>
      </p>
    </>
  );
}
