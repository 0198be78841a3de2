// Versions of the policy: when each holds, who was told of it, and what it changes.
import { z } from "zod";
import { At, Line } from "./basics.ts";
import { Clause } from "./clause.ts";
import { named } from "./named.ts";

const n = z.number().int();
export const VersionTold = named(
  "VersionTold",
  z.object({
    kind: z.enum(["announced", "withdrawn"]),
    at: At,
    by: z.string(),
    notice: z
      .object({ clause: Clause, by: At, kept: z.boolean(), why: z.string().nullable().describe("why it was activated though it was too late") })
      .nullable()
      .describe("the promise of notice, where the policy makes one"),
    people: n.describe("who were written to"),
    sent: n,
    waiting: n.describe("mails that have not left yet"),
    failed: n.describe("mails that could not be delivered"),
    unreachable: n.describe("people whose address takes no mail"),
    missed: n.describe("people who could not be told any more before the day"),
    keptBack: n.describe("mails that had not left when it was withdrawn"),
    left: n.describe("people who are still to be looked at"),
    doneAt: At.nullable(),
  }),
);
export const PolicyVersion = named(
  "PolicyVersion",
  z.object({
    version: n,
    label: z.string(),
    effective: z.string(),
    takesEffect: At.describe("as that day begins in the desk's zone"),
    until: At.nullable().describe("when another takes its place"),
    state: z.enum(["in-force", "coming", "past", "withdrawn"]),
    activatedAt: At,
    activatedBy: z.string(),
    withdrawn: z.object({ at: At, by: z.string(), why: z.string(), replacedBy: n.nullable() }).nullable(),
    told: z.array(VersionTold),
  }),
);
export const PolicyVersions = named("PolicyVersions", z.object({ items: z.array(PolicyVersion) }));

export const VersionChanges = named(
  "VersionChanges",
  z.object({
    before: n.describe("the version that it takes the place of"),
    changes: z.array(
      z.object({
        table: z.string(),
        about: z.string(),
        was: z.string(),
        will: z.string(),
        verdict: z.enum(["better", "worse", "different"]),
        means: z.string().describe("the verdict in words, as a customer reads it"),
        cases: z.array(z.string()).describe("empty: wherever the clause holds"),
        clause: Clause.nullable(),
      }),
    ),
    clauses: z.array(z.object({ is: z.enum(["new", "gone", "changed"]), old: Clause.nullable(), new: Clause.nullable() })),
    documents: z.array(z.object({ id: z.string(), title: z.string(), version: z.string(), was: z.string().nullable(), will: z.string() })).describe("texts to accept that are new"),
    unsure: z.boolean().describe("there may be more that could not be compared"),
  }),
);
export const Withdrawal = named("Withdrawal", z.strictObject({ why: Line.describe("why, for the desk; customers are told that it does not come") }));
