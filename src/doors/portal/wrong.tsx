// Faults as pages, in the visitor's language as far as it is known.
import type { FastifyReply, FastifyRequest } from "fastify";
import { renderToStaticMarkup } from "react-dom/server";
import type { House } from "../../desk/house.ts";
import { problemBody } from "../../desk/problem-body.ts";
import { type ProblemCode, PROBLEMS } from "../../desk/problem.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { phrase } from "../../words/phrase.ts";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Wrong } from "./pages/wrong.tsx";
import { visitOf } from "./visit-of.ts";

/** Answers with the page of the fault; whoever has to sign in first goes there and comes back. */
export async function wrong(house: House, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { code } = problemBody(error);
  if (code === "impossible") request.log.error(error);
  const visit = code === "impossible" || code === "unavailable" ? null : await visitOf(house, request, reply).catch(() => null); // the database may be what failed
  if (code === "sign-in-needed" && visit) return reply.redirect(`${visit.base}/sign-in?next=${visit.path.replace(`${visit.base}/`, "")}`, 303);
  const title = visit && phrase(visit.lang, code === "not-found" ? "error.not-found" : "error.title");
  return html(reply.code(PROBLEMS[code]), visit && title ? page({ visit, title, children: <Wrong lang={visit.lang} code={code} base={visit.base} /> }) : bare(request, code));
}

/** The same without a desk. */
function bare(request: FastifyRequest, code: ProblemCode): string {
  const lang = chooseLanguage([request.headers["accept-language"]?.slice(0, 2)], ["en", "fr", "it", "ro"]);
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{phrase(lang, code === "not-found" ? "error.not-found" : "error.title")}</title>
        <link rel="stylesheet" href="/portal-assets/portal.css" />
      </head>
      <body>
        <main>
          <Wrong lang={lang} code={code} base={null} />
        </main>
      </body>
    </html>,
  )}`;
}
