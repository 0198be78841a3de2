// Tables of customers on their way in.
import { z } from "zod";
import { At, Id } from "./basics.ts";
import { named } from "./named.ts";

const brief = {
  id: Id,
  name: z.string(),
  state: z.enum(["checking", "checked", "running", "done", "unreadable"]),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  total: z.number().int().describe("rows below the header"),
  done: z.number().int().describe("sound rows that were looked at, or brought in"),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int().describe("rows with a fault: they stay outside"),
  fault: z.string().nullable(),
  by: z.string(),
  madeAt: At,
  endedAt: At.nullable(),
};
export const Import = named("Import", z.object(brief));
export const ImportList = named("ImportList", z.object({ items: z.array(Import) }));
export const ImportWhole = named(
  "ImportWhole",
  z.object({
    ...brief,
    faults: z.array(z.object({ line: z.number().int(), column: z.string().nullable(), message: z.string() })).describe("the first thousand"),
    sample: z.array(z.object({ line: z.number().int(), is: z.enum(["new", "changed", "unchanged"]), fields: z.array(z.string()) })).describe("some of the rows that are new or changed"),
  }),
);
