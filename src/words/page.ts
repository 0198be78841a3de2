// The public page of a policy, made from the policy that runs: a document of plain data that HTML and Markdown are written from.
import type { Audience, Calendar, Lang, Policy, SectionHead, Words } from "../policy/model.ts";
import { type ClauseText, clauseText, languageOf, policyUrl } from "./clause.ts";
import type { Report } from "./icu.ts";
import { calendarDateText } from "./instant.ts";
import { isSpoken, phrasesOf } from "./languages.ts";
import { say } from "./message.ts";
import { type HoursText, hoursText } from "./opening-hours.ts";
import { named, phrase } from "./phrase.ts";

export interface PageOptions {
  readonly base?: string; // the desk's address; without it the links stay on the page (#id)
  readonly audiences?: readonly Audience[]; // default: public and customer
  readonly notes?: boolean; // with the author's notes
  readonly report?: Report;
}
export interface PageSection {
  readonly section: SectionHead["section"];
  readonly number: number;
  readonly title: string;
  readonly anchor: string;
  readonly clauses: readonly ClauseText[];
}
export interface PageDocument {
  readonly id: string;
  readonly anchor: string;
  readonly version: string;
  readonly title: string;
  readonly text: string;
  readonly lang: Lang;
}
export interface PageNote {
  readonly id: string;
  readonly anchor: string;
  readonly quotes: readonly { readonly text: string; readonly place?: string }[];
  readonly readings: readonly string[];
  readonly choice: string;
  readonly reason: string;
  readonly by: string;
}
export interface PageLanguage {
  readonly lang: Lang;
  readonly name: string;
  readonly current: boolean;
  readonly url: string;
}

export interface PolicyPage {
  readonly lang: Lang;
  readonly title: string;
  readonly intro: string;
  readonly desk: string;
  readonly version: string;
  readonly effective: string; // "2026-03-01"
  readonly standing: string; // "In force from 1 March 2026 · Version 1"
  readonly languages: readonly PageLanguage[];
  readonly sections: readonly PageSection[];
  readonly calendars: readonly (HoursText & { readonly anchor: string })[];
  readonly documents: readonly PageDocument[];
  readonly notes: readonly PageNote[];
  /** Warnings silenced: at a clause of the page, or at something else by its name. */
  readonly suppressed: readonly { readonly clause: ClauseText | null; readonly at: string; readonly code: string; readonly reason: string }[];
}

/** The page in a language. Words that the policy lacks in it come in the policy's first language, and say which that is. */
export function policyPage(policy: Policy, lang: Lang, options: PageOptions = {}): PolicyPage {
  const words = (each: Words): string => say(each[languageOf(each, lang, policy)] ?? "", languageOf(each, lang, policy), {}, options.report);
  const sections = sectionsOf(policy, lang, options);
  const shown = new Map(sections.flatMap((section) => section.clauses.map((clause) => [clause.id, clause])));
  return {
    lang,
    title: words(policy.title) || phrase(lang, "page.title"),
    intro: words(policy.intro),
    desk: words(policy.desk.name),
    version: policy.version,
    effective: policy.effective,
    standing: `${phrase(lang, "page.effective", { date: calendarDateText(policy.effective, lang) })} · ${phrase(lang, "page.version", { version: policy.version })}`,
    languages: policy.desk.languages.map((each) => ({
      lang: each,
      name: isSpoken(each) ? phrasesOf(each)["language.name"] : each,
      current: each === lang,
      url: policyUrl(options.base ?? "", each),
    })),
    sections,
    calendars: Object.values(policy.calendars).map((calendar: Calendar) => ({ ...hoursText(calendar, lang), anchor: `calendar-${calendar.id}` })),
    documents: Object.values(policy.documents).map((each) => ({
      id: each.id,
      anchor: `document-${each.id}`,
      version: each.version,
      title: words(each.title),
      text: words(each.words),
      lang: languageOf(each.words, lang, policy),
    })),
    notes: options.notes ? notesOf(policy, lang) : [],
    suppressed: !options.notes
      ? []
      : [
          ...policy.clauses.flatMap((clause) => (shown.has(clause.id) ? clause.suppress.map((each) => ({ ...each, at: clause.id })) : [])),
          ...policy.suppress.filter(({ at }) => shown.has(at) || !policy.clauses.some((clause) => clause.id === at)), // of agents' clauses nothing is told
        ].map(({ at, code, reason }) => ({ clause: shown.get(at) ?? null, at, code, reason })),
  };
}

function sectionsOf(policy: Policy, lang: Lang, options: PageOptions): PageSection[] {
  const audiences = options.audiences ?? ["public", "customer"];
  return policy.heads
    .map((head) => ({
      section: head.section,
      number: head.number,
      title: head.title[lang] ?? named(lang, "about", head.section),
      anchor: `section-${head.section}`,
      clauses: policy.clauses
        .filter((clause) => clause.section === head.section && audiences.includes(clause.audience))
        .map((clause) => {
          const text = clauseText(policy, clause, lang, { ...(options.base === undefined ? {} : { base: options.base }), ...(options.report ? { report: options.report } : {}) });
          return text.url === undefined ? { ...text, url: `#${clause.id}` } : text;
        }),
    }))
    .filter((section) => section.clauses.length > 0);
}

function notesOf(policy: Policy, lang: Lang): PageNote[] {
  return policy.decisions.map((each) => ({
    id: each.id,
    anchor: `note-${each.id}`,
    quotes: each.quotes,
    readings: each.readings,
    choice: each.choice,
    reason: each.reason,
    by: phrase(lang, "page.note-by", { author: each.author, date: calendarDateText(each.date, lang) }),
  }));
}
