// Writes the public page of a policy as Markdown, for a vendor's own site or a repository.
import { escapeHtml } from "./escape-html.ts";
import type { HoursRow } from "./opening-hours.ts";
import type { PolicyPage } from "./page.ts";
import { phrase } from "./phrase.ts";

/** Makes a text mean only itself in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/^(\s*)([#+>-]|\d+[.)])(?=\s)/gm, "$1\\$2");
}

/** The whole page, headings from level one, every clause with an anchor of its id. */
export function pageMarkdown(page: PolicyPage): string {
  const say = escapeMarkdown;
  const lines: string[] = [`# ${say(page.title)}`, `*${say(page.standing)}*`];
  if (page.intro.trim() !== "") lines.push(say(page.intro.trim()));
  for (const section of page.sections) {
    lines.push(`## ${section.number}. ${say(section.title)}`);
    for (const clause of section.clauses) {
      lines.push(`<a id="${escapeHtml(clause.anchor)}"></a>**§ ${clause.number}** ${say(clause.words)}${clause.bond ? ` *(${say(clause.bond)})*` : ""}`);
    }
  }
  if (page.calendars.length > 0) lines.push(`## ${say(phrase(page.lang, "page.hours"))}`);
  for (const calendar of page.calendars) {
    lines.push(`### ${say(calendar.name)}`, list(calendar.rows));
    if (calendar.exceptions.length > 0) lines.push(`${say(phrase(page.lang, "hours.exceptions"))}:`, list(calendar.exceptions));
    lines.push(...calendar.notes.map(say));
  }
  if (page.documents.length > 0) lines.push(`## ${say(phrase(page.lang, "page.documents"))}`);
  for (const document of page.documents) {
    lines.push(`<a id="${escapeHtml(document.anchor)}"></a>\n### ${say(document.title)}`, `*${say(phrase(page.lang, "page.version", { version: document.version }))}*`, say(document.text.trim()));
  }
  lines.push(...notes(page), `*${say(phrase(page.lang, "page.made-from"))}*`);
  return `${lines.join("\n\n")}\n`;
}

const list = (rows: readonly HoursRow[]): string => rows.map((row) => `- ${escapeMarkdown(row.days)}${row.hours ? `: ${escapeMarkdown(row.hours)}` : ""}`).join("\n");

function notes(page: PolicyPage): string[] {
  if (page.notes.length === 0 && page.suppressed.length === 0) return [];
  const label = (key: "page.note-quote" | "page.note-readings" | "page.note-choice" | "page.note-reason", text: string): string => `- ${phrase(page.lang, key)}: ${text}`;
  return [
    `## ${escapeMarkdown(phrase(page.lang, "page.notes"))}`,
    escapeMarkdown(phrase(page.lang, "page.notes-intro")),
    ...page.notes.map((each) =>
      [
        ...each.quotes.map((quote) => label("page.note-quote", `“${escapeMarkdown(quote.text)}”${quote.place ? ` (${escapeMarkdown(quote.place)})` : ""}`)),
        ...each.readings.map((reading) => label("page.note-readings", escapeMarkdown(reading))),
        label("page.note-choice", escapeMarkdown(each.choice)),
        label("page.note-reason", escapeMarkdown(each.reason)),
        `- ${escapeMarkdown(each.by)}`,
      ].join("\n"),
    ),
    ...page.suppressed.map((each) => `**${each.clause ? `§ ${each.clause.number}` : escapeMarkdown(each.at)}** ${escapeMarkdown(each.reason)} (${each.code})`),
  ];
}
