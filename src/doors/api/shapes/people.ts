// Who is there: staff, organisations, their people, keys, and the mails that came in.
import { z } from "zod";
import { At, Email, Facts, Id, Language, Line, pageOf, Paging, Zone } from "./basics.ts";
import { named } from "./named.ts";
import { FactNow } from "./askable.ts";
import { TicketSummary } from "./ticket.ts";

const Role = z.enum(["admin", "lead", "agent"]);
export const Staff = named(
  "Staff",
  z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: Role,
    language: Language,
    present: z.boolean(),
    trained: z.array(z.string()),
    holds: z.array(z.string()).describe("roles of the policy; one that the policy in force does not have is kept"),
    capacity: z.number().int().nullable().describe("open tickets at once; null: as many as come"),
    disabled: z.boolean(),
  }),
);
const PolicyRole = named(
  "PolicyRole",
  z.object({
    id: z.string(),
    name: z.string().describe("in the policy's words"),
    tasks: z.array(z.enum(["decides", "hears-appeals", "takes-over", "is-told", "looks-after"])).describe("what the policy asks of it"),
    held: z.boolean().describe("somebody who may sign in holds it; else leads stand in for it"),
  }),
);
export const StaffList = named("StaffList", z.object({ items: z.array(Staff), roles: z.array(PolicyRole).describe("of the policy in force") }));
const Holds = z.array(z.string().max(100)).max(100).describe("roles of the policy in force, and those held already");
const password = z.string().min(12, "at least 12 characters").max(1000);
export const NewStaff = named(
  "NewStaff",
  z.strictObject({ name: Line, email: Email, role: Role, password, language: Language.default("en"), trained: z.array(z.string()).max(200).default([]), holds: Holds.default([]) }),
);
export const StaffInput = named(
  "StaffInput",
  z.strictObject({
    name: Line.optional(),
    role: Role.optional(),
    language: Language.optional(),
    present: z.boolean().optional(),
    trained: z.array(z.string()).max(200).optional(),
    holds: Holds.optional(),
    capacity: z.number().int().min(1).max(10_000).nullable().optional(),
    disabled: z.boolean().optional(),
    password: password.optional(),
  }),
);

export const Person = named(
  "Person",
  z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    language: Language.nullable(),
    zone: z.string().nullable(),
    sees: z.enum(["own", "office"]),
    organisation: z.object({ id: Id, name: z.string() }).nullable(),
  }),
);
export const PersonPage = pageOf("PersonPage", Person);
export const NewPerson = named(
  "NewPerson",
  z.strictObject({ name: Line, email: Email, phone: z.string().max(40).optional(), language: Language.optional(), zone: Zone.optional(), sees: z.enum(["own", "office"]).default("office") }),
);
const organisation = {
  id: Id,
  name: z.string(),
  zone: z.string().nullable(),
  language: Language.nullable(),
  country: z.string().nullable(),
  vatNumber: z.string().nullable(),
  attributes: Facts,
  changedAt: At,
};
export const Organisation = named("Organisation", z.object({ ...organisation, people: z.number().int() }));
export const OrganisationPage = pageOf("OrganisationPage", Organisation);
export const RecordFact = named(
  "RecordFact",
  z.object({ fact: z.string(), kind: z.string(), label: z.string(), options: z.array(z.object({ value: z.union([z.string(), z.boolean()]), label: z.string() })) }),
);
export const OrganisationWhole = named(
  "OrganisationWhole",
  z.object({
    ...organisation,
    people: z.array(Person),
    facts: z.array(FactNow),
    tickets: z.array(TicketSummary).describe("the newest"),
    fields: z.array(RecordFact).describe("facts that a record may hold"),
  }),
);
const Country = z.string().regex(/^[A-Za-z]{2}$/, "two letters, as IT (ISO 3166)");
const VatNumber = z.string().min(1).max(40).describe("as it is written; one of the European Union must be one that can be");
const taxes = { country: Country.nullable().optional(), vatNumber: VatNumber.nullable().optional() };
export const NewOrganisation = named("NewOrganisation", z.strictObject({ name: Line, zone: Zone.optional(), language: Language.optional(), ...taxes, attributes: Facts.default({}) }));
export const OrganisationInput = named(
  "OrganisationInput",
  z.strictObject({ name: Line.optional(), zone: Zone.nullable().optional(), language: Language.nullable().optional(), ...taxes, attributes: Facts.optional() }),
);

export const SCOPES = ["tickets:read", "tickets:write", "customers:read", "customers:write", "mails:write", "conduct:read", "admin"] as const;
export const Key = named("Key", z.object({ id: Id, name: z.string(), scopes: z.array(z.enum(SCOPES)), madeAt: At, usedAt: At.nullable(), revokedAt: At.nullable() }));
export const KeyList = named("KeyList", z.object({ items: z.array(Key) }));
export const NewKey = named("NewKey", z.strictObject({ name: Line, scopes: z.array(z.enum(SCOPES)).min(1) }));
export const MadeKey = named("MadeKey", z.object({ id: Id, name: z.string(), scopes: z.array(z.enum(SCOPES)), key: z.string().describe("shown this once") }));

export const Upload = named("Upload", z.object({ token: z.string(), name: z.string(), type: z.string(), size: z.number().int() }));
export const Uploads = named("Uploads", z.object({ items: z.array(Upload) }));
export const ListQuery = z.strictObject({ ...Paging, q: z.string().max(300).optional() });
