// Endpoints of other systems, and what was told to them.
import { z } from "zod";
import { HOOK_EVENTS } from "../../../desk/endpoints/hook-events.ts";
import { At, Id } from "./basics.ts";
import { named } from "./named.ts";

const Events = z.array(z.enum(HOOK_EVENTS)).min(1).max(HOOK_EVENTS.length);
export const Endpoint = named(
  "Endpoint",
  z.object({
    id: Id,
    url: z.string(),
    events: z.array(z.enum(HOOK_EVENTS)),
    madeAt: At,
    madeBy: z.string(),
    stoppedAt: At.nullable(),
    bothUntil: At.nullable().describe("the elder secret signs beside the newer one until then"),
  }),
);
export const Endpoints = named("Endpoints", z.object({ items: z.array(Endpoint) }));
export const EndpointInput = named("EndpointInput", z.strictObject({ url: z.string().min(1).max(2000), events: Events }));
export const EndpointChange = named("EndpointChange", z.strictObject({ url: z.string().min(1).max(2000).optional(), events: Events.optional(), stopped: z.boolean().optional() }));
export const EndpointSecret = named("EndpointSecret", z.object({ endpoint: Endpoint, secret: z.string().describe("whsec_ and base64, as Standard Webhooks has it") }));
export const HookDelivery = named(
  "HookDelivery",
  z.object({
    id: Id,
    type: z.string(),
    ticket: z.string().nullable(),
    state: z.enum(["waiting", "sent", "failed"]),
    madeAt: At,
    sentAt: At.nullable(),
    nextTryAt: At.nullable(),
    tries: z.number().int(),
    fault: z.string().nullable().describe("why the last try did not succeed"),
    answer: z.string().nullable().describe("the status that the other side answered with"),
  }),
);
export const HookDeliveries = named("HookDeliveries", z.object({ items: z.array(HookDelivery) }));
