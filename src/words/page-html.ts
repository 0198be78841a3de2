// Writes the public page of a policy as an HTML fragment: semantic, classes instead of styles, every clause with its anchor.
import { clauseHtml } from "./clause.ts";
import { escapeHtml } from "./escape-html.ts";
import type { HoursRow } from "./opening-hours.ts";
import type { PageNote, PageSection, PolicyPage } from "./page.ts";
import { phrase } from "./phrase.ts";

/** `<article class="policy" lang="fr">…</article>`, safe to put into any page. */
export function pageHtml(page: PolicyPage): string {
  return [
    `<article class="policy" lang="${escapeHtml(page.lang)}">`,
    `<header class="policy-head"><h1>${escapeHtml(page.title)}</h1>`,
    `<p class="policy-standing">${escapeHtml(page.standing)}</p>`,
    paragraphs(page.intro, "policy-intro"),
    "</header>",
    contents(page),
    ...page.sections.map(section),
    ...hours(page),
    ...documents(page),
    ...appendix(page),
    `<footer class="policy-foot"><p>${escapeHtml(phrase(page.lang, "page.made-from"))}</p></footer>`,
    "</article>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function paragraphs(text: string, name?: string): string {
  const look = name === undefined ? "" : ` class="${name}"`;
  return text.trim() === ""
    ? ""
    : text
        .trim()
        .split(/\n{2,}/)
        .map((each) => `<p${look}>${escapeHtml(each).replaceAll("\n", "<br>")}</p>`)
        .join("\n");
}

function contents(page: PolicyPage): string {
  const rest: [string, string][] = [
    ...(page.calendars.length > 0 ? [["hours", phrase(page.lang, "page.hours")] as [string, string]] : []),
    ...(page.documents.length > 0 ? [["documents", phrase(page.lang, "page.documents")] as [string, string]] : []),
    ...(page.notes.length > 0 ? [["notes", phrase(page.lang, "page.notes")] as [string, string]] : []),
  ];
  const links = [...page.sections.map((each) => [each.anchor, `${each.number}. ${each.title}`] as const), ...rest];
  const items = links.map(([anchor, title]) => `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(title)}</a></li>`);
  const title = escapeHtml(phrase(page.lang, "page.contents"));
  return `<nav class="policy-contents" aria-label="${title}"><h2>${title}</h2><ul>${items.join("")}</ul></nav>`;
}

function section(each: PageSection): string {
  const clauses = each.clauses.map((clause) => `<div class="clause-place" id="${escapeHtml(clause.anchor)}">${clauseHtml(clause)}</div>`);
  return `<section id="${escapeHtml(each.anchor)}"><h2><span class="policy-number">${each.number}.</span> ${escapeHtml(each.title)}</h2>\n${clauses.join("\n")}\n</section>`;
}

const table = (rows: readonly HoursRow[]): string =>
  `<table class="hours"><tbody>${rows.map((row) => `<tr><th scope="row">${escapeHtml(row.days)}</th><td>${escapeHtml(row.hours)}</td></tr>`).join("")}</tbody></table>`;

function hours(page: PolicyPage): string[] {
  if (page.calendars.length === 0) return [];
  const each = page.calendars.map((calendar) =>
    [
      `<div class="policy-hours" id="${escapeHtml(calendar.anchor)}"><h3>${escapeHtml(calendar.name)}</h3>`,
      table(calendar.rows),
      calendar.exceptions.length > 0 ? `<h4>${escapeHtml(phrase(page.lang, "hours.exceptions"))}</h4>${table(calendar.exceptions)}` : "",
      ...calendar.notes.map((note) => `<p>${escapeHtml(note)}</p>`),
      "</div>",
    ].join(""),
  );
  return [`<section id="hours"><h2>${escapeHtml(phrase(page.lang, "page.hours"))}</h2>`, ...each, "</section>"];
}

function documents(page: PolicyPage): string[] {
  if (page.documents.length === 0) return [];
  const each = page.documents.map(
    (document) =>
      `<div class="policy-document" id="${escapeHtml(document.anchor)}" lang="${escapeHtml(document.lang)}"><h3>${escapeHtml(document.title)}</h3>` +
      `<p class="policy-standing" lang="${escapeHtml(page.lang)}">${escapeHtml(phrase(page.lang, "page.version", { version: document.version }))}</p>${paragraphs(document.text)}</div>`,
  );
  return [`<section id="documents"><h2>${escapeHtml(phrase(page.lang, "page.documents"))}</h2>`, ...each, "</section>"];
}

function appendix(page: PolicyPage): string[] {
  if (page.notes.length === 0 && page.suppressed.length === 0) return [];
  const suppressed = page.suppressed.map(
    (each) =>
      `<div class="policy-note">${each.clause ? clauseHtml(each.clause) : `<p><code>${escapeHtml(each.at)}</code></p>`}<p>${escapeHtml(each.reason)} <code>${escapeHtml(each.code)}</code></p></div>`,
  );
  return [
    `<section id="notes"><h2>${escapeHtml(phrase(page.lang, "page.notes"))}</h2><p>${escapeHtml(phrase(page.lang, "page.notes-intro"))}</p>`,
    ...page.notes.map((each) => note(page, each)),
    ...suppressed,
    "</section>",
  ];
}

function note(page: PolicyPage, each: PageNote): string {
  const label = (key: "page.note-quote" | "page.note-readings" | "page.note-choice" | "page.note-reason"): string => `<dt>${escapeHtml(phrase(page.lang, key))}</dt>`;
  const quotes = each.quotes.map((quote) => `<dd><q>${escapeHtml(quote.text)}</q>${quote.place ? ` <cite>${escapeHtml(quote.place)}</cite>` : ""}</dd>`).join("");
  const readings = each.readings.length > 0 ? label("page.note-readings") + each.readings.map((reading) => `<dd>${escapeHtml(reading)}</dd>`).join("") : "";
  return (
    `<div class="policy-note" id="${escapeHtml(each.anchor)}"><dl>${quotes ? label("page.note-quote") + quotes : ""}${readings}` +
    `${label("page.note-choice")}<dd>${escapeHtml(each.choice)}</dd>${label("page.note-reason")}<dd>${escapeHtml(each.reason)}</dd></dl><p class="policy-by">${escapeHtml(each.by)}</p></div>`
  );
}
