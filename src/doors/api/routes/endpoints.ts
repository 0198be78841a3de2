// Webhooks out: where other systems are told of what happens, and how that fares.
import { z } from "zod";
import type { EndpointsRow } from "../../../database/rows.gen.ts";
import type { Tx } from "../../../database/tx.ts";
import { actorOf } from "../../../desk/actor.ts";
import { endpointFault } from "../../../desk/endpoints/address.ts";
import { type DeliveryRow, deliveriesOf, tellAgain, tellTest } from "../../../desk/endpoints/deliveries.ts";
import { changeEndpoint, endpointOf, endpointsOf, makeEndpoint, renewSecret } from "../../../desk/endpoints/endpoints.ts";
import { endpointSecret, OVERLAP } from "../../../desk/endpoints/secret.ts";
import type { House } from "../../../desk/house.ts";
import { instantIso, instantIsoOrNull } from "../../../desk/views/instant-iso.ts";
import { reading, refuse } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Id } from "../shapes/basics.ts";
import { Endpoint, EndpointChange, EndpointInput, Endpoints, EndpointSecret, HookDeliveries } from "../shapes/endpoints.ts";

const common = { tag: "webhooks", may: { staff: "admin", key: "admin" } } as const;
const IdParam = z.object({ id: Id });

export const ENDPOINT_ROUTES = [
  route({
    ...common,
    id: "endpoints",
    title: "The endpoints of other systems, the newest first",
    method: "GET",
    path: "/endpoints",
    output: Endpoints,
    problems: [],
    run: (ask) => reading(ask, async ({ tx }) => ({ items: (await endpointsOf(tx)).map((row) => shown(row, ask.house.now())) })),
  }),
  route({
    ...common,
    id: "makeEndpoint",
    title: "Tell another system of what happens; its secret is in the answer",
    method: "POST",
    path: "/endpoints",
    body: EndpointInput,
    output: EndpointSecret,
    status: 201,
    secret: true,
    problems: ["invalid-input"],
    run(ask) {
      checkUrl(ask.house, ask.body.url);
      return writing(ask, async (tx, now) => withSecret(ask.house, await makeEndpoint(tx, ask.desk, { ...ask.body, by: actorOf(ask.viewer).name }, now)));
    },
  }),
  route({
    ...common,
    id: "changeEndpoint",
    title: "Change where and of what it is told, stop it or let it go on",
    method: "PATCH",
    path: "/endpoints/{id}",
    params: IdParam,
    body: EndpointChange,
    output: Endpoint,
    problems: ["invalid-input", "not-found"],
    run(ask) {
      if (ask.body.url !== undefined) checkUrl(ask.house, ask.body.url);
      return writing(ask, async (tx, now) => shown(await changeEndpoint(tx, ask.params.id, ask.body, now), now));
    },
  }),
  route({
    ...common,
    id: "renewEndpointSecret",
    title: "A new secret; the one before signs beside it for a day",
    method: "POST",
    path: "/endpoints/{id}/secret",
    params: IdParam,
    output: EndpointSecret,
    secret: true,
    problems: ["not-found"],
    run: (ask) => writing(ask, async (tx, now) => withSecret(ask.house, await renewSecret(tx, ask.params.id, now))),
  }),
  route({
    ...common,
    id: "hookDeliveries",
    title: "What was told to an endpoint, the newest hundred",
    method: "GET",
    path: "/endpoints/{id}/deliveries",
    params: IdParam,
    output: HookDeliveries,
    problems: ["not-found"],
    run: (ask) => reading(ask, ({ tx }) => told(tx, ask.params.id)),
  }),
  route({
    ...common,
    id: "testEndpoint",
    title: "Tell it a message that says nothing but that it came",
    method: "POST",
    path: "/endpoints/{id}/deliveries",
    params: IdParam,
    output: HookDeliveries,
    problems: ["not-found"],
    run: (ask) =>
      writing(ask, async (tx, now) => {
        await endpointOf(tx, ask.params.id);
        await tellTest(tx, ask.desk, ask.params.id, now);
        return told(tx, ask.params.id);
      }),
  }),
  route({
    ...common,
    id: "tellAgain",
    title: "Tell a message again, under its own id",
    method: "PUT",
    path: "/endpoints/{id}/deliveries/{delivery}",
    params: IdParam.extend({ delivery: Id }),
    output: HookDeliveries,
    problems: ["not-found"],
    run: (ask) =>
      writing(ask, async (tx, now) => {
        await tellAgain(tx, ask.params.id, ask.params.delivery, now);
        return told(tx, ask.params.id);
      }),
  }),
];

function checkUrl(house: House, url: string): void {
  const fault = endpointFault(url, house.webhooksInside ?? false);
  refuse(fault === null ? [] : [{ at: "url", message: fault }]);
}

/** Writes, and wakes whoever sends. */
function writing<T>({ house, desk, eventId }: { readonly house: House; readonly desk: string; readonly eventId: string }, work: (tx: Tx, now: number) => Promise<T>): Promise<T> {
  return house.database.asDesk(desk, (tx) => {
    tx.afterCommit(() => house.changed({ desk, ticket: null, event: eventId, kind: "endpoint" }));
    return work(tx, house.now());
  });
}

const withSecret = (house: House, row: EndpointsRow) => ({ endpoint: shown(row, house.now()), secret: endpointSecret(house.secret, row) });

async function told(tx: Tx, id: string) {
  await endpointOf(tx, id);
  return { items: (await deliveriesOf(tx, id)).map(delivery) };
}

const shown = (row: EndpointsRow, now: number) => ({
  id: row.id,
  url: row.url,
  events: row.events as z.input<typeof Endpoint>["events"],
  madeAt: instantIso(row.made_at),
  madeBy: row.made_by,
  stoppedAt: instantIsoOrNull(row.stopped_at),
  bothUntil: row.rotated_at !== null && row.rotated_at + OVERLAP > now ? instantIso(row.rotated_at + OVERLAP) : null,
});

const delivery = (row: DeliveryRow) => ({
  id: row.id,
  type: row.type,
  ticket: row.ticket,
  state: row.state,
  madeAt: instantIso(row.made_at),
  sentAt: instantIsoOrNull(row.done_at),
  nextTryAt: row.state === "waiting" ? instantIso(row.send_at) : null,
  tries: row.tries,
  fault: row.fault,
  answer: row.answer,
});
