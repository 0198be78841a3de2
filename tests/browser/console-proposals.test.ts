// What the policy proposes about a request with several problems: shown with its clause and the way to do it; and why a split is not undone while money hangs on a part. In four languages.
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";

const WITH_CASES = HOURS_IN_FOUR.replace(
  /^scope:$/m,
  `cases:
  - clause: several-problems
    when: { parts: { over: 1 } }
    case: propose-split
    audience: agent
    words:
      en: "A request with several problems becomes one ticket for each, once somebody has looked."
      fr: "Une demande avec plusieurs problèmes devient une demande par problème, après qu’une personne a regardé."
      it: "Una richiesta con più problemi diventa una richiesta per ciascuno, dopo che qualcuno ha guardato."
      ro: "O solicitare cu mai multe probleme devine câte una pentru fiecare, după ce s-a uitat cineva."
scope:`,
);
const desk = await ownDesk("hours", WITH_CASES);
const browser = await openBrowser();
const { faults, look } = looker();

test("a proposal to split has its clause and opens the dialog; one that is no use is put aside; what keeps a part apart is said with what to do", { timeout: 300_000 }, async () => {
  const agent = await desk.staff("Ada Agent", "agent");
  const max = await desk.customer("Plain Practice", { plan: "plain" }, { name: "Max Plain", email: "max@plain.example" });
  const asked = { subject: "Two things", text: "The printer prints nothing.\n\nAnd the backup fails since Monday." };
  const { number } = await desk.call<{ number: string }>(max.cookie, "POST", "/tickets", asked);
  const at = `${desk.server.url}/hours/console/tickets/${number}`;
  const { page, complaints } = await desk.console(browser, agent.cookie, `tickets/${number}`, { width: 1280 });
  await page.locator("#ticket-subject").waitFor();
  expect(await page.locator("[data-proposed=split]").count()).toBe(0);
  const find = (parts: number) => desk.call(agent.cookie, "PUT", `/tickets/${number}/findings`, { facts: { parts } });
  await find(2);
  await page.locator("[data-proposed=split]", { hasText: "A request with several problems" }).waitFor(); // it is live
  await page.getByRole("button", { name: "It is one problem" }).click();
  await page.locator("[data-proposed=split]").waitFor({ state: "detached" });
  await find(2);
  for (const lang of LANGUAGES) {
    await desk.speak(page, agent.cookie, lang, 390);
    await page.goto(at);
    await page.getByRole("tab").nth(1).click();
    await page.locator("[data-proposed=split]").scrollIntoViewIfNeeded();
    await look(page, `proposed-${lang}`);
  }
  await desk.speak(page, agent.cookie, "en", 1280);
  await page.goto(at);
  await look(page, "proposed-wide-en");
  await page.getByRole("button", { name: "Split it …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator(".split-part").nth(1).locator("input").first().fill("Backup");
  await dialog.locator(".split-to").nth(1).selectOption("1");
  await dialog.locator("blockquote").first().waitFor();
  await dialog.getByRole("button", { name: "Split and tell them" }).click();
  await page.getByText(`Split: ${number} holds the rest.`).waitFor();
  expect(await page.locator("[data-proposed=split]").count()).toBe(0);

  const whole = await desk.call<{ parts: { number: string }[] }>(agent.cookie, "GET", `/tickets/${number}`);
  const part = whole.parts[0]!.number;
  const { offers } = await desk.call<{ offers: { id: string }[] }>(max.cookie, "GET", `/tickets/${part}`);
  await desk.call(max.cookie, "POST", `/tickets/${part}/offers/${offers[0]!.id}/consent`, { accepts: [] });
  for (const [lang, width] of [
    ["fr", 390],
    ["it", 390],
    ["ro", 390],
    ["en", 1280],
  ] as const) {
    await desk.speak(page, agent.cookie, lang, width);
    await page.goto(at);
    if (width < 720) await page.getByRole("tab").nth(1).click();
    await page.getByRole("button", { name: /^(Undo the split|Annuler le partage|Annullare la divisione|Anulează împărțirea)/ }).click();
    await dialog.locator("[data-bound=agreed]").waitFor();
    await look(page, `bound-${lang}`);
  }
  await dialog.getByRole("link", { name: `Open ${part}` }).click();
  await page.getByRole("heading", { name: "Backup" }).waitFor();
  expect(faults).toEqual([]);
  expect(complaints.filter((each) => !/status of 409/.test(each))).toEqual([]);
});
