// What the proof of a table found, as sentences. Keys rest on clauses and regions, never on lines or wording elsewhere.
import { finding } from "../finding.ts";
import type { Clause, Facts, Finding, Moment, Policy } from "../model.ts";
import { speak, unsaid } from "./speak.ts";

const SHOWN = 3;
const LONGEST = 400;
/** A situation in words that fit a line; its key rests on all of them. */
const brief = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words);

export interface Gap {
  readonly example: Facts;
  readonly telling: Facts; // of the example what matters
  readonly at: ReadonlySet<Moment>;
}

/** `cut`: there are more gaps than these. */
export function gapFinding(policy: Policy, table: string, clauses: readonly Clause[], gaps: ReadonlyMap<string, Gap>, cut: boolean): Finding {
  const boxes = [...gaps];
  const all = new Set(clauses.flatMap((c) => c.at));
  const said = boxes.slice(0, SHOWN).map(([words, { at }]) => `${brief(words)}${at.size < all.size ? ` (at ${[...at].join(", ")})` : ""}`);
  const left = boxes.length - SHOWN;
  const more = cut ? `; and ${left > 0 ? `${left} more that are listed, and others` : "others"} beyond the length of this list` : left > 0 ? `; and ${left} more` : "";
  const customer = speak(policy, boxes[0]?.[1].telling ?? {});
  const [section = "", ...key] = table.split("/");
  return finding({
    code: "E-GAP",
    at: table,
    message: `${customer[0]!.toUpperCase()}${brief(customer.slice(1))}: no clause of ${table} ${unsaid(section, key.join("/"))}. In full: ${said.join("; or ")}${more}.`,
    rests: [...gaps.keys()].sort().join("; "),
    example: boxes[0]?.[1].example ?? {},
    place: clauses[0]?.place,
    mend: "Add a clause for it, or a last clause without `when`; where the original text is silent, a decision of the author that adds it.",
  });
}

export interface Both {
  readonly example: Facts;
  readonly telling: Facts;
}

/** `cut`: they meet in more situations than these. */
export function overlapFinding(policy: Policy, table: string, one: Clause, other: Clause, boxes: ReadonlyMap<string, Both>, cut: boolean): Finding {
  const words = [...boxes.keys()];
  const left = words.length - SHOWN;
  const first = boxes.get(words[0] ?? "");
  return finding({
    code: "E-OVERLAP",
    at: table,
    clauses: [one.id, other.id],
    rests: [...words].sort().join("; "),
    message: `${one.id} and ${other.id} both speak to ${brief(speak(policy, first?.telling ?? {}))}, and answer differently. They meet here: ${words.slice(0, SHOWN).map(brief).join("; or ")}${left > 0 ? `; and ${left}${cut ? " or more" : " more"}` : cut ? "; and others" : ""}.`,
    example: first?.example ?? {},
    place: other.place ?? one.place,
    mend: `As it stands ${one.id} answers. Say so with \`over: [${other.id}]\`, or turn it round with \`over: [${one.id}]\` at ${other.id}, or narrow one of them; a decision of the author does it with \`prefers\`.`,
  });
}

/** `refused`: its condition holds somewhere, and all who are meant have been refused before. */
export function unreachableFinding(clause: Clause, covering: readonly Clause[], refused: boolean): Finding {
  const names = covering.map((c) => c.id);
  const only = names.length === 1;
  return finding({
    code: "E-UNREACHABLE",
    at: clause.id,
    clauses: [clause.id, ...names],
    place: clause.place,
    message: names.length
      ? `${clause.id} never answers: whatever it speaks to, ${names.join(" and ")} ${only ? "has" : "have"} answered before.`
      : refused
        ? `${clause.id} never answers: everybody whom it speaks to is out of scope or refused before ${clause.section} is asked.`
        : `${clause.id} never answers: its condition holds in no situation that there can be.`,
    mend: refused
      ? "Give it `even-if-refused: true`, or let scope and entitlement pass those it is meant for."
      : names.length
        ? `Move it before ${names[0]}, or give it \`over: [${names.join(", ")}]\`.`
        : "Mend its `when`, or take it out.",
  });
}

/** `cut`: everything was proved, and there are more overlaps than are listed. */
export function unprovedFinding(table: string, clauses: readonly Clause[], cut = false): Finding {
  return finding({
    code: "E-UNPROVED",
    at: table,
    severity: "warning",
    rests: cut ? "cut" : "",
    place: clauses[0]?.place,
    message: cut
      ? `More clauses of ${table} meet than are listed here: the list was cut.`
      : `The conditions of ${table} are too many to be proved: whether it has gaps, overlaps or clauses that never answer, beyond what is said here, is not known.`,
    mend: cut ? "Mend those that are listed, and check again." : "Classify first, so that each table tests fewer facts at once.",
  });
}

/** A notice or a reminder of which the limit does not let it be known whether it comes too late. */
export function unprovedNotice(clause: Clause): Finding {
  return finding({
    code: "E-UNPROVED",
    at: clause.id,
    severity: "warning",
    clauses: [clause.id],
    place: clause.place,
    message: `Whether ${clause.id} comes in time is not known: the rules that it leads to are too many to be proved.`,
    mend: "Classify first, so that each table tests fewer facts at once.",
  });
}
