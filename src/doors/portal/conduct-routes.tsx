// One's own case of conduct: read, answer, appeal. To everybody else it is not there.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newId } from "../../database/new-id.ts";
import { change } from "../../desk/change.ts";
import type { House } from "../../desk/house.ts";
import { Problem } from "../../desk/problem.ts";
import { caseView } from "../../desk/views/conduct-case.ts";
import { ticketOfCase } from "../../desk/views/conduct-cases.ts";
import type { PersonViewer } from "../../desk/viewer.ts";
import { phrase } from "../../words/phrase.ts";
import { readForm } from "./form.ts";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Conduct } from "./pages/conduct.tsx";
import { Ended } from "./pages/ended.tsx";
import type { Visit } from "./visit.ts";
import { visitOf } from "./visit-of.ts";

const LIMIT = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function caseIn(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!ID.test(id)) throw new Problem("not-found");
  return id;
}

export function conductRoutes(app: FastifyInstance, house: House): void {
  async function show(visit: Visit, viewer: PersonViewer, id: string, reply: FastifyReply, said: { readonly done?: boolean; readonly fault?: string; readonly text?: string }): Promise<unknown> {
    const { file, ...line } = await house.database.asDesk(visit.desk, (tx) => caseView({ tx, house, desk: visit.desk, viewer, wanted: visit.lang }, id), { readOnly: true });
    if (!file) throw new Problem("not-found");
    return html(reply, page({ visit, title: phrase(visit.lang, "conduct.title"), children: <Conduct visit={visit} of={{ ...line, file }} token={newId(visit.now)} {...said} /> }));
  }

  app.get("/:desk/conduct/:id", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    if (!visit.viewer) throw new Problem("sign-in-needed");
    const { done } = request.query as { done?: string };
    return show(visit, visit.viewer, caseIn(request), reply, { done: done === "said" });
  });

  app.post("/:desk/conduct/:id/words", LIMIT, async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { fields } = await readForm(house, request);
    const { viewer } = visit;
    const token = ID.test(fields["token"] ?? "") ? fields["token"]! : newId(visit.now);
    if (!viewer)
      return html(reply.code(401), page({ visit, title: phrase(visit.lang, "signin.title"), children: <Ended visit={visit} action={request.url} fields={{ ...fields, token }} files={[]} /> }));
    const id = caseIn(request);
    const text = (fields["text"] ?? "").trim().slice(0, 100_000);
    const look = { house, desk: visit.desk, viewer };
    const ticket = await house.database.asDesk(
      visit.desk,
      async (tx) => {
        await caseView({ tx, ...look }, id);
        return ticketOfCase(tx, id);
      },
      { readOnly: true },
    );
    if (!text) return show(visit, viewer, id, reply.code(422), { fault: phrase(visit.lang, "error.required") });
    try {
      await change(house, visit.desk, {
        kind: "conduct-words",
        id: `portal:${viewer.id}:words:${token}`,
        by: { kind: "person", id: viewer.id, name: viewer.name },
        ticket,
        of: id,
        words: { text, channel: "portal" },
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "case-closed") throw error;
      return show(visit, viewer, id, reply.code(409), { fault: phrase(visit.lang, "conduct.closed"), text });
    }
    return reply.redirect(`${visit.base}/conduct/${id}?done=said`, 303);
  });
}
