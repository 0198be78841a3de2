// Facts: those that a reader may give, and all of a ticket as they are now.
import { z } from "zod";
import { Value } from "./basics.ts";
import { named } from "./named.ts";

const Option = z.object({ value: Value, label: z.string() });
/** A fact that the reader may give: a question to a customer, a field to an expert. `options` is empty where any number may be given. */
export const Askable = named(
  "Askable",
  z.object({
    fact: z.string(),
    kind: z.enum(["one-of", "ranked", "yes-no", "count", "duration", "money", "percent"]),
    label: z.string(),
    ask: z.string(),
    value: Value,
    text: z.string(),
    options: z.array(Option),
  }),
);
export const FactNow = named("FactNow", z.object({ name: z.string(), label: z.string(), value: Value, text: z.string(), source: z.string() }));
