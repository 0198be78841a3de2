// The whole shape of a policy's text, from which the published JSON Schema is made.
import { z } from "zod";
import { knownCountry } from "./country.ts";
import { MOMENTS, SECTIONS, SOURCES, SUBJECTS } from "./model.ts";
import { SECTION_SHAPES, STATEMENT_SHAPE } from "./section-shapes.ts";
import { condition, date, duration, id, interval, lang, words } from "./shapes.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const option = z.strictObject({ label: words.optional(), hints: z.record(lang, z.array(z.string())).optional() });

const fact = z.strictObject({
  type: z.enum(["one-of", "ranked", "yes-no", "count", "duration", "money", "percent"]).optional(),
  values: z.union([z.array(z.string()).min(1), z.record(z.string(), option)]).optional(),
  of: z.enum(SUBJECTS).optional(),
  source: z.enum(SOURCES).optional(),
  known: z.enum(MOMENTS).optional(),
  "as-of": z.enum(["opening", "now"]).optional(),
  unknown: z.boolean().optional(),
  shown: z.enum(["customer", "staff"]).optional(),
  fallback: scalar.optional(),
  ended: scalar.optional().describe("of the record: the value once what stood for a time has ended; without it nothing is known then"),
  label: words.optional(),
  ask: words.optional(),
  count: z.strictObject({ of: id, by: z.enum(["customer", "person"]), in: duration, until: z.enum(["this-event", "now"]) }).optional(),
});

const factName = z.string().regex(/^(?!constructor$)[a-z][a-z0-9.-]*$/, "a fact's name is lower-case letters, digits, hyphens and dots, and starts with a letter");

const day = z.union([z.array(interval), z.literal("closed")]);
const calendar = z.strictObject({
  name: words,
  zone: z.string().optional().describe("a zone like Europe/Paris, or customer: hours hold in the zone of whoever asks; the desk's if not given"),
  open: z.union([z.literal("always"), z.record(z.string(), day)]).optional(),
  holidays: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, "a country like FR, or country-region like DE-BY")
    .optional(),
  except: z.record(date, day).optional(),
  announce: duration.optional(),
});
/** As a customer's record has it: a rule for a country that is written otherwise would never hold. */
const country = z.string().refine((code) => knownCountry(code) === code, "a country by its two letters today, like IT or GB");
/** What may stand behind a link of a page or a mail; the same as the pages themselves allow. */
const link = z.string().regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)\S*$/i, "an address like https://vendor.example/help, mailto:, tel: or a path of the desk like /status");
const address = z.string().regex(/^[^\s@<>"(),:;\\[\]+]+@[^\s@<>"(),:;\\[\]]+$/, "a mail address like help@vendor.example, without a plus part");
const named = z.strictObject({ name: words, url: link.optional() });
const may = z.strictObject({
  role: id,
  options: z.array(id).min(1),
  hearing: z.boolean().optional(),
  hear: duration.optional().describe("so long the person can answer before it is decided"),
  appeal: id.optional().describe("the role that hears an appeal"),
  contest: duration.optional().describe("so long after the decision it can be appealed"),
  review: duration.optional().describe("within which an appeal is decided"),
  lapse: duration.optional().describe("undecided that long, nothing comes of it"),
});

/** At anything that a finding names: a calendar, a table of promises, the desk, a fact, a document, a clause. */
const suppressed = z.strictObject({ at: z.string().min(1).describe("what the finding stands at, as check prints it"), code: z.string(), reason: z.string().min(1) });

const common = {
  clause: id,
  when: condition.optional(),
  unless: condition.optional(),
  over: z.array(id).optional(),
  at: z.array(z.enum(MOMENTS)).optional(),
  strength: z.enum(["must", "goal"]).optional(),
  may: may.optional(),
  "even-if-refused": z.boolean().optional(),
  audience: z.enum(["public", "customer", "agent"]).optional(),
  mentions: z.array(id).optional().describe("things, parties, roles or documents that the words speak of"),
  suppress: z.array(z.strictObject({ code: z.string(), reason: z.string() })).optional(),
  words,
};
const CLAUSE = z.strictObject(common).catchall(z.unknown());
export type RawClause = z.infer<typeof CLAUSE>;
const shapeOf = (own: z.ZodRawShape): typeof CLAUSE => z.strictObject({ ...common, ...own }) as unknown as typeof CLAUSE;
/** A clause of one section: the common fields and the section's own. */
export const CLAUSE_SHAPES = {
  ...Object.fromEntries(SECTIONS.map((s) => [s, shapeOf(SECTION_SHAPES[s])])),
  statements: shapeOf(STATEMENT_SHAPE),
} as Record<(typeof SECTIONS)[number] | "statements", typeof CLAUSE>;

const sectionLists = Object.fromEntries([...SECTIONS, "statements" as const].map((s) => [s, z.array(CLAUSE_SHAPES[s]).optional()])) as Record<
  (typeof SECTIONS)[number] | "statements",
  z.ZodOptional<z.ZodArray<typeof CLAUSE>>
>;
const SECTION_NAMES = [...SECTIONS, "statements"] as const;

const decision = z.strictObject({
  decision: id,
  date,
  author: z.string().min(1),
  quotes: z.array(z.strictObject({ text: z.string(), place: z.string().optional() })).min(1),
  readings: z.array(z.string()).min(1),
  choice: z.string().min(1),
  reason: z.string().min(1),
  settles: z.array(z.string()).min(1).describe("finding keys as check prints them"),
  gives: z.record(z.string(), z.unknown()).optional().describe("values for undecided places: promises/urgent/goal: 4 hours"),
  adds: z.partialRecord(z.enum(SECTION_NAMES), z.array(z.unknown())).optional().describe("clauses that fill a gap"),
  prefers: z.array(z.strictObject({ clause: id, over: z.array(id).min(1) })).optional(),
});

export const POLICY_SHAPE = z.strictObject({
  policy: id,
  version: z.string(),
  effective: date,
  title: words,
  intro: words.optional(),
  desk: z.strictObject({
    name: words,
    prefix: z.string().regex(/^[A-Z]{2,5}$/),
    languages: z.array(lang).min(1),
    zone: z.string(),
    address,
    phone: z.string().optional(),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .optional(),
  }),
  money: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/),
      tax: z
        .array(
          z.strictObject({
            rate: z.number(),
            country: country.optional().describe("ISO 3166, two letters; without it, any other country"),
            customer: z.enum(["business", "private"]).optional().describe("a business is a customer with a VAT number in its record"),
            name: words,
          }),
        )
        .optional(),
    })
    .optional(),
  facts: z.record(factName, fact).optional(),
  calendars: z.record(id, calendar).optional(),
  documents: z.record(id, z.strictObject({ version: z.string(), title: words, words })).optional(),
  parties: z.record(id, named).optional(),
  roles: z.record(id, named).optional(),
  things: z.record(id, named).optional(),
  page: z
    .strictObject({
      order: z
        .array(z.enum(SECTION_NAMES))
        .refine((o) => new Set(o).size === o.length, "a section stands in the order once")
        .optional(),
      titles: z.partialRecord(z.enum(SECTION_NAMES), words).optional(),
    })
    .optional(),
  ...sectionLists,
  suppress: z.array(suppressed).optional().describe("warnings that the author silences, each with a reason that is published with the notes"),
  decisions: z.array(decision).optional(),
});
export type RawPolicy = z.infer<typeof POLICY_SHAPE>;
export type RawFact = z.infer<typeof fact>;
export type RawCalendar = z.infer<typeof calendar>;
