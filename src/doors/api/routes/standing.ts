// What stands of a customer: read as of any moment, set for a time, taken out, taken back.
import { z } from "zod";
import { checkChange, checkTerm } from "../../../desk/acts/records/check-term.ts";
import { keepOrganisation } from "../../../desk/organisations/writes.ts";
import { organisationNamed } from "../../../desk/organisations/reads.ts";
import { setStanding, undoStanding } from "../../../desk/acts/records/set-standing.ts";
import { changerOf } from "../../../desk/views/door-of.ts";
import { standingView } from "../../../desk/views/standing.ts";
import { policyFor } from "../ask-desk.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { At, Id } from "../shapes/basics.ts";
import { CustomerStanding, StandingInput, TermInput } from "../shapes/standing.ts";

const READ = { staff: "agent", key: "customers:read" } as const;
const WRITE = { staff: "lead", key: "customers:write" } as const;
const IdParam = z.object({ id: Id });
const FactParam = IdParam.extend({ fact: z.string().max(100) });

export const STANDING_ROUTES = [
  route({
    id: "standing",
    tag: "customers",
    title: "What stands of a customer, now or as it was known at a moment",
    method: "GET",
    path: "/organisations/{id}/standing",
    may: READ,
    params: IdParam,
    query: z.strictObject({ knownAt: At.optional() }),
    output: CustomerStanding,
    problems: ["invalid-input", "not-found"],
    run: (ask) => reading(ask, (look) => standingView(look, ask.params.id, ask.query.knownAt === undefined ? undefined : Date.parse(ask.query.knownAt))),
  }),
  route({
    id: "putStanding",
    tag: "customers",
    title: "Set what stands of the organisation of this name, made where new; the same again changes nothing",
    method: "PUT",
    path: "/standing",
    may: WRITE,
    body: StandingInput,
    output: CustomerStanding,
    problems: ["invalid-input"],
    async run(ask) {
      const { house, desk, viewer, body } = ask;
      const change = checkChange(await policyFor(house, desk), body.facts);
      const id = await house.database.asDesk(
        desk,
        async (tx) => (await organisationNamed(tx, desk, body.organisation)) ?? keepOrganisation(tx, desk, { name: body.organisation, attributes: {} }, house.now(), changerOf(viewer)),
      );
      await setStanding(house, desk, id, change, changerOf(viewer));
      return reading(ask, (look) => standingView(look, id));
    },
  }),
  route({
    id: "setStanding",
    tag: "customers",
    title: "Set a fact of the record, for a time or for good",
    method: "PUT",
    path: "/organisations/{id}/standing/{fact}",
    may: WRITE,
    params: FactParam,
    body: TermInput,
    output: CustomerStanding,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, viewer, body, params } = ask;
      const { term, faults } = checkTerm(await policyFor(house, desk), params.fact, body);
      refuse(faults);
      await setStanding(house, desk, params.id, { [params.fact]: term }, changerOf(viewer));
      return reading(ask, (look) => standingView(look, params.id));
    },
  }),
  route({
    id: "clearStanding",
    tag: "customers",
    title: "Take a fact out of the record",
    method: "DELETE",
    path: "/organisations/{id}/standing/{fact}",
    may: WRITE,
    params: FactParam,
    output: CustomerStanding,
    problems: ["not-found"],
    async run(ask) {
      const { house, desk, viewer, params } = ask;
      await setStanding(house, desk, params.id, { [params.fact]: null }, changerOf(viewer));
      return reading(ask, (look) => standingView(look, params.id));
    },
  }),
  route({
    id: "undoStanding",
    tag: "customers",
    title: "Take back the newest change of a fact of the record",
    method: "DELETE",
    path: "/organisations/{id}/standing/{fact}/newest",
    may: WRITE,
    params: FactParam,
    output: CustomerStanding,
    problems: ["not-found"],
    async run(ask) {
      const { house, desk, viewer, params } = ask;
      await undoStanding(house, desk, params.id, params.fact, changerOf(viewer));
      return reading(ask, (look) => standingView(look, params.id));
    },
  }),
];
