// The console's language is the agent's own: where the browser remembers another, the screens are drawn once, and what is open stays open.
import { expect, test } from "vitest";
import { HOURS_IN_FOUR } from "../paid/hours-in-four.ts";
import { barriers, openBrowser, overflow } from "./console-browser.ts";
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

test("why something cannot be done is said in the agent's own language, whole, on a wide screen and on a phone", { timeout: 120_000 }, async () => {
  const agent = await desk.staff("Ada Agent", "agent");
  const ask = async (practice: string): Promise<string> => {
    const { cookie } = await desk.customer(practice, { plan: "plain" }, { name: `Max ${practice}`, email: `max@${practice.toLowerCase()}.example` });
    return (await desk.call<{ number: string }>(cookie, "POST", "/tickets", { subject: "Printing", text: "The printer prints nothing." })).number;
  };
  const [one, other] = [await ask("North"), await ask("South")];
  const { page, complaints } = await desk.console(browser, agent.cookie, `tickets/${one}`, { width: 1280, lang: "en" });
  const said = {
    fr: `Un prix a été proposé pour ${other}\u00a0: ce qui y est convenu lui reste propre.`,
    it: `Per ${other} è stato proposto un prezzo: ciò che vi è convenuto resta suo.`,
    ro: `Pentru ${other} s-a oferit un preț: ce s-a convenit acolo rămâne al ei.`,
    en: `A price was offered for ${other}: what was agreed there stays its own.`,
  };
  for (const [i, [lang, words]] of Object.entries(said).entries()) {
    await desk.speak(page, agent.cookie, lang, i % 2 ? 1280 : 390);
    await page.reload();
    await page.locator("#ticket-subject").waitFor();
    await page.locator("button.more:visible").first().click();
    await page.getByRole("menuitem", { name: /^(Réunir à|Unire|Reun|Unește|Join)/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(other);
    await dialog.getByRole("textbox").press("Enter");
    const trouble = dialog.getByRole("alert");
    await trouble.waitFor();
    expect((await trouble.innerText()).split("\n").at(-1)).toBe(words);
    expect(await trouble.locator("[lang=en]").count()).toBe(0);
    expect(await overflow(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/refused-${lang}.png` });
  }
  expect(complaints.filter((each) => !/40\d|409/.test(each))).toEqual([]);
});
