// Above a version of the policy: whether it holds, held, is to come or never came, and the way to the others.
import type { ReactNode } from "react";
import type { Version } from "../../../desk/views/versions.ts";
import { calendarDateText, dateText, instantText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";
import { ComingNote } from "./coming-note.tsx";

export function VersionStanding({ visit, shown }: { readonly visit: Visit; readonly shown: Version }): ReactNode {
  const { lang, base, zone, policy } = visit;
  if (shown.state === "in-force")
    return (
      <>
        <p className="policy-standing">{phrase(lang, "version.updated", { date: calendarDateText(shown.effective, lang) })}</p>
        <ComingNote visit={visit} />
      </>
    );
  return (
    <p className="note">
      {shown.state === "coming"
        ? phrase(lang, "version.is-coming", { time: instantText(shown.takes_effect, lang, zone) })
        : shown.state === "withdrawn"
          ? phrase(lang, "version.is-withdrawn")
          : phrase(lang, "version.is-past", { from: calendarDateText(shown.effective, lang), until: shown.until === null ? "" : dateText(shown.until - 1, lang, policy.desk.zone, false) })}{" "}
      <a href={`${base}/policy`}>{phrase(lang, "version.in-force")}</a>
      {shown.state === "coming" ? (
        <>
          {" · "}
          <a href={`${base}/policy/changes?version=${shown.version}`}>{phrase(lang, "version.what-changes")}</a>
        </>
      ) : null}
    </p>
  );
}

/** Every version with its day and its state, and what it changed; nothing where there was ever one alone. */
export function AllVersions({ visit, versions, shown }: { readonly visit: Visit; readonly versions: readonly Version[]; readonly shown: Version }): ReactNode {
  const { lang, base } = visit;
  if (versions.length < 2) return null;
  const first = versions.at(-1)?.version;
  return (
    <section className="versions">
      <h2>{phrase(lang, "version.all")}</h2>
      <ul>
        {versions.map((v) => (
          <li key={v.version}>
            <a href={`${base}/policy?version=${v.version}`} aria-current={v.version === shown.version ? "page" : undefined}>
              {phrase(lang, "page.version", { version: v.label })}
            </a>{" "}
            {phrase(lang, "version.from", { date: calendarDateText(v.effective, lang) })}, {phrase(lang, `version.state.${v.state}`)}
            {v.version === first ? null : (
              <>
                {" · "}
                <a href={`${base}/policy/changes?version=${v.version}`}>{phrase(lang, "version.what-changes")}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
