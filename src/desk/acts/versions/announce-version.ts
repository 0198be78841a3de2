// What a new version means for those that are there: whether it comes too late, what it takes the place of, and who is to be told. SPEC 22.
import type { Tx } from "../../../database/tx.ts";
import { announcePolicyBy, compile, dateIn, formatDuration, localToInstant, type Policy, takesEffect } from "../../../policy/index.ts";
import { type KeptVersion, withdrawVersion } from "../../policies/activate.ts";
import { beginNews, endNews } from "../../policies/news.ts";
import { type Fault, Problem } from "../../problem.ts";

export interface Announcing {
  /** It takes effect later, after another. */
  readonly ahead: boolean;
  readonly carryOut: (tx: Tx, version: number) => Promise<void>;
}

interface Now {
  readonly now: number;
  readonly by: string;
  readonly late: string | null;
}

/** Held against the versions of the desk, the newest first. Throws policy-refused where it comes too late and no reason is given, or changes a text to accept under its old version. */
export function announcing(desk: string, kept: readonly KeptVersion[], policy: Policy, { now, by, late }: Now): Announcing {
  const standing = kept.filter((v) => v.withdrawn_at === null);
  const holds = inForce(kept, now);
  const old = holds ? compiled(desk, holds) : null;
  const starts = takesEffect(policy);
  if (!holds || !old) return { ahead: false, carryOut: () => Promise.resolve() };
  const faults = [...sameVersionOtherWords(old, policy), ...(late === null ? tooLate(old, policy, starts, now) : [])];
  if (faults.length) throw new Problem("policy-refused", `The policy of ${desk} cannot be activated like this.`, faults);
  const promise = announcePolicyBy(old, starts);
  const ahead = starts > now;
  const replaced = standing.filter((v) => v.takes_effect > now && v.takes_effect >= starts);
  return {
    ahead,
    async carryOut(tx, version) {
      for (const each of replaced) {
        await withdrawVersion(tx, desk, each.version, { by, why: `Version ${version} takes its place.`, at: now });
        await tx.run("update policies set replaced_by = $3 where desk = $1 and version = $2", [desk, each.version, version]);
        await endNews(tx, desk, each.version, now);
        await beginNews(tx, { desk, version: each.version, kind: "withdrawn", was: ahead ? holds.version : version, at: now, now, by });
      }
      const of = { desk, version, was: holds.version, now, by };
      if (ahead || promise) await beginNews(tx, { ...of, kind: "announced", at: now, promise, late: promise && now > promise.due ? late : null, done: !ahead });
      if (ahead) await beginNews(tx, { ...of, kind: "effective", at: starts });
    },
  };
}

/** Of a desk's versions, the newest first, the one that holds; undefined before the first does. */
export const inForce = (kept: readonly KeptVersion[], now: number): KeptVersion | undefined => kept.find((v) => v.withdrawn_at === null && v.takes_effect <= now);

export function compiled(desk: string, { version, text }: KeptVersion): Policy {
  const { policy } = compile(text);
  if (!policy) throw new Error(`version ${version} of the policy of ${desk} does not compile`);
  return policy;
}

const YEARS = 3 * 366; // days that are looked through for the first on which it would be in time

function tooLate(old: Policy, policy: Policy, starts: number, now: number): Fault[] {
  const promise = announcePolicyBy(old, starts);
  if (!promise || now <= promise.due) return [];
  const { zone } = policy.desk;
  const days = Array.from({ length: YEARS }, (_, n) => dateIn(now + n * 86_400_000, zone));
  const first = days.find((day) => (announcePolicyBy(old, localToInstant(day, zone))?.due ?? 0) >= now);
  const number = old.clauses.find((c) => c.id === promise.clause)?.number ?? "";
  return [
    {
      at: "effective",
      message:
        `It takes effect on ${policy.effective}, and the policy in force promises to announce a new version at least ${formatDuration(promise.lead)} ahead (§ ${number} ${promise.clause}). ` +
        `${first ? `Announced now it can take effect on ${first} at the earliest: write \`effective: ${first}\`` : "Let it take effect later"}, or give the reason why that promise is broken.`,
    },
  ];
}

/** What was accepted in a version is not taken for other words. A translation that is added is no other text. SPEC 22.6. */
function sameVersionOtherWords(old: Policy, next: Policy): Fault[] {
  return Object.values(next.documents).flatMap((document) => {
    const was = old.documents[document.id];
    if (!was || was.version !== document.version || Object.entries(was.words).every(([lang, words]) => document.words[lang] === undefined || document.words[lang] === words)) return [];
    return [
      {
        at: `documents/${document.id}/version`,
        message: `The text ${document.id} reads differently and is still version ${document.version}: give it another version, so that nobody counts as having accepted words that they never saw.`,
      },
    ];
  });
}
