// What a version of the policy changes, as somebody reads it: for one customer, or for everybody; the clauses that read differently; the texts to accept anew.
import type { Tx } from "../../database/tx.ts";
import { comparePolicies, type Comparison } from "../../policy/compare/compare-policies.ts";
import type { ClauseChange } from "../../policy/compare/clause-changes.ts";
import { differsFor } from "../../policy/compare/differs-for.ts";
import { type Clause, type CustomerRecord, type Facts, type Policy, standingAt, type Terms } from "../../policy/index.ts";
import { type ClauseText, clauseText, wordsOf } from "../../words/clause.ts";
import { type VersionChange, versionChanges } from "../../words/version-changes.ts";
import { recordFacts } from "../facts-of.ts";
import type { Found } from "../people/reads.ts";
import { policyVersion } from "../policies/running.ts";

export interface ClauseNews {
  readonly is: "new" | "gone" | "changed";
  readonly old: ClauseText | null;
  readonly new: ClauseText | null;
}
/** A text to accept that is new, as it reads; `was` is null where there was none. */
export interface DocumentNews {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly was: string | null;
  readonly will: string;
}
export interface WhatChanges {
  readonly changes: readonly VersionChange[];
  readonly clauses: readonly ClauseNews[];
  readonly documents: readonly DocumentNews[];
  /** Some of it could not be compared, or there is more than was listed. */
  readonly unsure: boolean;
}

const compared = new Map<string, Comparison>(); // versions never change, so these never grow stale
const MOST = 20;

/** Two versions of a desk's policy held against each other, once per process. */
export async function comparedVersions(tx: Tx, desk: string, was: number, version: number): Promise<Comparison> {
  const key = `${desk}/${was}/${version}`;
  const known = compared.get(key);
  if (known) return known;
  const [old, next] = await Promise.all([policyVersion(tx, desk, was), policyVersion(tx, desk, version)]);
  const comparison = comparePolicies(old.policy, next.policy);
  if (compared.size >= MOST) compared.delete(compared.keys().next().value ?? key);
  compared.set(key, comparison);
  return comparison;
}

/** What the record says of who a customer is, by either version; where it says nothing, what stands for that. */
export function knownOf(policies: readonly Policy[], { organisation }: Found, at: number): Facts {
  const record: CustomerRecord = { attributes: (organisation?.attributes ?? {}) as Record<string, unknown>, terms: (organisation?.terms ?? {}) as Terms };
  return Object.assign(
    { identified: organisation !== null },
    ...policies.map((policy) => {
      const facts = Object.values(policy.facts).filter((f) => f.source === "record" && !f.builtIn);
      const held = recordFacts(policy, standingAt(policy, record, at, organisation?.zone ?? policy.desk.zone));
      return Object.fromEntries(facts.map((f) => [f.name, held[f.name] ?? f.fallback ?? null]));
    }),
  ) as Facts;
}

/** In a language; `base` is the desk's address. `known`: of one customer (`knownOf`), null of everybody. */
export function whatChanges(c: Comparison, versions: { readonly old: number; readonly new: number }, lang: string, base: string, known: Facts | null): WhatChanges {
  const urls = { old: versionUrl(base, lang, versions.old), new: versionUrl(base, lang, versions.new) };
  return {
    changes: versionChanges(c, differsFor(c, known), lang, urls.new),
    clauses: c.clauses.flatMap((change) => clauseNews(c, change, lang, urls)),
    documents: Object.values(c.new.documents).flatMap((d) => (c.old.documents[d.id]?.version === d.version ? [] : [documentNews(c, d.id, lang)])),
    unsure: c.cut.length > 0 || c.unproved.length > 0,
  };
}

function documentNews(c: Comparison, id: string, lang: string): DocumentNews {
  const [old, next] = [c.old.documents[id], c.new.documents[id]!];
  return { id, title: wordsOf(c.new, next.title, lang), version: next.version, was: old ? wordsOf(c.old, old.words, lang).trim() : null, will: wordsOf(c.new, next.words, lang).trim() };
}

/** The public page of one version. */
export const versionUrl = (base: string, lang: string, version: number): string => `${base}/policy?version=${version}&lang=${encodeURIComponent(lang)}`;
export const compareUrl = (base: string, lang: string, version: number): string => `${base}/policy/changes?version=${version}&lang=${encodeURIComponent(lang)}`;

const readable = (clause: Clause): boolean => clause.audience !== "agent";

/** Only what a customer reads: a clause that was the staff's until then is new to them. */
function clauseNews(c: Comparison, change: ClauseChange, lang: string, urls: { readonly old: string; readonly new: string }): ClauseNews[] {
  const [old, next] = change.change === "changed" ? [change.old, change.new] : change.change === "added" ? [null, change.clause] : [change.clause, null];
  const told = (policy: Policy, clause: Clause | null, url: string): ClauseText | null =>
    clause && readable(clause) ? { ...clauseText(policy, clause, lang), url: `${url}#${encodeURIComponent(clause.id)}` } : null;
  const [was, will] = [told(c.old, old, urls.old), told(c.new, next, urls.new)];
  if (!was && !will) return [];
  if (was && will) return was.words === will.words && was.bond === will.bond ? [] : [{ is: "changed", old: was, new: will }];
  return [{ is: will ? "new" : "gone", old: was, new: will }];
}
