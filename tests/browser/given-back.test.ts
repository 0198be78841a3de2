// Giving back what a request drew from an allowance, in the console: proposed by one lead, approved by another, read by the customer in the portal; in four languages, on a wide screen and on a phone.
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { LANGUAGES, looker, ownDesk } from "./own-desk.ts";
import { visitor } from "./portal-visitor.ts";

const desk = await ownDesk("hours", HOURS_IN_FOUR);
const browser = await openBrowser();
const { faults, look } = looker();

test("one proposes, another approves, and the customer's page says so", { timeout: 300_000 }, async () => {
  const [ana, bo] = [await desk.staff("Ana Lead", "lead"), await desk.staff("Bo Lead", "lead")];
  const pat = await desk.customer("Premium Practice", { plan: "premium" }, { name: "Pat Premium", email: "pat@premium.example" });
  const { number, offers } = await desk
    .call<{ number: string; offers: { id: string }[] }>(pat.cookie, "POST", "/tickets", { subject: "It does not print", text: "Nothing comes out." })
    .then((made) => desk.call<{ number: string; offers: { id: string }[] }>(pat.cookie, "GET", `/tickets/${made.number}`));
  await desk.call(pat.cookie, "POST", `/tickets/${number}/offers/${offers[0]!.id}/consent`, { accepts: [] });
  await desk.call(ana.cookie, "PUT", `/tickets/${number}/clock`, { kind: "connection" });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await desk.call(ana.cookie, "DELETE", `/tickets/${number}/clock`);
  await desk.call(ana.cookie, "PUT", `/tickets/${number}/closure`, { outcome: "solved" });
  const { page, complaints } = await desk.console(browser, ana.cookie, `tickets/${number}`, { width: 1280 });
  const taken = page.locator("[data-drawn]");
  const open = async (lang: string, width: number): Promise<void> => {
    await desk.speak(page, ana.cookie, lang, width);
    await page.reload();
    await page.locator("#ticket-subject").waitFor();
    if (width < 1000) await page.getByRole("tab").nth(1).click();
    await taken.getByRole("button").click();
    await page.getByRole("dialog").locator("textarea").waitFor();
  };
  for (const lang of LANGUAGES) {
    await open(lang, 390);
    await page.getByRole("dialog").getByRole("radio").nth(2).check(); // as a pack: its last day is asked for
    await page.getByRole("dialog").locator("input[type=date]").waitFor();
    await look(page, `give-back-${lang}-390`);
  }
  await open("en", 1280);
  await look(page, "give-back-en-1280");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Minutes to give back").fill("31");
  expect(await dialog.getByRole("textbox", { name: "Minutes to give back" }).getAttribute("aria-invalid")).toBe("true");
  await dialog.getByLabel("Minutes to give back").fill("20");
  await dialog.getByLabel("As a pack of its own, with a last day").check();
  await dialog.getByLabel("Last day", { exact: true }).fill("2031-01-31");
  await dialog.getByLabel("Reason, which the customer reads").fill("Our own mistake");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await taken.getByText("You proposed it: somebody else decides.").waitFor();
  await taken.getByText("Last day to use it: 31 January 2031.").waitFor();
  const other = await desk.console(browser, bo.cookie, `tickets/${number}`, { width: 1280 });
  await other.page.locator("[data-drawn]").getByRole("button", { name: "Approve" }).click();
  await other.page.locator("[data-drawn]").getByText("Approved by Bo Lead").waitFor();
  await look(other.page, "given-back-en-1280");
  const portal = await visitor(browser, desk.server.url, { cookie: pat.cookie, width: 390 });
  for (const [lang, says, until] of [
    ["en", "Given back to your allowance: 20 minutes.", "Last day to use it: 31 January 2031."],
    ["fr", "Rendu sur votre forfait : 20 minutes.", "Dernier jour pour l’utiliser : 31 janvier 2031."],
    ["it", "Restituito a quanto Le spetta: 20 minuti.", "Ultimo giorno per usarlo: 31 gennaio 2031."],
    ["ro", "Înapoiat la ce aveți inclus: 20 de minute.", "Ultima zi în care se poate folosi: 31 ianuarie 2031."],
  ] as const) {
    await portal.page.goto(`${desk.server.url}/hours/tickets/${number}?lang=${lang}`);
    await portal.page.getByText(says).waitFor();
    await portal.page.getByText(until).waitFor();
    await look(portal.page, `given-back-portal-${lang}-390`);
  }
  expect(faults).toEqual([]);
  expect([complaints, other.complaints, portal.complaints]).toEqual([[], [], []]);
});
