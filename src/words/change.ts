// What changed for a region of customers, in words: "was refused (§ 2.1), now charged EUR 45.00 (§ 3.2): better for them".
import type { By } from "../policy/compare/answers.ts";
import type { ChangedRegion, Comparison } from "../policy/compare/compare-policies.ts";
import { isNothing } from "../policy/compare/treatment.ts";
import type { Clause, Duration, Lang, Money, Policy } from "../policy/model.ts";
import { clauseText } from "./clause.ts";
import { moneyText } from "./numbers.ts";
import { named, phrase } from "./phrase.ts";
import { situationText } from "./situation.ts";
import { durationText, eachText, wordsIn } from "./slots.ts";

export interface ChangeText {
  readonly who: string;
  readonly old: string; // "was refused (§ 2.1)"
  readonly new: string;
  readonly verdict: string; // "better for them: the price"
}

export function changeText(comparison: Comparison, region: ChangedRegion, lang: Lang): ChangeText {
  const because = region.because === "other" ? "" : phrase(lang, `change.because.${region.because}`);
  const verdict = phrase(lang, `change.${region.verdict}`);
  return {
    who: situationText(comparison.world, region.where, lang),
    old: phrase(lang, "change.was", { what: byText(comparison.old, region.old, region.table, lang) }),
    new: phrase(lang, "change.now", { what: byText(comparison.new, region.new, region.table, lang) }),
    verdict: because && because !== verdict ? `${verdict}: ${because}` : verdict,
  };
}

function byText(policy: Policy, { clause, how }: By, table: string, lang: Lang): string {
  if (how === "refused") return cited(phrase(lang, "change.refused"), clause);
  if (!clause) return phrase(lang, "change.nothing");
  if (how === "asks") return cited(phrase(lang, "change.asks", { role: wordsIn(policy.roles[clause.ruling?.role ?? ""]?.name ?? { en: clause.ruling?.role ?? "" }, lang) }), clause);
  return cited(doesText(policy, clause, table, lang), clause);
}

const cited = (what: string, clause: Clause | null): string => (clause ? `${what} (§ ${clause.number})` : what);

/** What a clause does in a few words; where the section has none of its own, the clause's. */
export function doesText(policy: Policy, clause: Clause, table: string, lang: Lang): string {
  const o = clause.outcome;
  switch (clause.section) {
    case "scope":
      return phrase(lang, o["scope"] === "out" ? "change.refused" : o["scope"] === "in" ? "change.helped" : "change.examined");
    case "entitlement":
      return phrase(lang, o["entitlement"] === "granted" ? "change.entitled" : "change.refused");
    case "channels":
      return phrase(lang, o["offered"] === true ? "change.offered" : "change.not-offered", { channel: named(lang, "channel", table.split("/")[1] ?? "").toLowerCase() });
    case "charges":
      return chargeText(o["charge"], lang) ?? phrase(lang, "change.clause", { words: clauseText(policy, clause, lang).words });
    case "promises":
      return isNothing(clause) ? phrase(lang, "change.nothing") : promiseText(clause, lang);
    default:
      return phrase(lang, "change.clause", { words: clauseText(policy, clause, lang).words });
  }
}

/** Null where the price is left open. */
function chargeText(charge: unknown, lang: Lang): string | null {
  if (charge === "none") return phrase(lang, "change.free");
  if (typeof charge !== "object" || charge === null) return phrase(lang, charge === "as-agreed" ? "change.as-agreed" : "change.by-quote");
  const { price, includes, per } = charge as { price?: Money; includes?: Duration; per?: Duration | string };
  if (!price) return null;
  const what = phrase(lang, "change.price", { price: moneyText(price, lang) });
  const rate = typeof per === "object" ? phrase(lang, "change.per", { what, each: eachText(per, lang) }) : what;
  return includes ? phrase(lang, "change.includes", { what: rate, time: durationText(includes, lang) }) : rate;
}

function promiseText({ outcome: o, strength }: Clause, lang: Lang): string {
  const promise = named(lang, "promise", String(o["promise"])).toLowerCase();
  const [must, goal, every] = [o["must"], o["goal"], o["every"]] as (Duration | undefined)[];
  const time = must ?? every ?? goal;
  if (!time) return phrase(lang, "change.promised-sometime", { promise });
  const key = every && !must ? "change.promised-every" : must ? "change.promised" : "change.promised-goal";
  const what = phrase(lang, key, { promise, time: durationText(time, lang) });
  return strength === "goal" && must ? phrase(lang, "change.aim", { what }) : what;
}
