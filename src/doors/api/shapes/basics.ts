// The small shapes that the others are made of.
import { z } from "zod";
import { MOMENTS, SECTIONS } from "../../../policy/index.ts";
import { named } from "./named.ts";

export const Id = z.guid();
/** ISO 8601 in UTC, "2026-03-02T09:00:00.000Z". */
export const At = z.iso.datetime();
/** "2026-03-02", in centuries in which a week around it can be counted. */
export const Day = z.iso.date().refine((day) => day >= "1900" && day < "2200", "a day between 1900 and 2199");
export const Value = named("Value", z.union([z.string(), z.number(), z.boolean(), z.null()]));
/** Facts by their name in the policy. */
export const Facts = named("Facts", z.record(z.string(), Value));
export const Who = named("Who", z.object({ id: Id, name: z.string() }));
export const By = named("By", z.object({ kind: z.enum(["person", "staff", "key", "clock", "desk"]), id: z.string().nullable(), name: z.string() }));
export const Moment = z.enum(MOMENTS);
export const Section = z.enum([...SECTIONS, "statements"]);
export const Strength = z.enum(["must", "goal", "may"]);
export const Language = z.string().regex(/^[a-z]{2,3}$/, "a language tag such as en, fr, it, ro");
export const Zone = z.string().max(64);

const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((s) => s.trim() !== "", "must not be empty");
/** One line of words; outer blanks go. */
export const Line = text(300).transform((s) => s.replaceAll(/\s+/g, " ").trim());
export const Text = text(200_000);
export const Email = z.email().max(254);

/** A page of a list; `next` is the cursor of the page behind it. */
export const pageOf = <S extends z.ZodType>(name: string, item: S) => named(name, z.object({ items: z.array(item), next: z.string().nullable() }));
export const Paging = { cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) };

export const Nothing = named("Nothing", z.object({}));
export const Problem = named(
  "Problem",
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    faults: z.array(z.object({ at: z.string(), message: z.string() })),
  }),
);
