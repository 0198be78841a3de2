// Every page of the portal: head, the desk's name, where one can go, who is signed in, the language. HTML first, no script needed.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { phrasesOf } from "../../words/languages.ts";
import { phrase } from "../../words/phrase.ts";
import type { Visit } from "./visit.ts";

interface PageProps {
  readonly visit: Visit;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A whole document as text. */
export function page(props: PageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;
}

function Page({ visit, title, wide, children }: PageProps): ReactNode {
  const { lang, base, name } = visit;
  return (
    <html lang={lang}>
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
      <body data-desk={base} data-reader={visit.viewer?.id}>
        <a className="skip" href="#content">
          {phrase(lang, "portal.skip")}
        </a>
        <Top visit={visit} />
        <main id="content" className={wide ? "wide" : undefined}>
          {children}
        </main>
        <Bottom visit={visit} />
      </body>
    </html>
  );
}

function Top({ visit }: { readonly visit: Visit }): ReactNode {
  const { lang, base, person, path } = visit;
  const places = [["ask", "portal.ask"], ...(person ? [["tickets", "portal.tickets"] as const] : []), ["policy", "portal.policy"]] as const;
  const next = path === `${base}/ask` ? "?next=ask" : "";
  return (
    <header className="top">
      <a className="desk" href={base}>
        {visit.name}
      </a>
      <nav aria-label={phrase(lang, "portal.menu")}>
        {places.map(([place, label]) => (
          <a key={place} href={`${base}/${place}`} aria-current={path === `${base}/${place}` ? "page" : undefined}>
            {phrase(lang, label)}
          </a>
        ))}
      </nav>
      {person ? (
        <form method="post" action={`${base}/sign-out`} className="account" data-leaves="">
          <span className="who" title={phrase(lang, "signin.signed-in-as", { name: person.name })}>
            {person.name}
          </span>
          <button className="link">{phrase(lang, "signin.out")}</button>
        </form>
      ) : (
        <p className="account">
          <a href={`${base}/sign-in${next}`}>{phrase(lang, "signin.title")}</a>
        </p>
      )}
    </header>
  );
}

function Bottom({ visit }: { readonly visit: Visit }): ReactNode {
  const { lang, base, path, query, address, phone } = visit;
  const to = (l: string): string => `${path}?${query ? `${query}&` : ""}lang=${l}`;
  return (
    <footer className="bottom">
      <nav aria-label={phrase(lang, "portal.language")}>
        {visit.languages.map((l) =>
          l === lang ? (
            <strong key={l} aria-current="true" lang={l}>
              {phrasesOf(l)["language.name"]}
            </strong>
          ) : (
            <a key={l} lang={l} hrefLang={l} href={to(l)}>
              {phrasesOf(l)["language.name"]}
            </a>
          ),
        )}
      </nav>
      <p>
        <a href={`${base}/status`}>{phrase(lang, "status.title")}</a>
        {" · "}
        <a href={`mailto:${address}`}>{phrase(lang, "portal.write", { address })}</a>
        {phone ? (
          <>
            {" · "}
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phrase(lang, "portal.call", { phone })}</a>
          </>
        ) : null}
      </p>
    </footer>
  );
}
