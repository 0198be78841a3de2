// Texts that customers accept: which version, by whom, when.
import { z } from "zod";
import { acceptTerms } from "../../../desk/acts/accept-terms.ts";
import { acceptancesOf } from "../../../desk/offers/reads.ts";
import { instantIso } from "../../../desk/views/instant-iso.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { AcceptanceList, MadeAcceptance, NewAcceptance } from "../shapes/acceptances.ts";
import { Id } from "../shapes/basics.ts";

export const ACCEPTANCE_ROUTES = [
  route({
    id: "acceptances",
    tag: "customers",
    title: "What people of an organisation have accepted, in which version",
    method: "GET",
    path: "/organisations/{id}/acceptances",
    may: { staff: "agent", key: "customers:read" },
    params: z.object({ id: Id }),
    output: AcceptanceList,
    problems: [],
    run: (ask) =>
      reading(ask, async ({ tx }) => ({
        items: (await acceptancesOf(tx, ask.params.id)).map((a) => ({
          id: a.id,
          person: { id: a.person, name: a.name },
          document: a.document,
          version: a.version,
          title: a.title,
          words: a.words,
          policy: a.policy,
          language: a.language,
          channel: a.channel,
          byUse: a.offer === null,
          at: instantIso(a.at),
        })),
      })),
  }),
  route({
    id: "accept",
    tag: "customers",
    title: "Accept a text of the policy: as its reader, or by a program for whom it was shown to",
    method: "POST",
    path: "/acceptances",
    may: { person: true, key: "customers:write" },
    body: NewAcceptance,
    output: MadeAcceptance,
    status: 201,
    problems: ["invalid-input", "not-found", "changed-meanwhile"],
    async run({ house, desk, viewer, body }) {
      const { document, version } = body;
      if (viewer.kind === "person" && body.person !== undefined && body.person !== viewer.id) refuse([{ at: "person", message: "you accept for yourself; leave it out" }]);
      if (viewer.kind !== "person" && body.person === undefined) refuse([{ at: "person", message: "say who accepted it" }]);
      const isNew = await acceptTerms(house, desk, { person: body.person ?? viewer.id, document, version, channel: viewer.kind === "person" ? "portal" : "api" });
      return { document, version, isNew };
    },
  }),
];
