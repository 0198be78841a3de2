// That a new version of the policy takes effect, on every page where somebody begins.
import type { ReactNode } from "react";
import { calendarDateText } from "../../../words/instant.ts";
import { phrase } from "../../../words/phrase.ts";
import type { Visit } from "../visit.ts";

export function ComingNote({ visit }: { readonly visit: Visit }): ReactNode {
  const { lang, base, coming, person } = visit;
  if (!coming) return null;
  return (
    <p className="note">
      {phrase(lang, "version.note", { date: calendarDateText(coming.effective, lang) })}{" "}
      <a href={`${base}/policy/changes?version=${coming.version}`}>{phrase(lang, person ? "version.for-you" : "version.what-changes")}</a>
      {" · "}
      <a href={`${base}/policy?version=${coming.version}`}>{phrase(lang, "version.read-it")}</a>
    </p>
  );
}
