// Reporting somebody's conduct where several people wrote on a ticket: who it was is chosen, and only their words are offered. In four languages.
import { expect, test } from "vitest";
import { keepMember } from "../../src/desk/organisations/writes.ts";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const four = (words: string): string => `{ en: ${words}, fr: ${words}, it: ${words}, ro: ${words} }`;
const POLICY = HOURS_IN_FOUR.replace(
  "facts:\n",
  `roles:
  lead: { name: ${four("Lead")} }
facts:
  conduct-report:
    values: { none: { label: ${four("Nothing")} }, abuse: { label: ${four("Abuse")} } }
    of: person
    source: agent
    shown: staff
    fallback: none
    label: ${four("Conduct")}
`,
).replace(
  /^scope:$/m,
  `conduct:
  - clause: abuse
    when: { conduct-report: abuse }
    may: { role: lead, options: [restrict], hear: 2 days, lapse: 10 days }
    conduct: warning
    words: ${four("Abuse may bring a warning.")}
scope:`,
);
const desk = await ownDesk("hours", POLICY);
const browser = await openBrowser();
const { faults, look } = looker();

test("who is reported is chosen among those who wrote, and only their words are offered", { timeout: 300_000 }, async () => {
  const agent = await desk.staff("Ada Agent", "agent");
  const max = await desk.customer("Plain Practice", { plan: "plain" }, { name: "Max Plain", email: "max@plain.example" });
  const rudeId = await desk.database.asOwner((tx) => keepMember(tx, "hours", max.organisation, { name: "Rudi Rude", email: "rudi@plain.example", sees: "office" }, Date.now()));
  const { number } = await desk.call<{ number: string }>(max.cookie, "POST", "/tickets", { subject: "Printing", text: "The printer prints nothing." });
  await desk.call(await desk.cookie("person", rudeId), "POST", `/tickets/${number}/messages`, { text: "You are useless." });
  const { page, complaints } = await desk.console(browser, agent.cookie, `tickets/${number}`, { width: 390 });
  const dialog = page.getByRole("dialog");
  for (const lang of LANGUAGES.toReversed()) {
    await desk.speak(page, agent.cookie, lang, 390);
    await page.goto(`${desk.server.url}/hours/console/tickets/${number}`);
    await page.getByRole("tab").nth(1).click();
    const toggle = page.locator("[aria-controls=section-conduct]");
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
    await page.locator("#section-conduct button").first().click();
    await dialog.getByText("The printer prints nothing.").waitFor();
    await look(page, `report-${lang}`);
  }
  await dialog.getByRole("combobox", { name: "Who" }).click();
  await page.getByRole("option", { name: "Rudi Rude" }).click();
  await dialog.getByText("You are useless.").waitFor();
  expect(await dialog.getByText("The printer prints nothing.").count()).toBe(0);
  await page.getByText("Report the conduct of Rudi Rude").waitFor();
  await look(page, "report-other-en");
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
