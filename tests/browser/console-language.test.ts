// The console's language is the agent's own: where the browser remembers another, the screens are drawn once, and what is open stays open.
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { openBrowser } from "./console-browser.ts";
import { ownDesk } from "./own-desk.ts";

const desk = await ownDesk("hours", HOURS_IN_FOUR);
const browser = await openBrowser();

test("where the browser remembers another language the screens come once, in the agent's own, and a dialog opened at once stays", { timeout: 120_000 }, async () => {
  const agent = await desk.staff("Ivo Agent", "agent", "it");
  const max = await desk.customer("Plain Practice", { plan: "plain" }, { name: "Max Plain", email: "max@plain.example" });
  const { number } = await desk.call<{ number: string }>(max.cookie, "POST", "/tickets", { subject: "Printing", text: "The printer prints nothing." });
  const { page, complaints } = await desk.console(browser, agent.cookie, "queue", { width: 1280, lang: "en" });
  await page.getByRole("heading", { name: "Coda" }).waitFor();
  await page.evaluate(() => localStorage.setItem("troth:language", "ro"));
  await page.addInitScript(() => {
    const seen: string[] = [];
    let shell: Element | null = null;
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const now = document.querySelector(".shell");
      if (now && now !== shell) seen.push(document.documentElement.lang);
      shell = now;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${desk.server.url}/hours/console/tickets/${number}`);
  await page.locator("#ticket-subject").waitFor();
  await page.keyboard.press("c");
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(["it"]);
  expect(await page.getByRole("dialog").count()).toBe(1);
  expect(await page.getByRole("link", { name: "Condotta" }).count()).toBe(0); // the policy has no clauses on conduct
  expect(complaints).toEqual([]);
});
