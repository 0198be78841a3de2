// Statements of what was charged.
import { z } from "zod";
import { At } from "./basics.ts";
import { named } from "./named.ts";

export const Statement = named(
  "Statement",
  z.object({ number: z.number().int(), month: z.string(), customer: z.string(), net: z.string().describe("with a point and two decimals"), gross: z.string(), currency: z.string(), madeAt: At }),
);
export const Statements = named("Statements", z.object({ items: z.array(Statement) }));
export const StatementInput = named("StatementInput", z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "a month like 2026-03") }));
