// What the stream of /live sends: ids alone; whoever listens reads again with their own rights.
import { z } from "zod";
import { At, Id } from "./basics.ts";
import { named } from "./named.ts";

named(
  "LiveEvent",
  z.union([
    z.object({ event: z.string(), kind: z.string(), ticket: z.string().nullable(), by: z.object({ kind: z.string(), id: z.string().nullable() }), at: At }),
    z.object({ kind: z.literal("presence"), ticket: z.string(), who: z.array(z.object({ id: Id, name: z.string(), doing: z.enum(["reading", "writing"]) })) }),
  ]),
);
