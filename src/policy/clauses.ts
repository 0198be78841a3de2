// Clauses: from what is written to tables by section and key, with results that later sections can read.
import { builtInFact } from "./built-in-facts.ts";
import { byName } from "./by-name.ts";
import { factsRead, type FactOf, join, toCondition } from "./conditions.ts";
import type { Clause, Fact, Moment, Outcome, Ruling, Section, SectionHead, Slot, Words } from "./model.ts";
import { SECTIONS } from "./model.ts";
import { checkNames, type Fault, type Names } from "./names.ts";
import { orderByOver } from "./order-by-over.ts";
import { outcomeOf } from "./outcome.ts";
import { pageOrder } from "./page-order.ts";
import type { RawClause, RawPolicy } from "./policy-shape.ts";
import type { Source } from "./read.ts";
import { readsInOrder, resultFacts } from "./results.ts";
import { momentsOf, SECTION_KINDS } from "./sections.ts";
import { conditionSlots, slotName, slotsOf } from "./slots.ts";
import { parseDuration } from "./time/duration.ts";

interface Made {
  readonly facts: Record<string, Fact>;
  readonly clauses: readonly Clause[];
  readonly tables: Record<string, readonly Clause[]>;
  readonly heads: readonly SectionHead[];
}

/** Compiles every clause; the facts returned include the built-in ones that are read and the results of tables. */
export function compileClauses(raw: RawPolicy, names: Names, added: ReadonlyMap<string, { decision: string }>, fault: Fault, locate: Source["locate"]): Made {
  const facts = byName([...Object.entries(names.facts), ...Object.entries(resultFacts(raw, names.facts))]);
  const factOf: FactOf = (name) => {
    const known = facts[name] ?? (name.startsWith("was.") ? facts[name.slice(4)] : undefined) ?? builtInFact(name);
    if (!known) return null;
    return (facts[name] ??= name.startsWith("was.") ? { ...known, name, unknown: true } : known);
  };
  const nameOf = (id: string): Words | undefined => names.parties[id]?.name ?? names.things[id]?.name ?? names.roles[id]?.name ?? names.documents[id]?.title ?? names.calendars[id]?.name;
  const everywhere = (text: string): Words => Object.fromEntries(raw.desk.languages.map((l) => [l, text]));
  const desk: [string, Words][] = [["desk", raw.desk.name], ["address", everywhere(raw.desk.address)], ...(raw.desk.phone ? [["phone", everywhere(raw.desk.phone)] as [string, Words]] : [])];
  const heads: SectionHead[] = [];
  const clauses: Clause[] = [];
  const seen = new Map<string, string>();
  for (const section of pageOrder(raw)) {
    const list = raw[section] ?? [];
    if (!list.length) continue;
    heads.push({ section, number: heads.length + 1, title: raw.page?.titles?.[section] ?? {} });
    list.forEach((c, i) => {
      const path = [section, i] as const;
      if (seen.has(c.clause)) fault({ code: "E-DUPLICATE-ID", at: c.clause, message: `Two clauses are called ${c.clause}.`, mend: "Give each its own id." }, [...path, "clause"]);
      seen.set(c.clause, section);
      const report =
        (key: string) =>
        (code: string, message: string, sub: readonly (string | number)[], mend?: string): void =>
          fault({ code, at: c.clause, clauses: [c.clause], message, rests: [key, ...sub].join("/"), ...(mend && { mend }) }, [...path, key, ...sub]);
      const unless = c.unless ? toCondition(c.unless, factOf, report("unless"), true) : null;
      const when = join("all", [toCondition(c.when, factOf, report("when")), ...(unless ? [unless] : [])]);
      const outcome = outcomeOf(c);
      const reads = [...factsRead(when)];
      if (section !== "statements") readsInOrder(section, reads, facts, (m) => fault({ code: "E-ORDER", at: c.clause, clauses: [c.clause], message: m }, [...path, "when"]));
      checkNames(c, outcome, names, raw, (m, field) => fault({ code: "E-UNDEFINED", at: c.clause, clauses: [c.clause], message: m, rests: field }, [...path, field]));
      const slots: Record<string, Slot> = { ...slotsOf(outcome, nameOf), ...conditionSlots(c.when), ...conditionSlots(c.unless) };
      for (const [name, value] of desk) if (Object.values(c.words).some((w) => w.includes(`{${name}`))) slots[name] ??= { type: "name", value };
      for (const id of c.mentions ?? []) {
        const name = nameOf(id);
        if (name) slots[slotName([id])] = { type: "name", value: name };
      }
      for (const f of reads) if (facts[f]?.counts) slots[slotName([f, "in"])] = { type: "duration", value: facts[f].counts.in };
      const decision = added.get(`${section}/${i}`);
      const place = locate([...path, "clause"]);
      clauses.push({
        id: c.clause,
        number: `${heads.length}.${i + 1}`,
        section,
        key: section === "statements" ? c.clause : SECTION_KINDS[section].key(outcome),
        strength: c.may ? "may" : (c.strength ?? (outcome["goal"] && !outcome["must"] ? "goal" : "must")),
        at: momentsFor(section, outcome, c.at, (m) => fault({ code: "E-MOMENT", at: c.clause, clauses: [c.clause], message: m }, [...path, "at"])),
        when,
        reads,
        spares: unless ? [...factsRead(unless)] : [],
        over: c.over ?? [],
        evenIfRefused: c["even-if-refused"] ?? false,
        outcome,
        slots,
        words: c.words,
        audience: c.audience ?? "public",
        suppress: c.suppress ?? [],
        ...(c.may && { ruling: rulingOf(c.may) }),
        ...(decision && { decidedBy: decision.decision }),
        ...(place && { place }),
      });
    });
  }
  return { facts, clauses, heads, tables: tablesOf(clauses) };
}

function momentsFor(section: Section | "statements", outcome: Outcome, at: readonly Moment[] | undefined, fault: (m: string) => void): readonly Moment[] {
  if (section === "statements") return [];
  const allowed = momentsOf(section, outcome);
  if (!at) {
    if (!allowed.length) fault("A notice says at which moments it is due.");
    return allowed;
  }
  const odd = allowed.length ? at.filter((m) => !allowed.includes(m)) : [];
  if (odd.length) fault(`The section ${section} is not run at ${odd.join(", ")}; it is at ${allowed.join(", ")}.`);
  return at;
}

/** First-match tables in the order in which sections run; the clauses of one key as written, winners (`over`) first. */
function tablesOf(clauses: readonly Clause[]): Record<string, readonly Clause[]> {
  const tables: Record<string, Clause[]> = {};
  for (const section of SECTIONS) {
    for (const c of clauses) if (c.section === section) (tables[`${section}/${c.key}`] ??= []).push(c);
  }
  for (const [key, list] of Object.entries(tables)) tables[key] = orderByOver(list);
  return tables;
}

/** What a person may decide, with its lengths of time as values. A time to answer is a hearing. */
function rulingOf(may: NonNullable<RawClause["may"]>): Ruling {
  const lengths = (["hear", "contest", "review", "lapse"] as const).flatMap((name) => {
    const length = may[name] === undefined ? null : parseDuration(may[name]);
    return length ? [[name, length] as const] : [];
  });
  return { role: may.role, options: may.options, hearing: may.hearing ?? may.hear !== undefined, ...(may.appeal !== undefined && { appeal: may.appeal }), ...Object.fromEntries(lengths) };
}
