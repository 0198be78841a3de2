// A case of conduct on the screens of those who work at the desk: reported by an agent, decided by a lead, in four languages, on a wide screen and on a phone.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { caughtMails, dataFolder, startServer } from "../server/run-server.ts";
import { post } from "../mail/post.ts";
import { barriers, openBrowser, overflow, signIn } from "./console-browser.ts";

const DESK = "taxdome";
const GRACE = "grace@hartley-moss.example";
const [server, browser] = await Promise.all([startServer(await dataFolder()), openBrowser()]);
const { url } = server;

/** In each language, on a phone and on a wide screen: nothing runs over its edge, nothing bars anybody. */
async function looked(page: Page, path: string, name: string, ready: string, open?: () => Promise<void>): Promise<void> {
  for (const [lang, width] of [
    ["fr", 390],
    ["it", 390],
    ["ro", 1280],
    ["en", 390],
    ["en", 1280],
  ] as const) {
    await page.request.patch(`${url}/api/${DESK}/session`, { data: { language: lang }, headers: { "X-Troth": "1", Origin: url } });
    await page.setViewportSize({ width, height: 900 });
    const inLanguage = page.waitForResponse((response) => response.url().endsWith(`/api/${DESK}?lang=${lang}`)); // the page begins in the language that the browser remembers
    await page.goto(`${url}/${DESK}/console${path}`);
    await inLanguage;
    await page.locator(ready).first().waitFor();
    await page.locator(`html[lang=${lang}]`).waitFor();
    if (open) await open();
    expect([name, lang, width, await overflow(page)]).toEqual([name, lang, width, 0]);
    expect([name, lang, await barriers(page)]).toEqual([name, lang, []]);
  }
}

test("an agent reports words that are marked, the customer reads what is held against them, a lead decides by a clause, and the case is shown to nobody else", async () => {
  await post(server.smtpPort, { from: `Grace Hartley <${GRACE}>`, to: `help@${DESK}.example`, subject: "Import again", text: "You are a bunch of morons. Fix the import now." });
  const [confirmed] = await caughtMails(server, GRACE, 1);
  const number = /\[([A-Z]+-\d+)\]/.exec(confirmed?.subject ?? "")?.[1] ?? "";
  const elena = await signIn(browser, url, DESK, "elena.dobre", { lang: "en" });
  await looked(elena.page, "/conduct", "none", ".empty");
  await elena.page.getByText("A case begins on a ticket").waitFor();

  const report = async (): Promise<void> => {
    const { page } = elena;
    if ((page.viewportSize()?.width ?? 0) < 1000) await page.getByRole("tab").nth(1).click();
    const toggle = page.locator("[aria-controls=section-conduct]");
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
    await page.locator("#section-conduct button").first().click();
    await page.getByRole("dialog").locator("textarea").waitFor();
  };
  await looked(elena.page, `/tickets/${number}`, "report", "#ticket-subject", report);
  const dialog = elena.page.getByRole("dialog");
  await dialog.getByText("May hurt: morons").waitFor();
  await dialog.getByRole("combobox").click();
  await elena.page.getByRole("option", { name: "Offensive language" }).click();
  await dialog.getByRole("checkbox").first().check();
  await dialog.locator("textarea").fill("Shouted on the telephone as well.");
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const heard = (await caughtMails(server, GRACE, 2)).find((m) => m.subject.startsWith("Please tell us your side"));
  expect(heard?.text).toContain("You are a bunch of morons");
  const id = /\/conduct\/([0-9a-f-]{36})/.exec(heard?.text ?? "")?.[1] ?? "";
  await looked(elena.page, `/conduct/${id}`, "state", "h1.title");
  await elena.page.getByText("You reported this.").waitFor();
  expect(await elena.page.getByText("morons").count()).toBe(0);
  expect(elena.complaints).toEqual([]);

  const tom = await signIn(browser, url, DESK, "tom.hughes", { lang: "en" });
  await tom.page.goto(`${url}/${DESK}/console/conduct/${id}`);
  await tom.page.getByText("No such case").waitFor();

  const radu = await signIn(browser, url, DESK, "radu.stan", { lang: "en" });
  await looked(radu.page, "/conduct", "list", ".line-row");
  await looked(radu.page, `/conduct/${id}`, "case", "form");
  const { page } = radu;
  expect(await page.getByRole("radio", { name: "A restriction for a time" }).isDisabled()).toBe(true);
  await page.getByRole("radio", { name: "No measure" }).check();
  await page.getByLabel("Reason").fill("Said in anger; spoken about.");
  await page.getByRole("button", { name: "Decide and tell them" }).click();
  await page.locator(".heading", { hasText: "The decision" }).waitFor();
  expect((await caughtMails(server, GRACE, 3)).find((m) => m.subject.startsWith("No measure was taken"))?.text).toContain("Said in anger; spoken about.");
  await looked(page, `/conduct/${id}`, "decided", "h1.title");
  // a lead keeps an agent from the customer
  await page.goto(`${url}/${DESK}/console/tickets/${number}`);
  const toggle = page.locator("[aria-controls=section-conduct]");
  await toggle.waitFor();
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  await page
    .getByRole("textbox", { name: "Who does not meet Grace Hartley" })
    .or(page.getByRole("combobox", { name: "Who does not meet Grace Hartley" }))
    .first()
    .click();
  await page.getByRole("option", { name: "Tom Hughes" }).click();
  await expect
    .poll(async () => ((await (await page.request.get(`${url}/api/${DESK}/tickets/${number}`)).json()) as { conduct: { cases: unknown[] } }).conduct.cases.length, { timeout: 20_000 })
    .toBe(1);
  await page.locator(".mantine-MultiSelect-pill", { hasText: "Tom Hughes" }).waitFor();
  expect(radu.complaints).toEqual([]);
});
