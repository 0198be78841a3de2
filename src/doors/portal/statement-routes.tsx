// The customer's statements: the list, and where each is fetched as PDF or CSV.
import type { FastifyInstance } from "fastify";
import { statementsOf } from "../../desk/charges/statements.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { phrase } from "../../words/phrase.ts";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Statements } from "./pages/statements.tsx";
import { visitOf } from "./visit-of.ts";

export function statementRoutes(app: FastifyInstance, house: House): void {
  app.get("/:desk/statements", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { viewer } = visit;
    if (!viewer) throw new Problem("sign-in-needed");
    const statements = await house.database.asDesk(visit.desk, (tx) => statementsOf(tx, viewer), { readOnly: true });
    return html(reply, page({ visit, title: phrase(visit.lang, "statements.title"), children: <Statements visit={visit} statements={statements} /> }));
  });
}
