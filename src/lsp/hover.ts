// What a name of a policy means, for who reads its text: a clause with its words and what it decides, a fact with its values, a calendar with its hours.
import { conditionText } from "../cli/value-text.ts";
import { builtInFact } from "../policy/built-in-facts.ts";
import type { Clause, Fact, Policy } from "../policy/index.ts";
import { doesText } from "../words/change.ts";
import { clauseText } from "../words/clause.ts";
import { hoursText } from "../words/opening-hours.ts";
import { named } from "../words/phrase.ts";
import { wordsIn } from "../words/slots.ts";
import type { Name } from "./name-at.ts";

/** Markdown; null where there is nothing to tell. */
export function hoverText(name: Name, policy: Policy): string | null {
  switch (name.kind) {
    case "clause": {
      const clause = policy.clauses.find((c) => c.id === name.id);
      return clause ? clauseHover(policy, clause) : null;
    }
    case "promise": {
      const clauses = policy.clauses.filter((c) => c.section === "promises" && c.outcome["promise"] === name.id);
      return clauses.length
        ? [
            `**${named("en", "promise", name.id)}**`,
            ...clauses.map((c) => `- § ${c.number} \`${c.id}\`: ${doesText(policy, c, `${c.section}/${c.key}`, "en")}, when ${conditionText(c.when, policy)}`),
          ].join("\n")
        : null;
    }
    case "fact":
      return factHover(policy.facts[name.id] ?? builtInFact(name.id));
    case "value": {
      const fact = policy.facts[name.fact] ?? builtInFact(name.fact);
      const label = fact?.options[name.id]?.label;
      return fact?.values.includes(name.id) ? `**${label ? wordsIn(label, "en") : name.id}**, a value of \`${name.fact}\`` : factHover(fact);
    }
    case "named": {
      const calendar = name.groups.includes("calendars") ? policy.calendars[name.id] : undefined;
      if (calendar) {
        const hours = hoursText(calendar, "en");
        return [`**${hours.name}** (${calendar.zone})`, ...[...hours.rows, ...hours.exceptions].map((row) => `- ${row.days} ${row.hours}`), ...hours.notes].join("\n");
      }
      const document = policy.documents[name.id];
      if (document && name.groups.includes("documents")) return `**${wordsIn(document.title, "en")}**, version ${document.version}\n\n${wordsIn(document.words, "en")}`;
      const other = policy.parties[name.id] ?? policy.roles[name.id] ?? policy.things[name.id];
      return other ? `**${wordsIn(other.name, "en")}**${other.url ? ` ${other.url}` : ""}` : null;
    }
  }
}

function clauseHover(policy: Policy, clause: Clause): string {
  const about = named("en", "about", clause.section);
  const words = policy.desk.languages.map((lang) => {
    const text = clauseText(policy, clause, lang);
    return `> ${text.words.replaceAll("\n", "\n> ")}${text.bond ? ` *(${text.bond})*` : ""}`;
  });
  const decides =
    clause.section === "statements"
      ? []
      : [
          `Decides \`${[clause.section, clause.key].filter(Boolean).join("/")}\`: ${doesText(policy, clause, `${clause.section}/${clause.key}`, "en")}.`,
          `Holds: ${conditionText(clause.when, policy)}.`,
          `Asked at ${clause.at.join(", ")}.`,
        ];
  const ruling = clause.ruling ? [`A person decides: ${wordsIn(policy.roles[clause.ruling.role]?.name ?? { en: clause.ruling.role }, "en")}.`] : [];
  return [
    `**§ ${clause.number}** \`${clause.id}\`, ${about}`,
    words.join("\n\n"),
    [...decides, ...ruling, ...(clause.decidedBy ? [`Added by the decision \`${clause.decidedBy}\`.`] : [])].join("  \n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function factHover(fact: Fact | null): string | null {
  if (!fact) return null;
  const values = fact.values.map((v) => `\`${v}\`${fact.options[v]?.label ? ` ${wordsIn(fact.options[v].label, "en")}` : ""}`);
  return [
    `**${fact.label ? wordsIn(fact.label, "en") : fact.name}** \`${fact.name}\`: ${fact.kind}, of the ${fact.of}, from ${fact.source}, known from ${fact.known}${fact.unknown ? ", may stay unknown" : ""}${fact.builtIn ? "; supplied by Troth" : ""}`,
    ...(values.length ? [values.join(", ")] : []),
  ].join("\n\n");
}
