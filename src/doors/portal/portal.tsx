// The portal's door: a plugin for the server's fastify instance. Pages for customers, HTML first.
import type { FastifyInstance } from "fastify";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { publishesSums } from "../../desk/promises/sums.ts";
import { ledgerSums } from "../../desk/views/ledger.ts";
import { statusOf } from "../../desk/views/status.ts";
import { stranger } from "../../desk/views/stranger.ts";
import { ticketPage } from "../../desk/views/ticket-list.ts";
import { phrase } from "../../words/phrase.ts";
import { accentCss, deskIcon } from "./accent.ts";
import { askRoutes } from "./ask-routes.tsx";
import { assetRoutes } from "./asset-routes.ts";
import { conductRoutes } from "./conduct-routes.tsx";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Home } from "./pages/home.tsx";
import { PromisesKept } from "./pages/promises-kept.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";
import { statusRoutes } from "./status-routes.tsx";
import { statementRoutes } from "./statement-routes.tsx";
import { ticketRoutes } from "./ticket-routes.tsx";
import { versionRoutes } from "./version-routes.tsx";
import { visitOf } from "./visit-of.ts";
import { wrong } from "./wrong.tsx";

const ON_HOME = 5; // open tickets shown on the first page

/** Registers the portal: `/:desk` and below, and `/portal-assets`. The instance brings cookies, multipart, forms and rate limits. */
export async function portal(app: FastifyInstance, { house }: { readonly house: House }): Promise<void> {
  app.setErrorHandler((error, request, reply) => wrong(house, error, request, reply));
  assetRoutes(app);
  askRoutes(app, house);
  signInRoutes(app, house);
  ticketRoutes(app, house);
  statusRoutes(app, house);
  statementRoutes(app, house);
  conductRoutes(app, house);
  versionRoutes(app, house);

  app.get("/:desk", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { viewer } = visit;
    const open =
      viewer && (await house.database.asDesk(visit.desk, (tx) => ticketPage({ tx, house, desk: visit.desk, viewer, wanted: visit.lang }, { status: "unclosed", limit: ON_HOME }), { readOnly: true }));
    const { running, announced } = await house.database.asDesk(visit.desk, (tx) => statusOf(tx, visit.now), { readOnly: true });
    const window = running[0] ?? announced.find((w) => w.is === "announced") ?? null;
    return html(reply, page({ visit, title: phrase(visit.lang, "portal.title", { desk: visit.name }), children: <Home visit={visit} open={open?.items ?? []} window={window} /> }));
  });
  app.get("/:desk/promises", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const sums = await house.database.asDesk(
      visit.desk,
      async (tx) => {
        if (!(await publishesSums(tx))) throw new Problem("not-found");
        const look = { tx, house, desk: visit.desk, viewer: stranger, wanted: visit.lang };
        return { byClause: await ledgerSums(look, "clause", {}, true), byWeek: await ledgerSums(look, "week", {}, true) };
      },
      { readOnly: true },
    );
    return html(reply, page({ visit, title: phrase(visit.lang, "promises.title"), wide: true, children: <PromisesKept visit={visit} {...sums} /> }));
  });
  app.get("/:desk/accent.css", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(accentCss(visit.policy.desk.colour));
  });
  app.get("/:desk/icon.svg", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    return reply.type("image/svg+xml").header("cache-control", "public, max-age=3600").send(deskIcon(visit.policy.desk.prefix, visit.policy.desk.colour));
  });
  // What is not there is said as a page on a desk; elsewhere by whoever answers for the rest.
  app.get("/:desk/*", async (request, reply) => {
    if (await visitOf(house, request, reply).catch(() => null)) throw new Problem("not-found");
    return reply.callNotFound();
  });
}
