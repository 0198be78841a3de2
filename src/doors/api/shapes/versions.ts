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

/** A little under what a request may hold, its line ends doubled. */
const PolicyWords = z.string().min(1).max(900_000).describe("the policy's text, as YAML");
export const PolicyText = named("PolicyText", z.object({ text: PolicyWords }));
export const TriedPolicy = named("TriedPolicy", z.strictObject({ text: PolicyWords }));
export const NewPolicy = named("NewPolicy", z.strictObject({ text: PolicyWords, late: Line.optional().describe("why it is activated though it is too late for the notice that is promised") }));
export const PolicyFinding = named(
  "PolicyFinding",
  z.object({
    severity: z.enum(["error", "warning", "note"]),
    code: z.string(),
    at: z.string(),
    line: n.nullable(),
    column: n.nullable(),
    message: z.string(),
    mend: z.string().nullable(),
    example: z.record(z.string(), z.unknown()).nullable().describe("facts of a customer for whom it goes wrong"),
    decided: z.string().nullable().describe("the author's decision that settles it"),
  }),
);
export const PolicyTrial = named(
  "PolicyTrial",
  z.object({
    label: z.string().nullable().describe("null where the text has no shape to run by"),
    effective: z.string().nullable(),
    takesEffect: At.nullable(),
    ahead: z.boolean().describe("customers are told of it before it takes effect"),
    runs: n.nullable().describe("the version that has this very text"),
    errors: n.describe("open ones: with any, it cannot be activated"),
    clauses: n,
    wordsOnly: n.describe("clauses of words alone, which prove nothing"),
    findings: z.array(PolicyFinding),
    against: z.array(z.object({ at: z.string(), message: z.string() })).describe("what else stands in the way; at `effective` a reason overrules it"),
    changes: VersionChanges.nullable().describe("against the version in force"),
  }),
);
export const PolicyActivated = named(
  "PolicyActivated",
  z.object({
    version: n,
    label: z.string(),
    effective: z.string(),
    takesEffect: At,
    changed: z.boolean().describe("false where the desk has this text already"),
    announced: z.boolean(),
    roles: z.array(z.string()).describe("what does not fit between the policy's roles and who holds them"),
  }),
);
