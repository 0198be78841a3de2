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
    heardAt: At.nullable(),
    fault: z.string().nullable().describe("why the newest rightly signed message had no effect"),
  }),
);
export const HookInList = named("HookInList", z.object({ items: z.array(HookIn) }));
export const NewHookIn = named("NewHookIn", z.strictObject({ name: Line, map: HookMap.default({}) }));
export const MadeHookIn = named("MadeHookIn", z.object({ id: Id, name: z.string(), url: z.string(), secret: z.string().describe("shown this once"), olderUntil: At.nullable() }));
export const HeardHook = named("HeardHook", z.object({ changed: z.boolean(), repeated: z.boolean() }));
