// Every page of the portal: head, the desk's name, where one can go, who is signed in, the language. HTML first, no script needed.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { phrasesOf } from "../../words/languages.ts";
import { phrase } from "../../words/phrase.ts";
import type { Visit } from "./visit.ts";

interface PageProps { readonly visit: Visit; readonly title: string; readonly wide?: boolean; readonly children: ReactNode }

/** A whole document as text. */
export function page(props: PageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;
}

function Page({ visit, title, wide, children }: PageProps): ReactNode {
  const { lang, base, name, person } = visit;
  const t = (key: Parameters<typeof phrase>[1], values = {}): string => phrase(lang, key, values);
  return (
    <html lang={lang} data-accent={visit.desk}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${name}`}</title>
        <link rel="stylesheet" href="/portal-assets/portal.css" />
        <link rel="stylesheet" href={`${base}/accent.css`} />
        <link rel="icon" href={`${base}/icon.svg`} type="image/svg+xml" />
        <script type="module" src="/portal-assets/portal.js" />
      </head>
      <body>
        <a className="skip" href="#content">{t("portal.skip")}</a>
        <header className="top">
          <a className="desk" href={base}>{name}</a>
          <nav aria-label={t("portal.menu")}>
            <a href={`${base}/ask`}>{t("portal.ask")}</a>
            {person ? <a href={`${base}/tickets`}>{t("portal.tickets")}</a> : null}
            <a href={`${base}/policy`}>{t("portal.policy")}</a>
            {person
              ? <form method="post" action={`${base}/sign-out`} className="inline"><button className="link" title={t("signin.signed-in-as", { name: person.name })}>{t("signin.out")}</button></form>
              : <a href={`${base}/sign-in`}>{t("signin.title")}</a>}
          </nav>
        </header>
        <main id="content" className={wide ? "wide" : undefined}>{children}</main>
        <footer className="bottom">
          <nav aria-label={t("portal.language")}>
            {visit.languages.map((l) => l === lang
              ? <strong key={l} aria-current="true" lang={l}>{phrasesOf(l)["language.name"]}</strong>
              : <a key={l} lang={l} hrefLang={l} href={`${visit.path}?lang=${l}`}>{phrasesOf(l)["language.name"]}</a>)}
          </nav>
          <p>{t("portal.write", { address: visit.address })}{visit.phone ? ` · ${t("portal.call", { phone: visit.phone })}` : null}</p>
        </footer>
      </body>
    </html>
  );
}
