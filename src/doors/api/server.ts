// The API as a plugin: main registers it on the one instance that all HTTP doors share.
import type { FastifyInstance } from "fastify";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { problemSaid } from "../../desk/problem-body.ts";
import { forgetOld } from "../../desk/requests/requests.ts";
import { languagesOf } from "./languages-of.ts";
import type { Live } from "./live.ts";
import { openapi } from "./openapi.ts";
import { type MailWays, SHUT } from "./mail-ways.ts";
import { RAW_MAIL } from "./raw-mail.ts";
import { ROUTES } from "./routes.ts";
import { serve } from "./serve.ts";
import { chooseLanguage, LANGUAGES } from "../../words/languages.ts";

const HOUR = 3_600_000;
const SPOKEN = Object.keys(LANGUAGES); // English first: who wishes for nothing, or for a language that we do not speak, reads it

/** `await app.register(apiServer, { house, live })` on an instance of doors/http. Below /api everything answers in JSON. */
export async function apiServer(app: FastifyInstance, { house, live, ways = SHUT }: { readonly house: House; readonly live: Live; readonly ways?: MailWays }): Promise<void> {
  app.addContentTypeParser(RAW_MAIL, (_request, payload, done) => done(null, payload)); // read by the route, piece by piece
  app.setErrorHandler((error, request, reply) => {
    const { body, lang } = problemSaid(error, chooseLanguage(languagesOf(request), SPOKEN));
    if (body.code === "impossible" || body.code === "unavailable") request.log.error({ err: error }, "a request failed");
    if (body.status === 401) void reply.header("www-authenticate", "Bearer");
    return reply
      .code(body.status)
      .headers({ "cache-control": "no-store", "content-language": lang, vary: "accept-language" })
      .type("application/problem+json; charset=utf-8")
      .send(JSON.stringify(body));
  });
  const document = JSON.stringify(openapi());
  app.get("/api/openapi.json", (_request, reply) => reply.header("cache-control", "public, max-age=300").type("application/json; charset=utf-8").send(document));
  serve(app, ROUTES, { house, live, ways, secure: house.publicUrl.startsWith("https:") });
  app.all("/api/*", () => {
    throw new Problem("not-found", "There is no such address; /api/openapi.json lists them all.");
  });
  const sweep = setInterval(
    () => void house.database.asOwner((tx) => forgetOld(tx, house.now())).catch((error: unknown) => app.log.error({ err: error }, "old sessions and keys were not swept")),
    HOUR,
  ).unref();
  app.addHook("preClose", async () => {
    clearInterval(sweep);
    await live.close(); // streams would keep the server waiting
  });
}
