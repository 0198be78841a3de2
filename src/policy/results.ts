// Results of tables as facts for later tables, and the rule that none is read before it is made.
import type { Fact, Section } from "./model.ts";
import { SECTIONS } from "./model.ts";
import { byName } from "./by-name.ts";
import { outcomeOf } from "./outcome.ts";
import type { RawPolicy } from "./policy-shape.ts";
import { resultFact, SECTION_KINDS } from "./sections.ts";

/** One fact per table, its values what the table's clauses can answer. Classified facts keep their declaration. */
export function resultFacts(raw: RawPolicy, declared: Readonly<Record<string, Fact>>): Record<string, Fact> {
  const facts = byName<Fact>([]);
  for (const section of SECTIONS) {
    const kind = SECTION_KINDS[section];
    for (const clause of raw[section] ?? []) {
      const outcome = outcomeOf(clause);
      const name = resultFact(section, kind.key(outcome));
      if (declared[name]) continue;
      const result = kind.result(outcome);
      const old = facts[name];
      const values = typeof result === "string" ? [...new Set([...(old?.values ?? []), result])] : (old?.values ?? []);
      facts[name] = {
        name,
        values,
        kind: typeof result === "number" ? "count" : "one-of",
        unknown: !kind.answersAll || kind.skippedWhenRefused,
        of: "ticket",
        source: "policy",
        known: "preview",
        asOf: "now",
        shown: "customer",
        options: {},
        builtIn: true,
      };
    }
  }
  return facts;
}

/** Tables run in the order of SECTIONS: a result can be read only by a later section, or as `was.<result>`. */
export function readsInOrder(section: Section, reads: readonly string[], facts: Readonly<Record<string, Fact>>, fault: (message: string) => void): void {
  const at = SECTIONS.indexOf(section);
  for (const name of reads) {
    if (name.startsWith("was.") || facts[name]?.source !== "policy") continue;
    const makes = facts[name].builtIn ? SECTIONS.findIndex((s) => name === s || name.startsWith(`${s}.`)) : 0;
    if (makes >= at && !(makes === 0 && at > 0)) fault(`${name} is decided by ${SECTIONS[makes] ?? "classify"}, which does not run before ${section}. Read was.${name} for the previous answer.`);
  }
}
