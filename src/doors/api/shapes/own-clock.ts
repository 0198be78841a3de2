// The clock that its reader has running.
import { z } from "zod";
import { At } from "./basics.ts";
import { named } from "./named.ts";

export const OwnClock = named(
  "OwnClock",
  z.object({
    number: z.string(),
    subject: z.string(),
    kind: z.enum(["connection", "phone"]),
    starts: At,
    before: z.number().int().describe("ms of the same kind that were worked on the ticket before"),
    cap: z.number().int().nullable().describe("ms that the customer has agreed to"),
    stopsAt: At.nullable(),
  }),
);
