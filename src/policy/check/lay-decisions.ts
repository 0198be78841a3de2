// The author's decisions laid over the findings: settled ones are shown as decided, those that nobody quotes stay open. SPEC 10.
import { finding } from "../finding.ts";
import type { AuthorDecision, Finding } from "../model.ts";

/**
 * `bare`: findings with every decision taken out. `full`: with all of them; null where there are none.
 * A finding that a decision makes vanish is still one until the decision quotes its key.
 */
export function layDecisions(decisions: readonly AuthorDecision[], bare: readonly Finding[], full: readonly Finding[] | null): Finding[] {
  const standing = unique(full ?? bare);
  const standingKeys = new Set(standing.map((f) => f.key));
  const quoted = new Set(decisions.flatMap((d) => d.settles));
  const vanished = full ? unique(bare).filter((f) => !standingKeys.has(f.key) && (quoted.has(f.key) || !follows(f))) : [];
  const settledBy = new Map<string, string>();
  for (const d of decisions) for (const key of d.settles) if (!settledBy.has(key)) settledBy.set(key, d.id);
  const known = new Map([...standing, ...vanished].map((f) => [f.key, f]));
  const lapsed = new Map<string, string>();
  const stale: Finding[] = [];
  for (const d of decisions) {
    for (const key of d.settles) {
      if (known.has(key)) continue;
      const [code = "", at = ""] = key.split(" ");
      const changed = [...known.values()].filter((f) => f.code === code && f.at === at && !settledBy.has(f.key));
      for (const f of changed) lapsed.set(f.key, `The decision ${d.id} settled this as it was before; read it again, and quote "${f.key}" in its \`settles\` if it still holds.`);
      if (!changed.length) {
        stale.push(
          finding({
            code: "E-STALE",
            at: d.id,
            rests: key,
            place: d.place,
            message: `The decision ${d.id} settles "${key}", and there is no such finding.`,
            mend: "Take the key out of its `settles`, or take out the decision.",
          }),
        );
      }
    }
  }
  const shown = (f: Finding, gone: boolean): Finding => {
    const by = settledBy.get(f.key);
    if (by) return { ...f, decided: by };
    const mend = lapsed.get(f.key) ?? (gone ? `A decision of the author mends this without saying so: quote "${f.key}" in its \`settles\`.` : f.mend);
    return mend ? { ...f, mend } : f;
  };
  return [...standing.map((f) => shown(f, false)), ...vanished.map((f) => shown(f, true)), ...stale];
}

/** With added clauses out, their results are out too: what only follows from that is no finding about the text. */
const follows = (f: Finding): boolean => ["E-UNKNOWN-VALUE", "E-UNKNOWN-FACT", "E-UNDEFINED", "E-DECISION"].includes(f.code) || (f.code === "E-UNREACHABLE" && f.clauses.length === 1);

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((f) => [f.key, f])).values()];
}
