// A price with its taxes.
import { z } from "zod";
import { named } from "./named.ts";

const Money = z.object({ cents: z.number().int(), currency: z.string() });
export const Quote = named("Quote", z.object({ net: Money, taxes: z.array(z.object({ name: z.string(), rate: z.number(), amount: Money })), gross: Money }));
