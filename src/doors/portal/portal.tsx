// The portal's door: a plugin for the server's fastify instance. Pages for customers, HTML first.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { House } from "../../desk/house.ts";
import { Problem, PROBLEMS } from "../../desk/problem.ts";
import { pageHtml } from "../../words/page-html.ts";
import { pageMarkdown } from "../../words/page-markdown.ts";
import { policyPage } from "../../words/page.ts";
import { chooseLanguage } from "../../words/languages.ts";
import { phrase } from "../../words/phrase.ts";
import { accentCss, deskIcon } from "./accent.ts";
import { askRoutes, html } from "./ask-routes.tsx";
import { assetRoutes } from "./asset-routes.ts";
import { page } from "./layout.tsx";
import { Home } from "./pages/home.tsx";
import { Wrong } from "./pages/wrong.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";
import { ticketRoutes } from "./ticket-routes.tsx";
import { visitOf } from "./visit-of.ts";

/** Registers the portal: `/:desk` and below, and `/portal-assets`. The instance brings cookies, multipart, forms and rate limits. */
export async function portal(app: FastifyInstance, { house }: { readonly house: House }): Promise<void> {
  app.setErrorHandler((error, request, reply) => wrong(house, error, request, reply));
  assetRoutes(app);
  askRoutes(app, house);
  signInRoutes(app, house);
  ticketRoutes(app, house);

  app.get("/:desk", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return html(reply, page({ visit, title: phrase(visit.lang, "portal.title", { desk: visit.name }), children: <Home visit={visit} /> }));
  });

  app.get("/:desk/policy", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { notes } = request.query as { notes?: string };
    const written = policyPage(visit.policy, visit.lang, { base: visit.base, notes: notes !== undefined });
    return html(reply, page({ visit, title: written.title, children: <div dangerouslySetInnerHTML={{ __html: pageHtml(written) }} /> }));
  });
  app.get("/:desk/policy.md", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return reply.type("text/markdown; charset=utf-8").send(pageMarkdown(policyPage(visit.policy, visit.lang, { base: `${house.publicUrl}${visit.base}` })));
  });
  app.get("/:desk/policy.yaml", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const [row] = await house.database.asDesk(visit.desk, (tx) => tx.query<{ text: string }>("select text from policies where desk = troth_desk() and version = $1", [visit.version]));
    return reply.type("text/plain; charset=utf-8").send(row?.text ?? "");
  });
  app.get("/:desk/accent.css", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(accentCss(visit.policy.desk.colour));
  });
  app.get("/:desk/icon.svg", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return reply.type("image/svg+xml").header("cache-control", "public, max-age=3600").send(deskIcon(visit.policy.desk.prefix, visit.policy.desk.colour));
  });
}

/** Faults as pages, in the visitor's language as far as it is known; what was written by hand is never thrown away by us. */
async function wrong(house: House, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const code = error instanceof Problem ? error.code : isTooMany(error) ? "too-many" : isTooLarge(error) ? "too-large" : isTrouble(error) ? "unavailable" : "impossible";
  if (code === "impossible") request.log.error(error);
  const { status } = PROBLEMS[code];
  const visit = code === "not-found" || code === "sign-in-needed" || code === "wrong-origin" || code === "too-large" ? await visitOf(house, request, reply).catch(() => null) : null;
  if (code === "sign-in-needed" && visit) return reply.redirect(`${visit.base}/sign-in?next=${visit.path.replace(`${visit.base}/`, "")}`, 303);
  const lang = visit?.lang ?? chooseLanguage([request.headers["accept-language"]?.slice(0, 2)], ["en", "fr", "it", "ro"]);
  const body = visit ? page({ visit, title: phrase(lang, "error.title"), children: <Wrong lang={lang} code={code} /> }) : bare(lang, code);
  return html(reply.code(status), body);
}

function bare(lang: string, code: keyof typeof PROBLEMS): string {
  const words = phrase(lang, code === "not-found" ? "error.not-found" : code === "too-many" ? "error.too-many" : "error.server", { duration: phrase(lang, "duration.minutes", { n: 1 }) });
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words}</title><link rel="stylesheet" href="/portal-assets/portal.css"></head><body><main><h1>${words}</h1></main></body></html>`;
}

const hasStatus = (error: unknown, status: number): boolean => typeof error === "object" && error !== null && "statusCode" in error && error.statusCode === status;
const isTooMany = (error: unknown): boolean => hasStatus(error, 429);
const isTooLarge = (error: unknown): boolean => hasStatus(error, 413);
const isTrouble = (error: unknown): boolean => error instanceof Error && error.name === "Trouble";
