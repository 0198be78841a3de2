// The next version of the policy: the text of one that there is, what another text would do, and activating it.
import { z } from "zod";
import { openDesk, openErrors } from "../../../desk/acts/versions/open-desk.ts";
import { type Tried, tryVersion } from "../../../desk/acts/versions/try-version.ts";
import { actorOf } from "../../../desk/actor.ts";
import { Problem } from "../../../desk/problem.ts";
import { allStaff } from "../../../desk/staff/sign-in.ts";
import { roleFindings } from "../../../desk/views/role-findings.ts";
import { textOfVersion } from "../../../desk/views/versions.ts";
import { whatChanges } from "../../../desk/views/what-changes.ts";
import type { Finding } from "../../../policy/index.ts";
import { chooseLanguage } from "../../../words/languages.ts";
import { sentence } from "../../../words/phrase.ts";
import { reading } from "../at-ticket.ts";
import { route } from "../route.ts";
import { NewPolicy, PolicyActivated, PolicyText, PolicyTrial, TriedPolicy } from "../shapes/versions.ts";

const ADMIN = { staff: "admin", key: "admin" } as const;
const VersionParam = z.object({ version: z.coerce.number().int().min(1).max(1_000_000) });
const LangQuery = z.strictObject({ lang: z.string().max(10).optional() });

const shownFinding = ({ severity, code, at, place, message, mend, example, decided }: Finding) => ({
  severity,
  code,
  at,
  line: place?.line ?? null,
  column: place?.column ?? null,
  message,
  mend: mend ?? null,
  example: example ?? null,
  decided: decided ?? null,
});

/** Against the version in force, as customers read it. The new one has no page yet: its clauses lead nowhere. */
function changesOf({ comparison }: Tried, lang: string, base: string) {
  if (!comparison) return null;
  const told = whatChanges(comparison.found, { old: comparison.before, new: comparison.next }, lang, base, null);
  const unlinked = <C extends { readonly url?: string | undefined }>({ url: _none, ...clause }: C) => clause;
  return {
    before: comparison.before,
    changes: told.changes.map((c) => ({ ...c, clause: c.clause && unlinked(c.clause) })),
    clauses: told.clauses.map((c) => ({ ...c, new: c.new && unlinked(c.new) })),
    documents: [...told.documents],
    unsure: told.unsure,
  };
}

export const NEW_VERSION_ROUTES = [
  route({
    id: "versionText",
    tag: "policy",
    title: "The text of a version, as it was activated",
    method: "GET",
    path: "/policies/{version}/text",
    may: ADMIN,
    params: VersionParam,
    output: PolicyText,
    problems: ["not-found"],
    run: (ask) =>
      reading(ask, async ({ tx }) => {
        const text = await textOfVersion(tx, ask.params.version);
        if (text === null) throw new Problem("not-found", sentence("refused.is.not-found"));
        return { text };
      }),
  }),
  route({
    id: "tryVersion",
    tag: "policy",
    title: "What is found in a text, what stands against it as the next version, and what it would change; nothing is kept",
    method: "POST",
    path: "/policies/trial",
    may: ADMIN,
    query: LangQuery,
    body: TriedPolicy,
    output: PolicyTrial,
    status: 200,
    problems: [],
    perMinute: 60,
    async run({ house, desk, body, query, languages }) {
      const tried = await tryVersion(house.database, desk, body.text, house.now());
      const { policy, findings, clauses, wordsOnly } = tried.checked;
      const lang = chooseLanguage([query.lang, ...languages], ["en", "fr", "it", "ro"]);
      return {
        label: policy?.version ?? null,
        effective: policy?.effective ?? null,
        takesEffect: tried.takesEffect === null ? null : new Date(tried.takesEffect).toISOString(),
        ahead: tried.ahead,
        runs: tried.runs,
        errors: openErrors(findings).length,
        clauses,
        wordsOnly,
        findings: findings.map(shownFinding),
        against: tried.against.map(({ at, message }) => ({ at, message })),
        changes: changesOf(tried, lang, `${house.publicUrl}/${desk}`),
      };
    },
  }),
  route({
    id: "activateVersion",
    tag: "policy",
    title: "Activate a text as the next version: at once, or announced until its day",
    method: "POST",
    path: "/policies",
    may: ADMIN,
    body: NewPolicy,
    output: PolicyActivated,
    status: 201,
    problems: ["policy-refused"],
    async run({ house, desk, body, viewer }) {
      const done = await openDesk(house.database, desk, body.text, actorOf(viewer).name, { now: house.now(), ...(body.late !== undefined && { late: body.late }) });
      const staff = await house.database.asDesk(desk, (tx) => allStaff(tx), { readOnly: true });
      return {
        version: done.version,
        label: done.policy.version,
        effective: done.policy.effective,
        takesEffect: new Date(done.takesEffect).toISOString(),
        changed: done.changed,
        announced: done.announced,
        roles: roleFindings(done.policy, staff).map((f) => f.message),
      };
    },
  }),
];
