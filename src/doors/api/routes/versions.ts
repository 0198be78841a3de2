// The versions of the policy: all of them, what each changes, and taking back one that is still to come.
import { z } from "zod";
import { actorOf } from "../../../desk/actor.ts";
import { policyVersion } from "../../../desk/policies/running.ts";
import { Problem } from "../../../desk/problem.ts";
import { withdrawVersion } from "../../../desk/acts/versions/withdraw-version.ts";
import { type Told, toldOf, type Version, versionBefore, versionsOf } from "../../../desk/views/versions.ts";
import { comparedVersions, whatChanges } from "../../../desk/views/what-changes.ts";
import type { Policy } from "../../../policy/index.ts";
import { clauseText } from "../../../words/clause.ts";
import { chooseLanguage } from "../../../words/languages.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { Nothing } from "../shapes/basics.ts";
import { PolicyVersions, VersionChanges, Withdrawal } from "../shapes/versions.ts";
import { sentence } from "../../../words/phrase.ts";

const READ = { staff: "agent", key: "admin" } as const;
const VersionParam = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) });
const LangQuery = z.strictObject({ lang: z.string().max(10).optional() });
const SPOKEN = ["en", "fr", "it", "ro"];
const iso = (at: number): string => new Date(at).toISOString();
const isoOf = (at: number | null): string | null => (at === null ? null : iso(at));

function shown(v: Version, told: readonly Told[], policies: ReadonlyMap<number, Policy>, lang: string, base: string) {
  return {
    version: v.version,
    label: v.label,
    effective: v.effective,
    takesEffect: iso(v.takes_effect),
    until: isoOf(v.until),
    state: v.state,
    activatedAt: iso(v.activated_at),
    activatedBy: v.activated_by,
    withdrawn: v.withdrawn_at === null ? null : { at: iso(v.withdrawn_at), by: v.withdrawn_by ?? "", why: v.withdrawn_why ?? "", replacedBy: v.replaced_by },
    told: told
      .filter((t) => t.news.version === v.version)
      .map(({ news, people, sent, waiting, failed, left }) => ({
        kind: news.kind === "withdrawn" ? ("withdrawn" as const) : ("announced" as const),
        at: iso(news.made_at),
        by: news.made_by,
        notice: noticeOf(news, policies.get(news.was ?? -1), lang, base),
        people,
        sent,
        waiting,
        failed,
        unreachable: news.unreachable,
        missed: news.missed,
        keptBack: news.kept_back,
        left,
        doneAt: isoOf(news.done_at),
      })),
  };
}

function noticeOf(news: Told["news"], policy: Policy | undefined, lang: string, base: string) {
  const clause = policy?.clauses.find((c) => c.id === news.clause);
  if (!policy || !clause || news.announce_by === null) return null;
  return { clause: clauseText(policy, clause, lang, { base }), by: iso(news.announce_by), kept: news.made_at <= news.announce_by, why: news.late_why };
}

export const VERSION_ROUTES = [
  route({
    id: "policies",
    tag: "policy",
    title: "Every version of the policy, newest first, and who was told of it",
    method: "GET",
    path: "/policies",
    may: READ,
    query: LangQuery,
    output: PolicyVersions,
    problems: [],
    run: (ask) =>
      reading(ask, async ({ tx }) => {
        const [versions, told] = await Promise.all([versionsOf(tx, ask.house.now()), toldOf(tx)]);
        const promising = [...new Set(told.flatMap((t) => (t.news.clause === null || t.news.was === null ? [] : [t.news.was])))];
        const policies = new Map(await Promise.all(promising.map(async (v) => [v, (await policyVersion(tx, ask.desk, v)).policy] as const)));
        const lang = chooseLanguage([ask.query.lang, ...ask.languages], SPOKEN);
        return { items: versions.map((v) => shown(v, told, policies, lang, `${ask.house.publicUrl}/${ask.desk}`)) };
      }),
  }),
  route({
    id: "policyChanges",
    tag: "policy",
    title: "What a version changes against the one that it takes the place of, as customers read it",
    method: "GET",
    path: "/policies/{version}/changes",
    may: READ,
    params: VersionParam,
    query: LangQuery,
    output: VersionChanges,
    problems: ["not-found"],
    run: (ask) =>
      reading(ask, async ({ tx }) => {
        const { version } = ask.params;
        const versions = await versionsOf(tx, ask.house.now());
        const before = versions.some((v) => v.version === version) ? await versionBefore(tx, versions, version) : null;
        if (before === null) throw new Problem("not-found", sentence("refused.version-no-before"));
        const lang = chooseLanguage([ask.query.lang, ...ask.languages], SPOKEN);
        const told = whatChanges(await comparedVersions(tx, ask.desk, before, version), { old: before, new: version }, lang, `${ask.house.publicUrl}/${ask.desk}`, null);
        return { before, changes: [...told.changes], clauses: [...told.clauses], documents: [...told.documents], unsure: told.unsure };
      }),
  }),
  route({
    id: "withdrawPolicy",
    tag: "policy",
    title: "Withdraw a version that is still to come: whoever was told of it is told that",
    method: "PUT",
    path: "/policies/{version}/withdrawal",
    may: { staff: "admin", key: "admin" },
    params: VersionParam,
    body: Withdrawal,
    output: Nothing,
    problems: ["not-found", "changed-meanwhile"],
    async run({ house, desk, params, body, viewer }) {
      await withdrawVersion(house, desk, params.version, body.why, actorOf(viewer).name);
      return {};
    },
  }),
];
