// Words that a language of the desk misses. SPEC 1.2.
import { finding } from "../finding.ts";
import type { Finding, Place, Policy, Words } from "../model.ts";

/** Clauses and documents need every language of the desk. Names need the first; where another is missing, readers see the first's. */
export function checkTranslations(policy: Policy): Finding[] {
  const { languages } = policy.desk;
  const first = languages[0] ?? "en";
  const found: Finding[] = [];
  const look = (words: Words | undefined, at: string, what: string, whole: boolean, place: Place | undefined): void => {
    if (!words || (!whole && Object.keys(words).length === 0)) return;
    const missing = languages.filter((l) => !words[l]?.trim());
    if (!missing.length) return;
    const severity = whole || missing.includes(first) ? "error" : "warning";
    found.push(
      finding({
        code: "E-TRANSLATION",
        at,
        severity,
        clauses: [],
        rests: `${what} ${missing.join()}`,
        place,
        message: `${what} has no words in ${missing.join(" and ")}.`,
        mend: `Add ${missing.map((l) => `${l}: …`).join(", ")}.`,
      }),
    );
  };
  for (const c of policy.clauses) look(c.words, c.id, `The clause ${c.id}`, true, c.place);
  look(policy.title, "title", "The title", true, undefined);
  look(policy.desk.name, "desk", "The desk's name", true, undefined);
  look(policy.intro, "intro", "The introduction", false, undefined);
  for (const head of policy.heads) look(head.title, `page/${head.section}`, `The title of ${head.section}`, false, undefined);
  for (const d of Object.values(policy.documents)) {
    look(d.title, d.id, `The title of ${d.id}`, true, d.place);
    look(d.words, d.id, `The document ${d.id}`, true, d.place);
  }
  for (const c of Object.values(policy.calendars)) look(c.name, c.id, `The calendar ${c.id}`, false, c.place);
  for (const group of [policy.parties, policy.roles, policy.things]) {
    for (const n of Object.values(group)) look(n.name, n.id, `The name of ${n.id}`, false, n.place);
  }
  for (const t of policy.money.tax) look(t.name, "money", "The name of a tax", false, undefined);
  for (const f of Object.values(policy.facts)) {
    if (f.name.startsWith("was.")) continue;
    look(f.label, f.name, `The label of ${f.name}`, false, f.place);
    look(f.ask, f.name, `The question that asks for ${f.name}`, false, f.place);
    for (const [value, { label }] of Object.entries(f.options)) look(label, f.name, `The label of ${f.name} ${value}`, false, f.place);
  }
  return found;
}
