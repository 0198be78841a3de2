// Organisations, their people and the facts of their record.
import { z } from "zod";
import { checkRecord } from "../../../desk/acts/records/check-facts.ts";
import { organisationNamed, taxDetailsOf } from "../../../desk/organisations/reads.ts";
import { withAttributes } from "../../../desk/organisations/record.ts";
import { changeOrganisation, keepMember, keepOrganisation } from "../../../desk/organisations/writes.ts";
import { bringTickets } from "../../../desk/acts/records/record-changed.ts";
import { taxDetails } from "../../../desk/organisations/tax-details.ts";
import { isZone } from "../../../policy/index.ts";
import { Problem } from "../../../desk/problem.ts";
import { changeRecord } from "../../../desk/acts/records/set-standing.ts";
import { changerOf } from "../../../desk/views/door-of.ts";
import { organisationPage, organisationWhole, peoplePage, personOf } from "../../../desk/views/customers.ts";
import { policyFor } from "../ask-desk.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { ListQuery, NewOrganisation, NewPerson, OrganisationInput, OrganisationPage, OrganisationWhole, Person, PersonPage } from "../shapes/people.ts";
import { sentence } from "../../../words/phrase.ts";

const READ = { staff: "agent", key: "customers:read" } as const;
const WRITE = { staff: "lead", key: "customers:write" } as const;
const IdParam = z.object({ id: Id });

export const CUSTOMER_ROUTES = [
  route({
    id: "organisations",
    tag: "customers",
    title: "Organisations by name",
    method: "GET",
    path: "/organisations",
    may: READ,
    query: ListQuery,
    output: OrganisationPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, ({ tx }) => organisationPage(tx, ask.query)),
  }),
  route({
    id: "organisation",
    tag: "customers",
    title: "An organisation with its people, record and newest tickets",
    method: "GET",
    path: "/organisations/{id}",
    may: READ,
    params: IdParam,
    output: OrganisationWhole,
    problems: ["not-found"],
    run: (ask) => reading(ask, (look) => organisationWhole(look, ask.params.id)),
  }),
  route({
    id: "newOrganisation",
    tag: "customers",
    title: "Make an organisation, or change the one of that name",
    method: "POST",
    path: "/organisations",
    may: WRITE,
    body: NewOrganisation,
    output: OrganisationWhole,
    status: 201,
    problems: ["invalid-input"],
    async run(ask) {
      const { house, desk, viewer, body } = ask;
      const known = await reading(ask, ({ tx }) => taxDetailsOf(tx, { name: body.name }));
      const taxes = taxDetails(body, known);
      refuse([...checkRecord(await policyFor(house, desk), body.attributes), ...zoneFaults(body.zone), ...taxes.faults]);
      const id = await house.database.asDesk(desk, async (tx) => {
        const known = await organisationNamed(tx, desk, body.name);
        if (known === null) return keepOrganisation(tx, desk, { ...body, ...taxes.change, zone: body.zone ?? null, language: body.language ?? null }, house.now(), changerOf(viewer));
        await changeOrganisation(tx, desk, known, { zone: body.zone, language: body.language, ...taxes.change }, house.now(), changerOf(viewer));
        await changeRecord(tx, house, desk, known, changerOf(viewer), (_tx, kept) => withAttributes(kept, body.attributes));
        return known;
      });
      return reading(ask, (look) => organisationWhole(look, id));
    },
  }),
  route({
    id: "changeOrganisation",
    tag: "customers",
    title: "Change an organisation; what is left out stays",
    method: "PATCH",
    path: "/organisations/{id}",
    may: WRITE,
    params: IdParam,
    body: OrganisationInput,
    output: OrganisationWhole,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, viewer, body, params } = ask;
      const taxes = taxDetails(body, await reading(ask, ({ tx }) => taxDetailsOf(tx, { id: params.id })));
      refuse([...checkRecord(await policyFor(house, desk), body.attributes ?? {}), ...zoneFaults(body.zone), ...taxes.faults]);
      const { attributes, ...said } = body;
      const other = { ...said, ...taxes.change };
      await house.database.asDesk(desk, async (tx) => {
        if (!(await changeOrganisation(tx, desk, params.id, other, house.now(), changerOf(viewer)))) throw new Problem("not-found", sentence("refused.no-organisation"));
        if (attributes) await changeRecord(tx, house, desk, params.id, changerOf(viewer), (_tx, kept) => withAttributes(kept, attributes));
      });
      return reading(ask, (look) => organisationWhole(look, params.id));
    },
  }),
  route({
    id: "newPerson",
    tag: "customers",
    title: "Make a person of an organisation, or change the one of that address",
    method: "POST",
    path: "/organisations/{id}/people",
    may: WRITE,
    params: IdParam,
    body: NewPerson,
    output: Person,
    status: 201,
    problems: ["invalid-input", "not-found"],
    async run(ask) {
      const { house, desk, body, params } = ask;
      refuse(zoneFaults(body.zone));
      await reading(ask, (look) => organisationWhole(look, params.id));
      const id = await house.database.asDesk(desk, async (tx) => {
        const person = await keepMember(tx, desk, params.id, { ...body, phone: body.phone ?? null, language: body.language ?? null, zone: body.zone ?? null }, house.now());
        await bringTickets(tx, desk, [person], house.now());
        return person;
      });
      ask.forgetViewers();
      return reading(ask, ({ tx }) => personOf(tx, id));
    },
  }),
  route({
    id: "people",
    tag: "customers",
    title: "People by name or address",
    method: "GET",
    path: "/people",
    may: READ,
    query: ListQuery,
    output: PersonPage,
    problems: ["invalid-input"],
    run: (ask) => reading(ask, ({ tx }) => peoplePage(tx, ask.query)),
  }),
];

const zoneFaults = (zone: string | null | undefined) => (zone == null || isZone(zone) ? [] : [{ at: "zone", message: "a time zone such as Europe/Paris" }]);
