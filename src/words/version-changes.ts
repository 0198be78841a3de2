// What another version of a policy changes, told to a person: what was so, what will be, for better or worse, and in which of their cases.
import type { By } from "../policy/compare/answers.ts";
import type { Comparison } from "../policy/compare/compare-policies.ts";
import type { Difference } from "../policy/compare/differs-for.ts";
import type { Verdict } from "../policy/compare/verdict.ts";
import type { Clause, Lang, Policy } from "../policy/model.ts";
import { doesText } from "./change.ts";
import { type ClauseText, clauseText } from "./clause.ts";
import { isPhrase, named, phrase } from "./phrase.ts";
import { casesText } from "./situation.ts";
import { wordsIn } from "./slots.ts";

/** One thing that changes: plain data, fit for a mail and a page. */
export interface VersionChange {
  readonly table: string; // "charges/quote"
  readonly about: string; // "What it costs"
  readonly was: string;
  readonly will: string;
  readonly verdict: Verdict;
  /** The verdict in words: "worse for you: the price". */
  readonly means: string;
  /** In which cases; empty: wherever the clause holds. */
  readonly cases: readonly string[];
  /** As it will read; null where it is not theirs to read, or stands in `will` already. */
  readonly clause: ClauseText | null;
}

const MOST_CASES = 3;

/** Differences that read alike are one. `url` is the address of the new version’s page. */
export function versionChanges(comparison: Comparison, differences: readonly Difference[], lang: Lang, url: string): VersionChange[] {
  const groups = new Map<string, { readonly change: VersionChange; readonly cases: Set<string>; everywhere: boolean }>();
  for (const d of differences) {
    const { region } = d;
    const { because, verdict, table } = region;
    const { was, will, quoted } = bothTexts(comparison, d, lang);
    if (was === will) continue; // what is different is not theirs to see
    const key = [table, was, will, verdict].join("\n");
    const yours = `version.because.${because}`;
    const why = because === "other" ? "" : phrase(lang, isPhrase(yours) ? yours : `change.because.${because}`);
    const means = phrase(lang, `version.${verdict}`);
    const clause = d.cites.new && !quoted && region.new.clause ? clauseText(comparison.new, region.new.clause, lang) : null;
    const group = groups.get(key) ?? {
      change: {
        table,
        about: named(lang, "about", table.split("/")[0] ?? ""),
        was,
        will,
        verdict,
        means: why ? phrase(lang, "mail.row", { label: means, value: why }) : means,
        cases: [],
        clause: clause && { ...clause, url: `${url}#${encodeURIComponent(clause.anchor)}` },
      },
      cases: new Set<string>(),
      everywhere: false,
    };
    const cases = casesText(comparison.world, d.where, lang);
    if (region.whole || (cases === "" && !d.hedged)) group.everywhere = true;
    group.cases.add(cases || phrase(lang, "version.some-cases"));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ change, cases, everywhere }) => ({
    ...change,
    cases: everywhere ? [] : cases.size > MOST_CASES ? [phrase(lang, "version.some-cases")] : [...cases],
  }));
}

/** A promise is told in the policy's own words where these differ: they name their days as its calendar means them. */
function bothTexts(c: Comparison, { region, cites }: Difference, lang: Lang): { readonly was: string; readonly will: string; readonly quoted: boolean } {
  const { old, new: next, table } = region;
  if (table.startsWith("promises/") && old.clause && next.clause && cites.old && cites.new && old.how === "answers" && next.how === "answers") {
    const quote = (policy: Policy, clause: Clause): string => `${phrase(lang, "change.clause", { words: clauseText(policy, clause, lang).words })} (§ ${clause.number})`;
    const [was, will] = [quote(c.old, old.clause), quote(c.new, next.clause)];
    if (was !== will) return { was, will, quoted: true };
  }
  return { was: sideText(c.old, old, cites.old, table, lang), will: sideText(c.new, next, cites.new, table, lang), quoted: false };
}

function sideText(policy: Policy, { clause, how }: By, cites: boolean, table: string, lang: Lang): string {
  const cited = (what: string): string => (clause && cites ? `${what} (§ ${clause.number})` : what);
  if (how === "refused") return cited(phrase(lang, "change.refused"));
  if (!clause) return phrase(lang, "change.nothing");
  if (how === "asks") return cited(phrase(lang, "change.asks", { role: wordsIn(policy.roles[clause.ruling?.role ?? ""]?.name ?? { en: clause.ruling?.role ?? "" }, lang) }));
  return cited(doesText(policy, clause, table, lang));
}
