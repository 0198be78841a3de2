// The shape of a policy's demo.yaml: the people and the last days of a desk that newcomers find.
import { z } from "zod";
import { read } from "../policy/index.ts";

const person = z.strictObject({ name: z.string(), email: z.email(), phone: z.string().optional(), language: z.string(), zone: z.string().optional(), role: z.enum(["member", "limited"]) });
const step = z.strictObject({ by: z.email(), kind: z.enum(["answer", "message", "note"]), text: z.string(), hoursLater: z.number().nonnegative() });
const DEMO_SHAPE = z.strictObject({
  staff: z
    .array(
      z.strictObject({
        name: z.string(),
        email: z.email(),
        role: z.enum(["admin", "lead", "agent"]),
        language: z.string(),
        trained: z.array(z.string()),
        holds: z.array(z.string()).default([]),
        present: z.boolean(),
      }),
    )
    .min(1),
  organisations: z.array(
    z.strictObject({ name: z.string(), zone: z.string(), language: z.string(), attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), people: z.array(person).min(1) }),
  ),
  tickets: z.array(
    z.strictObject({
      from: z.email(),
      channel: z.string(),
      subject: z.string(),
      text: z.string(),
      topic: z.string().optional(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
      hoursAgo: z.number().positive(),
      then: z.array(step).default([]),
      closed: z.enum(["solved", "unresolved"]).optional(),
    }),
  ),
  // What tickets of different customers have in common; `tickets` are their subjects.
  problems: z.array(z.strictObject({ title: z.string(), known: z.string(), by: z.email(), hoursAgo: z.number().positive(), tickets: z.array(z.string()).min(1) })).default([]),
});
export type Demo = z.infer<typeof DEMO_SHAPE>;

/** Reads a demo.yaml. Throws Error that names file and fault: the file comes with the program. */
export function readDemo(text: string, path: string): Demo {
  const source = read(text);
  const shaped = DEMO_SHAPE.safeParse(source.data);
  if (shaped.success) return shaped.data;
  const issue = shaped.error.issues[0];
  const place = source.faults[0]?.place ?? source.locate((issue?.path ?? []) as (string | number)[]);
  throw new Error(`${path}:${place?.line ?? 1}:${place?.column ?? 1} ${source.faults[0]?.message ?? issue?.message ?? "cannot be read"}`);
}
