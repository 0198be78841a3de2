// The public page says what the policy that runs says, in each language, and nothing that is for staff.
import { expect, test } from "vitest";
import { policyPage } from "../../src/words/page.ts";
import { pageHtml } from "../../src/words/page-html.ts";
import { escapeMarkdown, pageMarkdown } from "../../src/words/page-markdown.ts";
import { answerClause, policy } from "./sample-policy.ts";

test("the page carries title, date, version, and every clause for customers once, with its anchor", () => {
  const html = pageHtml(policyPage(policy, "fr"));
  expect(html).toContain("<h1>Notre assistance</h1>");
  expect(html).toContain("En vigueur à partir du 1er mars 2026 · Version 3");
  for (const id of ["video-makers", "first-answer", "solution", "price", "refuse-abuse"]) expect(html.split(`id="${id}"`)).toHaveLength(2);
  expect(html).toContain("sous 2 jours ouvrés");
  expect(html).toContain("45,00 EUR");
  expect(html).not.toContain("Pour l’équipe seule");
  expect(html).toContain("Nos délais");
  expect(html).not.toContain("section-upkeep");
});

test("a number changed in the rule changes the page", () => {
  const quicker = { ...answerClause, slots: { ...answerClause.slots, must: { type: "duration", value: { amount: 1, unit: "working days" } } } } as const;
  const page = pageHtml(policyPage({ ...policy, clauses: policy.clauses.map((each) => (each.id === "first-answer" ? quicker : each)) }, "en"));
  expect(page).toContain("within 1 working day at the latest");
});

test("the opening hours are said in words, in as few rows as there are kinds of days", () => {
  const page = policyPage(policy, "en");
  const [office, night, line, open] = page.calendars;
  expect(office?.rows).toEqual([
    { days: "Monday to Friday", hours: "09:00 to 12:00 and 14:00 to 18:00" },
    { days: "Saturday and Sunday", hours: "closed" },
  ]);
  expect(office?.exceptions).toEqual([
    { days: "Saturday 15 August 2026", hours: "closed" },
    { days: "Thursday 24 December 2026", hours: "09:00 to 12:00" },
  ]);
  expect(office?.notes).toEqual(["Times are in Paris time.", "Closed on public holidays (France).", "Closures are announced at least 5 working days ahead."]);
  expect(night?.rows).toEqual([{ days: "Monday to Sunday", hours: "20:00 to 02:00 the next day" }]);
  expect(line?.rows).toEqual([{ days: "Open day and night, every day", hours: "" }]);
  expect(open?.rows).toEqual([{ days: "Not settled yet", hours: "“business hours”" }]);
  expect(policyPage(policy, "it").calendars[0]?.rows[0]).toEqual({ days: "Da lunedì a venerdì", hours: "dalle 09:00 alle 12:00 e dalle 14:00 alle 18:00" });
});

test("the other languages of the policy can be chosen", () => {
  expect(policyPage(policy, "en", { base: "https://help.example/clinic" }).languages).toEqual([
    { lang: "fr", name: "Français", current: false, url: "https://help.example/clinic/policy?lang=fr" },
    { lang: "en", name: "English", current: true, url: "https://help.example/clinic/policy?lang=en" },
    { lang: "it", name: "Italiano", current: false, url: "https://help.example/clinic/policy?lang=it" },
  ]);
});

test("the author's notes are shown when asked for, and cannot break the page", () => {
  expect(pageHtml(policyPage(policy, "en"))).not.toContain("Ana Pop");
  const html = pageHtml(policyPage(policy, "en", { notes: true }));
  expect(html).toContain("<q>open &lt;always&gt;</q> <cite>paragraph 2</cite>");
  expect(html).toContain("The telephone is staffed at night.");
  expect(html).toContain("Ana Pop, 11 February 2026");
  expect(html).toContain("Kept for the day that it is needed.");
});

test("as Markdown it is the same document", () => {
  const markdown = pageMarkdown(policyPage(policy, "en", { notes: true }));
  expect(markdown).toContain("# Our support\n");
  expect(markdown).toContain('<a id="first-answer"></a>**§ 2.1** We answer within 2 working days at the latest, mostly within 24 hours. *(Owed)*');
  expect(markdown).toContain("those who \\<insult\\> staff");
  expect(markdown).toContain("- Monday to Friday: 09:00 to 12:00 and 14:00 to 18:00");
  expect(markdown).not.toContain("For staff only");
  expect(escapeMarkdown("1. not *a* list\n# nor a title")).toBe("\\1. not \\*a\\* list\n\\# nor a title");
});
