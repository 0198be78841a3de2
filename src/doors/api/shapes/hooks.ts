// Webhooks that come in: the vendor's systems that tell what stands of customers.
import { z } from "zod";
import { At, Id, Line } from "./basics.ts";
import { named } from "./named.ts";

const Path = z
  .string()
  .regex(/^[\w-]+(\.[\w-]+)*$/, "a place such as data.customer.name")
  .max(200);
export const HookMap = named(
  "HookMap",
  z.strictObject({
    organisation: Path.optional(),
    facts: z
      .record(
        z.string().max(100),
        z.strictObject({
          path: Path,
          values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
          begins: Path.optional(),
          ends: Path.optional(),
          notice: Path.optional(),
        }),
      )
      .optional(),
  }),
);
export const HookIn = named(
  "HookIn",
  z.object({
    id: Id,
    name: z.string(),
    url: z.string(),
    map: HookMap,
    madeAt: At,
    madeBy: z.string(),
    pausedAt: At.nullable(),
    olderUntil: At.nullable().describe("the secret before holds too until then"),
    heardAt: At.nullable(),
    fault: z.string().nullable().describe("why the newest rightly signed message had no effect"),
  }),
);
const TellableFact = z.object({ fact: z.string(), label: z.string(), kind: z.string(), options: z.array(z.object({ value: z.union([z.string(), z.boolean()]), label: z.string() })) });
export const HookInList = named("HookInList", z.object({ items: z.array(HookIn), facts: z.array(TellableFact).describe("of a customer's record, that a message can tell") }));
export const HookInChange = named(
  "HookInChange",
  z.strictObject({
    name: Line.optional(),
    map: HookMap.optional(),
    paused: z.boolean().optional(),
    removed: z.literal(false).optional().describe("takes its removal back, under its old address and secret"),
  }),
);
export const HookCall = named(
  "HookCall",
  z.object({
    id: Id,
    message: z.string().describe("the sender's id of it"),
    outcome: z.enum(["changed", "unchanged", "repeated", "refused", "unsigned", "paused"]),
    organisation: z.object({ id: Id, name: z.string() }).nullable(),
    fault: z.string().nullable(),
    at: At,
  }),
);
export const HookCalls = named("HookCalls", z.object({ items: z.array(HookCall) }));
export const NewHookIn = named("NewHookIn", z.strictObject({ name: Line, map: HookMap.default({}) }));
export const MadeHookIn = named("MadeHookIn", z.object({ id: Id, name: z.string(), url: z.string(), secret: z.string().describe("shown this once"), olderUntil: At.nullable() }));
export const HeardHook = named("HeardHook", z.object({ changed: z.boolean(), repeated: z.boolean() }));
