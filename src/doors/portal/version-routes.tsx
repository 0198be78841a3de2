// The policy and its versions: the one in force, those that held before, the one that is to come, and what it changes, for whoever is signed in.
import type {} from "@fastify/cookie";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { House } from "../../desk/house.ts";
import { customerOf } from "../../desk/people/reads.ts";
import { policyVersion } from "../../desk/policies/running.ts";
import { Problem } from "../../desk/problem.ts";
import { publishesSums } from "../../desk/promises/sums.ts";
import { type Version, versionBefore, versionsOf } from "../../desk/views/versions.ts";
import { comparedVersions, knownOf, whatChanges } from "../../desk/views/what-changes.ts";
import { calendarDateText } from "../../words/instant.ts";
import { phrase } from "../../words/phrase.ts";
import { pageMarkdown } from "../../words/page-markdown.ts";
import { policyPage } from "../../words/page.ts";
import { html } from "./html.ts";
import { page } from "./layout.tsx";
import { Changes } from "./pages/changes.tsx";
import { Published } from "./pages/published.tsx";
import { visitOf } from "./visit-of.ts";

/** The version that the query names by its number, or as it calls itself (the newest of that name, and none where there is none); else null. */
function asked(request: FastifyRequest, versions: readonly Version[]): number | null {
  const { version, of } = request.query as { version?: string | string[]; of?: string | string[] };
  if (version === undefined) return (versions.find((v) => v.label === of && v.state === "in-force") ?? versions.find((v) => v.label === of))?.version ?? null;
  if (typeof version !== "string" || !/^\d{1,6}$/.test(version)) throw new Problem("not-found");
  return Number(version);
}

function chosen(versions: readonly Version[], version: number | null, or: (v: Version) => boolean): Version {
  const found = versions.find((v) => (version === null ? or(v) : v.version === version));
  if (!found) throw new Problem("not-found");
  return found;
}

export function versionRoutes(app: FastifyInstance, house: House): void {
  app.get("/:desk/policy", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { notes } = request.query as { notes?: string };
    const { versions, shown, policy, sums } = await house.database.asDesk(
      visit.desk,
      async (tx) => {
        const all = await versionsOf(tx, visit.now);
        const one = chosen(all, asked(request, all), (v) => v.version === visit.version);
        return { versions: all, shown: one, policy: (await policyVersion(tx, visit.desk, one.version)).policy, sums: await publishesSums(tx) };
      },
      { readOnly: true },
    );
    const written = policyPage(policy, visit.lang, { notes: notes !== undefined });
    return html(
      reply,
      page({
        visit,
        title: written.title,
        wide: true,
        children: <Published visit={visit} policy={policy} written={written} notes={notes !== undefined} sums={sums} versions={versions} shown={shown} />,
      }),
    );
  });
  app.get("/:desk/policy.md", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const policy = await house.database.asDesk(
      visit.desk,
      async (tx) => {
        const all = await versionsOf(tx, visit.now);
        return (await policyVersion(tx, visit.desk, chosen(all, asked(request, all), (v) => v.version === visit.version).version)).policy;
      },
      { readOnly: true },
    );
    return reply
      .type("text/markdown; charset=utf-8")
      .header("cache-control", "private, no-cache")
      .send(pageMarkdown(policyPage(policy, visit.lang, { base: `${house.publicUrl}${visit.base}` })));
  });
  app.get("/:desk/policy/changes", async (request, reply) => {
    const visit = await visitOf(house, request, reply);
    const { lang, viewer } = visit;
    const found = await house.database.asDesk(
      visit.desk,
      async (tx) => {
        const versions = await versionsOf(tx, visit.now);
        const shown = chosen(versions, asked(request, versions) ?? visit.coming?.version ?? null, (v) => v.version === visit.version);
        const before = await versionBefore(tx, versions, shown.version);
        if (before === null) throw new Problem("not-found");
        const comparison = await comparedVersions(tx, visit.desk, before, shown.version);
        const customer = viewer && (await customerOf(tx, { id: viewer.id }));
        const told = (known: Parameters<typeof whatChanges>[4]) => whatChanges(comparison, { old: before, new: shown.version }, lang, visit.base, known);
        return { shown, before, yours: customer && told(knownOf([comparison.old, comparison.new], customer, visit.now)), everybodys: told(null) };
      },
      { readOnly: true },
    );
    const title = phrase(lang, "version.compare-title", { date: calendarDateText(found.shown.effective, lang) });
    return html(reply, page({ visit, title, children: <Changes visit={visit} title={title} {...found} /> }));
  });
}
