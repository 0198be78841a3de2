// The section kinds: in what order they run, at which moments, by which key, and what each result is called. SPEC sections.
import type { Moment, Outcome, Section, Value } from "./model.ts";

export interface SectionKind {
  readonly hit: "first" | "keyed";
  readonly moments: readonly Moment[]; // unless a clause says `at`
  /** Every situation must get an answer in each of its tables; `none` is one. */
  readonly answersAll: boolean;
  readonly skippedWhenRefused: boolean;
  readonly key: (outcome: Outcome) => string;
  /** The result as a fact for later sections. */
  readonly result: (outcome: Outcome) => Value;
}

const DECIDING: readonly Moment[] = ["preview", "opened", "finding", "ruling"];
const ALIVE: readonly Moment[] = [...DECIDING, "message", "consent", "answered", "worked"];
const text =
  (field: string) =>
  (o: Outcome): string =>
    String(o[field]);
const first = { hit: "first", key: () => "" } as const;
const keyed = { hit: "keyed" } as const;
const family = (o: Outcome): string => (["join", "propose-join", "separate"].includes(String(o["case"])) ? "duplicates" : "parts");
const which = (o: Outcome, fields: readonly string[]): string => fields.find((f) => o[f] !== undefined) ?? "none";
const QUEUE = ["rank", "route", "training", "skip", "order"] as const;
const noneOr =
  (field: string) =>
  (o: Outcome): string =>
    o["none"] === true ? "none" : String(o[field]);

/** `none`, `by-quote`, `as-agreed`, `allowance`, or `price`. */
const priced = ({ charge }: Outcome): Value => (typeof charge === "string" ? charge : typeof charge === "object" && charge !== null && "draws" in charge ? "allowance" : "price");

export const SECTION_KINDS: Readonly<Record<Section, SectionKind>> = {
  classify: {
    ...keyed,
    moments: [...DECIDING, "message"],
    answersAll: true,
    skippedWhenRefused: false,
    key: (o) => Object.keys(o["set"] as object)[0] ?? "",
    result: (o) => Object.values(o["set"] as Record<string, Value>)[0] ?? null,
  },
  cases: { ...keyed, moments: ["preview", "opened", "message", "finding"], answersAll: false, skippedWhenRefused: false, key: family, result: text("case") },
  conduct: { ...keyed, moments: ["preview", "opened", "message", "finding", "ruling", "session"], answersAll: false, skippedWhenRefused: false, key: text("conduct"), result: text("conduct") },
  scope: { ...first, moments: DECIDING, answersAll: true, skippedWhenRefused: false, result: text("scope") },
  entitlement: { ...first, moments: DECIDING, answersAll: true, skippedWhenRefused: false, result: text("entitlement") },
  channels: { ...keyed, moments: ["preview", "opened"], answersAll: true, skippedWhenRefused: false, key: text("channel"), result: (o) => (o["offered"] === true ? "offered" : "none") },
  bookings: { ...keyed, moments: ["booking", "session"], answersAll: false, skippedWhenRefused: false, key: text("booking"), result: text("answer") },
  allowances: {
    ...keyed,
    moments: [...DECIDING, "consent", "worked", "period-end"],
    answersAll: false,
    skippedWhenRefused: true,
    key: text("allowance"),
    result: (o) => (typeof o["quantity"] === "number" ? o["quantity"] : null),
  },
  charges: { ...keyed, moments: [], answersAll: true, skippedWhenRefused: true, key: (o) => String(o["for"] ?? "quote"), result: priced },
  conditions: { ...keyed, moments: [...DECIDING, "consent", "booking"], answersAll: false, skippedWhenRefused: true, key: text("accept"), result: text("accept") },
  queue: { ...keyed, moments: [...DECIDING, "message", "timer"], answersAll: true, skippedWhenRefused: false, key: (o) => which(o, QUEUE), result: (o) => (o[which(o, QUEUE)] ?? null) as Value },
  asks: { ...keyed, moments: ALIVE, answersAll: false, skippedWhenRefused: true, key: text("ask"), result: text("ask") },
  promises: {
    ...keyed,
    moments: [...ALIVE, "timer", "promise-ended"],
    answersAll: true,
    skippedWhenRefused: true,
    key: (o) => `${String(o["subject"] ?? "ticket")}/${String(o["promise"])}`,
    result: (o) => (o["none"] === true ? "none" : "promised"),
  },
  offers: { ...keyed, moments: [...DECIDING, "session", "closed", "booking"], answersAll: false, skippedWhenRefused: false, key: text("offer"), result: noneOr("offer") },
  notices: { ...keyed, moments: [], answersAll: false, skippedWhenRefused: false, key: text("notice"), result: noneOr("notice") },
  escalations: { ...keyed, moments: ["opened", "finding", "answered", "timer", "promise-ended"], answersAll: false, skippedWhenRefused: true, key: text("escalate"), result: text("escalate") },
  remedies: { ...keyed, moments: ["promise-ended", "period-end"], answersAll: false, skippedWhenRefused: false, key: text("remedy"), result: text("remedy") },
  closure: { ...first, moments: ["answered", "message", "finding", "timer", "closed"], answersAll: true, skippedWhenRefused: false, result: text("closure") },
  upkeep: { ...keyed, moments: ["timer", "period-end"], answersAll: false, skippedWhenRefused: false, key: text("upkeep"), result: text("upkeep") },
};

/** Moments that a section without fixed ones gives a clause by its key; notices must say theirs. */
export function momentsOf(section: Section, outcome: Outcome): readonly Moment[] {
  if (section !== "charges") return SECTION_KINDS[section].moments;
  const by: Record<string, readonly Moment[]> = {
    quote: DECIDING,
    recovery: ["preview", "opened", "finding"],
    overrun: ["worked", "consent"],
    settlement: ["closed"],
    session: ["booking"],
  };
  return by[String(outcome["for"] ?? "quote")] ?? DECIDING;
}

/** The fact that holds a table's result: `scope`, `charges.quote`, `promises.first-answer`; a classification has its own name. */
export function resultFact(section: Section, key: string): string {
  if (section === "classify") return key;
  if (SECTION_KINDS[section].hit === "first") return section;
  return `${section}.${key.replace(/^ticket\//, "")}`;
}
